'use client';

import { type FieldsOf, PickField } from './fields';
import { readName } from './step-words';

type ToProps = {
  label: string;
  value: string | null;
  of: FieldsOf;
  optional?: boolean;
  onPick: (to: string | null) => void;
};

/** Where a way leads, chosen by name: what is drawn on the canvas, for hands without a mouse. */
export function LeadsTo({ label, value, of: { edits, goals }, optional, onPick }: ToProps) {
  return (
    <PickField
      label={label}
      value={value ?? ''}
      disabled={!edits}
      options={[
        ['', optional ? 'Nowhere' : 'Not connected yet'] as const,
        ...goals.map(({ name, title }) => [name, title === readName(name) ? title : `${title} (${name})`] as const),
      ]}
      onPick={(to) => onPick(to === '' ? null : to)}
    />
  );
}
