'use client';

import { type ComponentProps, useState } from 'react';
import { Field } from '@/components/ui/field';

type Props = Omit<ComponentProps<typeof Field>, 'value' | 'onChange' | 'type'> & {
  value: number | null;
  onChange: (value: number | null) => void;
};

/** A number, or none where it is emptied. What is being typed stands as it is typed: "0." is on its way to "0.5". */
export function NumberField({ value, onChange, ...rest }: Props) {
  const [typed, setTyped] = useState('');
  const shown = toNumber(typed) === value ? typed : String(value ?? '');
  return (
    <Field
      {...rest}
      type="number"
      inputMode="decimal"
      value={shown}
      onChange={(event) => {
        setTyped(event.target.value);
        onChange(toNumber(event.target.value));
      }}
    />
  );
}

const toNumber = (text: string): number | null => (text.trim() === '' ? null : Number(text));
