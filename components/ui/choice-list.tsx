'use client';

import type { ReactNode } from 'react';
import { Checkbox } from './checkbox';
import { join } from './join';

type Props<K extends string> = {
  label: string;
  /** The label stands elsewhere already. */
  quiet?: boolean;
  options: readonly { key: K; name: string; help?: string; sign?: ReactNode; disabled?: boolean }[];
  chosen: readonly K[];
  onChoose: (chosen: K[]) => void;
  columns?: boolean;
  className?: string;
};

/** Several of a few, all in sight. */
export function ChoiceList<K extends string>({
  label,
  quiet,
  options,
  chosen,
  onChoose,
  columns,
  className,
}: Props<K>) {
  return (
    <fieldset className={className}>
      <legend className={quiet ? 'sr-only' : 'mb-1.5 text-work leading-4 font-medium'}>{label}</legend>
      <div className={join('grid gap-x-6', columns && 'grid-cols-2 max-pane:grid-cols-1')}>
        {options.map(({ key, name, help, sign, disabled }) => (
          // biome-ignore lint/a11y/noLabelWithoutControl: the box within is the control, and is named by itself
          <label
            key={key}
            className={join(
              'flex items-start gap-2 py-1 max-pane:min-h-11 max-pane:items-center',
              disabled && 'text-ink-3',
            )}
          >
            <span className="mt-0.5 flex-none max-pane:mt-0">
              <Checkbox
                label={name}
                checked={chosen.includes(key)}
                disabled={disabled}
                onChange={(on) => onChoose(on ? [...chosen, key] : chosen.filter((one) => one !== key))}
              />
            </span>
            {sign}
            <span className="min-w-0">
              <span className="block">{name}</span>
              {help && <span className="block text-meta text-pretty text-ink-3">{help}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
