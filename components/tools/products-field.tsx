'use client';

import { SelectField } from '@/components/ui/select-field';
import type { DeskSettingsView } from '@/lib/tools/records.schema';
import { nameOf } from './desk-draft';

type Props = { tools: DeskSettingsView['tools']; value: string; onChange: (value: string) => void };

/** Which tool lists the products. Only those are offered that are asked with nothing, for nobody. */
export function ProductsField({ tools, value, onChange }: Props) {
  const offered = tools.filter(({ subject, args }) => !subject && !args.some(({ required }) => required));
  const chosen = offered.some((one) => nameOf(one) === value);
  return (
    <section aria-labelledby="products" className="py-5">
      <h2 id="products" className="font-strong">
        Which products there are
      </h2>
      <p className="mt-1 mb-4 text-pretty text-ink-2">
        The assistant knows them by name when customers write of them, and no product is taken for the name of a person.
      </p>
      <SelectField
        label="Listed by"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        help="A tool that answers with products, each with sku and name. Asked every five minutes."
        className="max-w-[420px]"
      >
        <option value="">No tool: product names are not known</option>
        {value !== '' && !chosen && <option>{value}</option>}
        {offered.map((one) => (
          <option key={nameOf(one)} value={nameOf(one)}>
            {one.name}
          </option>
        ))}
      </SelectField>
    </section>
  );
}
