import { CircleAlert } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { useId } from 'react';
import { join } from './join';

type Props = ComponentProps<'input'> & {
  label: string;
  wrong?: string | null;
  help?: string;
  /** Stands inside the field at the right, such as the eye of a password. */
  inside?: ReactNode;
  tall?: boolean;
};

/** Label above, edge of 3:1, and what is wrong under it, tied to it for those who listen. */
export function Field({ label, wrong, help, inside, tall, className, ...rest }: Props) {
  const id = useId();
  const said = wrong ? `${id}-wrong` : help ? `${id}-help` : undefined;
  return (
    <div className={className}>
      <label htmlFor={id} className="block text-work leading-4 font-medium">
        {label}
      </label>
      <div
        className={join(
          'mt-1.5 flex items-center gap-2 rounded-corner border bg-surface pr-1.5 pl-2.5 text-ink-1',
          'focus-within:border-focus focus-within:shadow-[0_0_0_2px_color-mix(in_oklch,var(--focus)_28%,transparent)]',
          tall ? 'h-10 text-talk' : 'h-8 max-pane:h-11',
          wrong ? 'border-danger' : 'border-line-control',
        )}
      >
        <input
          id={id}
          aria-invalid={wrong ? true : undefined}
          aria-describedby={said}
          {...rest}
          className="h-full min-w-0 flex-1 bg-transparent outline-none focus-visible:shadow-none"
        />
        {inside}
        {wrong && <CircleAlert size={16} strokeWidth={1.75} aria-hidden className="flex-none text-danger-text" />}
      </div>
      {wrong && (
        <p id={`${id}-wrong`} className="mt-1 text-meta text-danger-text">
          {wrong}
        </p>
      )}
      {help && !wrong && (
        <p id={`${id}-help`} className="mt-1 text-meta text-ink-3">
          {help}
        </p>
      )}
    </div>
  );
}
