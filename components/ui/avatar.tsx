import { initials } from '@/lib/format/initials';
import { BatonMark } from './baton-mark';
import { join } from './join';

type Props = {
  name: string;
  hue?: number | null;
  size?: 20 | 24 | 28 | 40;
  letters?: 1 | 2;
  className?: string;
  away?: boolean;
};

const sizes = { 20: 'size-5', 24: 'size-6', 28: 'size-7', 40: 'size-10 text-talk' } as const;

/** People are round: a colleague in their hue, a customer in grey. The name stands beside it, so it is not said twice. */
export function Avatar({ name, hue, size = 24, letters = 2, className, away }: Props) {
  const person = hue !== undefined && hue !== null;
  return (
    <span
      aria-hidden
      style={person ? ({ '--hue': String(hue) } as React.CSSProperties) : undefined}
      className={join(
        'relative inline-grid flex-none place-items-center rounded-full text-meta leading-none font-medium select-none',
        sizes[size],
        person ? 'hue-disc' : 'bg-fill text-ink-2 shadow-[inset_0_0_0_1px_var(--line)]',
        className,
      )}
    >
      {initials(name).slice(0, letters)}
      {away !== undefined && <PresenceDot away={away} />}
    </span>
  );
}

/** Filled: takes new work; a ring: away. The word stands beside it or in a name for those who listen. */
function PresenceDot({ away }: { away: boolean }) {
  return (
    <span
      className={join(
        'absolute -right-0.5 -bottom-0.5 size-2 rounded-full shadow-[0_0_0_2px_var(--surface)]',
        away ? 'border-2 border-ink-3 bg-surface' : 'bg-solved',
      )}
    />
  );
}

/** The assistant is square and carries the baton. */
export function AssistantAvatar({ size = 24, className }: { size?: 20 | 24; className?: string }) {
  return (
    <span
      aria-hidden
      className={join(
        'inline-grid flex-none place-items-center rounded-corner bg-assistant-tint shadow-[inset_0_0_0_1px_var(--assistant-line)]',
        sizes[size],
        className,
      )}
    >
      <BatonMark size={12} />
    </span>
  );
}
