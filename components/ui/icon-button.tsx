import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import { join } from './join';
import { Tooltip } from './tooltip';

type Props = Omit<ComponentProps<'button'>, 'children'> & {
  icon: LucideIcon;
  label: string;
  pressed?: boolean;
  keys?: string[];
};

/** A button that is only a sign: its name is in the tooltip and for those who listen. */
export function IconButton({ icon: Icon, label, pressed, keys, className, ...rest }: Props) {
  return (
    <Tooltip label={label} keys={keys}>
      <button
        type="button"
        aria-label={label}
        aria-pressed={pressed}
        {...rest}
        className={join(
          'grid size-7 flex-none place-items-center rounded-corner text-ink-3 hover:bg-hover disabled:opacity-50 max-pane:size-11',
          pressed && 'bg-fill text-ink-1',
          className,
        )}
      >
        <Icon size={16} strokeWidth={1.75} aria-hidden />
      </button>
    </Tooltip>
  );
}
