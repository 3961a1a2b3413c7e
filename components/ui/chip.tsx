import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { join } from './join';

type Props = {
  children: ReactNode;
  /** What taking it away is called, such as "Remove label refund". Without it the chip only shows. */
  removing?: string;
  onRemove?: () => void;
  /** A hue of 0 to 360 as a dot before it: labels. */
  hue?: number;
  className?: string;
};

/** The colour of a label; its name always stands beside it. */
export function LabelDot({ hue }: { hue: number }) {
  return (
    <span
      aria-hidden
      style={{ '--hue': String(hue) } as React.CSSProperties}
      className="size-2 flex-none rounded-full bg-[oklch(0.65_0.13_var(--hue))]"
    />
  );
}

/** Something chosen among others, that can be taken away again: a filter, a label, a skill. */
export function Chip({ children, removing, onRemove, hue, className }: Props) {
  return (
    <span
      className={join(
        'inline-flex h-5 max-w-full flex-none items-center gap-1 rounded-corner-small bg-fill px-1.5 text-meta text-ink-2',
        onRemove && 'pr-0.5 max-pane:h-8',
        className,
      )}
    >
      {hue !== undefined && <LabelDot hue={hue} />}
      <span className="min-w-0 truncate">{children}</span>
      {onRemove && (
        <button
          type="button"
          aria-label={removing ?? 'Remove'}
          onClick={onRemove}
          className="grid size-4 flex-none place-items-center rounded-corner-small text-ink-3 hover:bg-hover hover:text-ink-1 max-pane:size-8"
        >
          <X size={12} strokeWidth={2} aria-hidden />
        </button>
      )}
    </span>
  );
}
