import { Ban, Check, ShieldAlert } from 'lucide-react';
import { Badge } from '@/components/ui/badge';
import type { Approver, Effect } from '@/lib/governance/policy.schema';
import { effectNames } from './effect-names';

export const effectColours: Record<Effect, string> = {
  deny: 'text-ink-2',
  needs_approval: 'text-attention-text',
  allow: 'text-solved-text',
};
export const approverNames: Record<Approver, string> = {
  agent: 'An agent',
  supervisor: 'A supervisor',
  admin: 'An admin',
};

const looks = {
  deny: { tone: 'quiet', icon: Ban },
  needs_approval: { tone: 'attention', icon: ShieldAlert },
  allow: { tone: 'solved', icon: Check },
} as const;

/** What a rule does when it holds. */
export function EffectBadge({ effect }: { effect: Effect }) {
  const { tone, icon } = looks[effect];
  return (
    <Badge tone={tone} icon={icon}>
      {effectNames[effect]}
    </Badge>
  );
}

export const countOf = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
