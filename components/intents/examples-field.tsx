'use client';

import { useId } from 'react';
import { readLines } from './example-lines';

type Props = { label: string; value: string; onChange: (value: string) => void; least: number };

/** One example a line; pasting a column of a table fills it. */
export function ExamplesField({ label, value, onChange, least }: Props) {
  const id = useId();
  const count = readLines(value).length;
  return (
    <div>
      <label htmlFor={id} className="block leading-4 font-medium">
        {label}
      </label>
      <textarea
        id={id}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        rows={8}
        aria-describedby={`${id}-help`}
        placeholder={'can you wrap it as a present\nI would like gift paper around it'}
        className="mt-1.5 block max-h-80 w-full resize-none [field-sizing:content] min-h-40 rounded-corner border border-line-control bg-surface px-2.5 py-1.5 outline-none placeholder:text-ink-3 focus:border-focus focus-visible:shadow-[0_0_0_2px_color-mix(in_oklch,var(--focus)_28%,transparent)]"
      />
      <p id={`${id}-help`} className="mt-1 text-meta text-ink-3">
        One a line, as customers write it. {count} so far{count < least ? `, at least ${least}` : ''}
        {count < 10 ? '; ten teach it well.' : '.'}
      </p>
    </div>
  );
}
