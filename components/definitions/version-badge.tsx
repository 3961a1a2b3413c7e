import { CircleCheck, FlaskConical, History, PencilLine } from 'lucide-react';
import { Badge } from '@/components/ui/badge';
import type { DefinitionState } from '@/lib/governance/definition.schema';

const states = {
  draft: { tone: 'accent', icon: PencilLine, name: 'Draft' },
  trial: { tone: 'assistant', icon: FlaskConical, name: 'On trial' },
  live: { tone: 'solved', icon: CircleCheck, name: 'In force' },
  retired: { tone: 'quiet', icon: History, name: 'Earlier' },
} as const;

/** How a version stands; on trial with its share. */
export function VersionBadge({ state, share }: { state: DefinitionState; share: number }) {
  const { tone, icon, name } = states[state];
  return (
    <Badge tone={tone} icon={icon}>
      {state === 'trial' ? `${share}% on trial` : name}
    </Badge>
  );
}
