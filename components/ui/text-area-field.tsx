import type { ComponentProps } from 'react';
import { useId } from 'react';
import { join } from './join';

type Props = ComponentProps<'textarea'> & { label: string; wrong?: string | null; help?: string };

/** Several lines, with the label above; it grows with what stands in it. */
export function TextAreaField({ label, wrong, help, className, rows = 3, ...rest }: Props) {
  const id = useId();
  const said = wrong ?? help;
  return (
    <div className={className}>
      <label htmlFor={id} className="block text-work leading-4 font-medium">
        {label}
      </label>
      <textarea
        id={id}
        rows={rows}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={said ? `${id}-said` : undefined}
        {...rest}
        className={join(
          'mt-1.5 block max-h-72 w-full resize-none rounded-corner border bg-surface px-2.5 py-1.5 [field-sizing:content] outline-none',
          'focus:border-focus focus-visible:shadow-[0_0_0_2px_color-mix(in_oklch,var(--focus)_28%,transparent)]',
          wrong ? 'border-danger' : 'border-line-control',
        )}
      />
      {said && (
        <p id={`${id}-said`} className={join('mt-1 text-meta', wrong ? 'text-danger-text' : 'text-ink-3')}>
          {said}
        </p>
      )}
    </div>
  );
}
