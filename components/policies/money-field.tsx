'use client';

import { useState } from 'react';
import { TextField } from './text-field';

type Props = { label: string; cents: number | undefined; onChange: (cents: number | undefined) => void };

/** Dollars as they are typed; what is kept are cents. */
export function MoneyField({ label, cents, onChange }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const stands = cents === undefined ? '' : (cents / 100).toFixed(2);
  const toCents = (text: string) => Math.round(Number(text.replace(/[$,\s]/g, '')) * 100);
  // What is typed stays as it is typed while it means what is kept: undone from outside, it does not.
  const shown =
    typed !== null && (typed.trim() === '' ? cents === undefined : toCents(typed) === cents) ? typed : stands;
  return (
    <TextField
      label={label}
      inputMode="decimal"
      placeholder="no cap"
      value={shown}
      maxLength={16}
      onChange={(text) => {
        const next = toCents(text);
        if (text.trim() !== '' && !(next >= 0 && next <= 1e12)) return;
        setTyped(text);
        onChange(text.trim() === '' ? undefined : next);
      }}
    />
  );
}
