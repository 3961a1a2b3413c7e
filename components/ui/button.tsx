import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import { join } from './join';
import { Keys } from './keys';

export type ButtonLook = 'filled' | 'soft' | 'outlined' | 'plain' | 'danger' | 'danger-plain' | 'off' | 'plain-off';
export type ButtonSize = 'desk' | 'form' | 'thumb' | 'page';

const looks: Record<ButtonLook, string> = {
  filled: 'border-transparent bg-accent text-accent-ink shadow-press hover:bg-accent-hover',
  soft: 'border-accent-line bg-accent-tint text-accent-text hover:border-accent',
  outlined: 'border-line-strong bg-press text-ink-1 shadow-press hover:bg-hover',
  plain: 'border-transparent text-ink-2 hover:bg-hover',
  danger: 'border-transparent bg-danger-solid text-white',
  'danger-plain': 'border-transparent text-danger-text hover:bg-danger-tint',
  off: 'border-transparent bg-fill text-ink-3',
  'plain-off': 'border-transparent text-ink-3',
};

const icons: Record<ButtonLook, string> = {
  filled: '',
  soft: '',
  outlined: 'text-ink-3',
  plain: 'text-ink-3',
  danger: '',
  'danger-plain': '',
  off: '',
  'plain-off': '',
};

const sizes: Record<ButtonSize, string> = {
  desk: 'h-7 px-2.5 max-pane:h-11 max-pane:px-4',
  form: 'h-8 px-3 max-pane:h-11',
  thumb: 'h-11 px-5 text-talk',
  page: 'h-10 px-4 text-talk',
};

/** The classes of a button, for links that look like one. */
export function buttonClass(look: ButtonLook = 'outlined', size: ButtonSize = 'desk', className?: string): string {
  return join(
    'inline-flex flex-none items-center justify-center gap-1.5 rounded-corner border font-medium whitespace-nowrap',
    'transition-colors duration-(--quick)',
    looks[look],
    sizes[size],
    className,
  );
}

type Props = ComponentProps<'button'> & {
  look?: ButtonLook;
  size?: ButtonSize;
  icon?: LucideIcon;
  /** Shown inside at the right, such as ['⌘', '⏎']; the shortcut itself is bound elsewhere. */
  keys?: string[];
  busy?: boolean;
};

export function Button({
  look = 'outlined',
  size = 'desk',
  icon: Icon,
  keys,
  busy,
  className,
  children,
  ...rest
}: Props) {
  const shown = rest.disabled ? (look === 'plain' ? 'plain-off' : 'off') : look;
  return (
    <button
      type="button"
      aria-busy={busy || undefined}
      {...rest}
      disabled={rest.disabled || busy}
      className={buttonClass(shown, size, className)}
    >
      {Icon && <Icon size={16} strokeWidth={1.75} aria-hidden className={join('-ml-px flex-none', icons[shown])} />}
      {children}
      {keys && <Keys keys={keys} look={shown} />}
    </button>
  );
}
