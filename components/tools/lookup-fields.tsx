'use client';

import { Field } from '@/components/ui/field';
import { SelectField } from '@/components/ui/select-field';
import { Switch } from '@/components/ui/switch';
import type { ConnectorWithTools } from '@/lib/tools/registry.schema';
import { ExpressionRows } from './expression-rows';
import { beginLookup, type LookupDraft } from './lookup-draft';

type Props = {
  connector: ConnectorWithTools | null;
  lookup: LookupDraft | null;
  onChange: (lookup: LookupDraft | null) => void;
};

const expression = { maxLength: 2_000, spellCheck: false, className: '[&_input]:font-mono [&_input]:text-meta' };

/** Which tool brings a customer's record, where all that is known of them is a verified address. */
export function LookupFields({ connector, lookup, onChange }: Props) {
  const reads = connector?.tools.filter(({ write }) => !write).map(({ name }) => name) ?? [];
  const set = (more: Partial<LookupDraft>) => lookup && onChange({ ...lookup, ...more });
  const options = lookup && !reads.includes(lookup.tool) ? [lookup.tool, ...reads] : reads;
  return (
    <fieldset aria-label="Account lookup" className="rounded-corner border border-line px-4 py-3">
      <Switch
        label="Look the account up by address"
        help="When only a verified email address is known of the customer. One system may bring accounts."
        checked={lookup !== null}
        onChange={(on) => onChange(on ? beginLookup(connector) : null)}
      />
      {lookup && (
        <>
          <div className="mt-3 grid grid-cols-2 items-start gap-4 max-pane:grid-cols-1">
            <SelectField
              label="Looked up with"
              value={lookup.tool}
              onChange={(event) => set({ tool: event.target.value })}
            >
              {options.map((tool) => (
                <option key={tool} value={tool}>
                  {tool === '' ? 'Choose…' : tool}
                </option>
              ))}
            </SelectField>
            <Field
              {...expression}
              label="The account number"
              required
              value={lookup.value}
              onChange={(event) => set({ value: event.target.value })}
              help="In what it found."
            />
            <Field
              {...expression}
              label="The name"
              placeholder="not taken over"
              value={lookup.name}
              onChange={(event) => set({ name: event.target.value })}
            />
            <Field
              {...expression}
              label="The tier"
              placeholder="not taken over"
              value={lookup.tier}
              onChange={(event) => set({ tier: event.target.value })}
            />
          </div>
          <ExpressionRows label="Asked for, over email" pairs={lookup.args} onChange={(args) => set({ args })} />
        </>
      )}
    </fieldset>
  );
}
