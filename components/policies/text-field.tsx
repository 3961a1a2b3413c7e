'use client';

import { useId } from 'react';
import { join } from '@/components/ui/join';

type Props = {
  label: string;
  /** The label stands elsewhere already. */
  quiet?: boolean;
  mono?: boolean;
  value: string;
  placeholder?: string;
  maxLength?: number;
  inputMode?: 'decimal' | 'numeric';
  /** What there is to choose from, while anything may be written. */
  options?: readonly string[];
  onChange: (value: string) => void;
  className?: string;
};

/** One line of a policy, as dense as what stands around it. */
export function TextField({
  label,
  quiet,
  mono,
  value,
  placeholder,
  maxLength,
  inputMode,
  options,
  onChange,
  className,
}: Props) {
  const id = useId();
  return (
    <div className={className}>
      <label htmlFor={id} className={quiet ? 'sr-only' : 'mb-1.5 block text-work leading-4 font-medium'}>
        {label}
      </label>
      <input
        id={id}
        value={value}
        placeholder={placeholder}
        maxLength={maxLength}
        inputMode={inputMode}
        spellCheck={!mono}
        autoComplete="off"
        list={options ? `${id}-options` : undefined}
        onChange={(event) => onChange(event.target.value)}
        className={join(
          'block h-8 w-full rounded-corner border border-line-control bg-surface px-2 outline-none placeholder:text-ink-3 max-pane:h-11',
          'focus:border-focus focus-visible:shadow-[0_0_0_2px_color-mix(in_oklch,var(--focus)_28%,transparent)]',
          mono && 'font-mono text-meta',
        )}
      />
      {options && (
        <datalist id={`${id}-options`}>
          {options.map((option) => (
            <option key={option} value={option} />
          ))}
        </datalist>
      )}
    </div>
  );
}
