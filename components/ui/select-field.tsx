import type { ComponentProps, ReactNode } from 'react';
import { useId } from 'react';
import { join } from './join';

type Props = ComponentProps<'select'> & { label: string; help?: string; children: ReactNode };

/** One of a few, with the label above: the browser's own list, so that it works under every thumb. */
export function SelectField({ label, help, className, children, ...rest }: Props) {
  const id = useId();
  return (
    <div className={className}>
      <label htmlFor={id} className="block text-work leading-4 font-medium">
        {label}
      </label>
      <select
        id={id}
        aria-describedby={help ? `${id}-help` : undefined}
        {...rest}
        className={join(
          'mt-1.5 block h-8 w-full rounded-corner border border-line-control bg-surface px-2 text-ink-1 outline-none max-pane:h-11',
          'focus:border-focus focus-visible:shadow-[0_0_0_2px_color-mix(in_oklch,var(--focus)_28%,transparent)]',
        )}
      >
        {children}
      </select>
      {help && (
        <p id={`${id}-help`} className="mt-1 text-meta text-ink-3">
          {help}
        </p>
      )}
    </div>
  );
}
