'use client';

import { Field } from '@/components/ui/field';
import { SelectField } from '@/components/ui/select-field';
import { TextAreaField } from '@/components/ui/text-area-field';
import type { SchemaField } from './read-fields';

type Props = { field: SchemaField; value: string; wrong: string | null; onChange: (value: string) => void };

/** One argument of a tool as a field of a form. */
export function ArgumentField({ field: { name, type, says, required, choices }, value, wrong, onChange }: Props) {
  const label = required ? name : `${name}, optional`;
  const help = says || type;
  if (choices.length > 0 || type === 'boolean')
    return (
      <SelectField label={label} value={value} help={wrong ?? help} onChange={(event) => onChange(event.target.value)}>
        <option value="">Nothing</option>
        {(choices.length > 0 ? choices : ['true', 'false']).map((one) => (
          <option key={one}>{one}</option>
        ))}
      </SelectField>
    );
  const common = { label, value, wrong, help, spellCheck: false, maxLength: 8_000 };
  if (type.startsWith('list') || type === 'object')
    return <TextAreaField {...common} help={`${help}, as JSON`} onChange={(event) => onChange(event.target.value)} />;
  return (
    <Field
      {...common}
      inputMode={type.includes('number') ? 'decimal' : 'text'}
      autoComplete="off"
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
