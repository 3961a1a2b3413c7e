import type { LucideIcon } from 'lucide-react';
import { Check, CircleSlash, Eye, Minus, Sparkle, TriangleAlert, Unplug, X } from 'lucide-react';
import { Badge, type Tone } from '@/components/ui/badge';
import type { ConnectorView, Standing, ToolRow } from '@/lib/tools/registry.schema';

type Sign = { tone: Tone; icon: LucideIcon; says: string };

const standings: Record<Standing, Sign> = {
  on: { tone: 'solved', icon: Check, says: 'Accepted' },
  off: { tone: 'quiet', icon: Minus, says: 'Off' },
  new: { tone: 'accent', icon: Sparkle, says: 'New' },
  held: { tone: 'attention', icon: Eye, says: 'Changed' },
  stopped: { tone: 'danger', icon: CircleSlash, says: 'Stopped' },
  gone: { tone: 'danger', icon: Unplug, says: 'Gone' },
};

/** Whether a tool is used, and what wants a decision. */
export function StandingBadge({ standing }: { standing: Standing }) {
  const { tone, icon, says } = standings[standing];
  return (
    <Badge tone={tone} icon={icon}>
      {says}
    </Badge>
  );
}

const healths: Record<ToolRow['health'], Sign> = {
  well: { tone: 'solved', icon: Check, says: 'Answers' },
  failing: { tone: 'attention', icon: TriangleAlert, says: 'Fails at times' },
  down: { tone: 'danger', icon: X, says: 'Fails' },
  unused: { tone: 'quiet', icon: Minus, says: 'Not used' },
};

const colours: Partial<Record<Tone, string>> = {
  solved: 'text-solved-text',
  attention: 'text-attention-text',
  danger: 'text-danger-text',
};

/** How it did in the last hour: a sign and a word. */
export function ToolHealthSign({ health }: { health: ToolRow['health'] }) {
  const { tone, icon: Icon, says } = healths[health];
  return (
    <span className={`inline-flex items-center gap-1 whitespace-nowrap ${colours[tone] ?? 'text-ink-3'}`}>
      <Icon size={14} strokeWidth={1.75} aria-hidden />
      {says}
    </span>
  );
}

/** Whether a system can be reached. */
export function ConnectorBadge({ connector }: { connector: ConnectorView }) {
  const { enabled, lastFailure, lastSeenAt, signedIn, kind } = connector;
  if (!enabled) return <Badge icon={Minus}>Off</Badge>;
  if (signedIn === false)
    return (
      <Badge tone="attention" icon={TriangleAlert}>
        Sign in
      </Badge>
    );
  if (lastFailure)
    return (
      <Badge tone="danger" icon={X}>
        Not reached
      </Badge>
    );
  if (kind === 'http') return null;
  if (!lastSeenAt) return <Badge icon={Minus}>Not connected yet</Badge>;
  return (
    <Badge tone="solved" icon={Check}>
      Connected
    </Badge>
  );
}
