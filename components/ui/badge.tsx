import type { LucideIcon } from 'lucide-react';
import { Mountain } from 'lucide-react';
import type { ReactNode } from 'react';
import { join } from './join';

export type Tone = 'quiet' | 'solved' | 'attention' | 'danger' | 'assistant' | 'accent';

const tones: Record<Tone, string> = {
  quiet: 'bg-fill text-ink-2',
  solved: 'bg-solved-tint text-solved-text',
  attention: 'bg-attention-tint text-attention-text',
  danger: 'bg-danger-tint text-danger-text',
  assistant: 'bg-assistant-tint text-assistant-text',
  accent: 'bg-accent-tint text-accent-text',
};

type Props = { tone?: Tone; icon?: LucideIcon; sign?: ReactNode; children: ReactNode };

export function Badge({ tone = 'quiet', icon: Icon, sign, children }: Props) {
  return (
    <span
      className={join(
        'inline-flex h-5 flex-none items-center gap-1 rounded-corner-small px-1.5 text-meta font-medium whitespace-nowrap',
        tones[tone],
      )}
    >
      {sign ?? (Icon && <Icon size={12} strokeWidth={2} aria-hidden />)}
      {children}
    </span>
  );
}

/** The highest tier is filled, the middle outlined, any other plain. */
export function TierBadge({ tier }: { tier: string | null }) {
  if (!tier) return null;
  const key = tier.toLowerCase();
  const name = key.charAt(0).toUpperCase() + key.slice(1);
  if (key === 'summit')
    return (
      <span className="inline-flex h-4 flex-none items-center gap-[3px] rounded-corner-small bg-summit px-1 text-meta font-medium text-summit-ink">
        <Mountain size={12} strokeWidth={2} aria-hidden />
        {name}
      </span>
    );
  const ridge = key === 'ridge';
  return (
    <span
      className={join(
        'inline-flex h-4 flex-none items-center text-meta',
        ridge ? 'rounded-corner-small px-1 text-ink-2 shadow-[inset_0_0_0_1px_var(--line-strong)]' : 'text-ink-3',
      )}
    >
      {name}
    </span>
  );
}
