'use client';

import { X } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { actionStatusSchema } from '@/lib/tools/ledger.schema';
import { statuses } from './action-status';
import { useLedgerSums } from './queries';
import { goToLedger, type LedgerPlace, withFilter } from './use-ledger-place';

const fieldClass =
  'h-8 rounded-corner border border-line-control bg-surface px-2 text-ink-1 outline-none placeholder:text-ink-3 max-pane:h-11 focus:border-focus focus-visible:shadow-[0_0_0_2px_color-mix(in_oklch,var(--focus)_28%,transparent)]';

/** Every filter in sight; what is chosen stands in the address at once, what is typed when one leaves it. */
export function LedgerFilters({ place }: { place: LedgerPlace }) {
  const { filter } = place;
  const { data } = useLedgerSums(filter.toString());
  const get = (name: string) => filter.get(name) ?? '';
  const set = (change: Record<string, string>) => goToLedger({ id: null, filter: withFilter(filter, change) });
  const narrowed = [...filter.keys()].some((name) => name !== 'differences');
  return (
    <search className="flex flex-none flex-wrap items-center gap-2 px-6 pt-4 pb-2 max-pane:px-4">
      <Choice
        label="Status"
        value={get('status')}
        options={actionStatusSchema.options.map((key) => [key, statuses[key].name])}
        onChange={(status) => set({ status })}
      />
      <Choice
        label="Tool"
        value={get('tool')}
        options={(data?.choices.tools ?? []).map((tool) => [tool, tool])}
        onChange={(tool) => set({ tool })}
      />
      <Choice
        label="Policy"
        value={get('policy')}
        options={(data?.choices.policies ?? []).map((policy) => [policy, policy])}
        onChange={(policy) => set({ policy })}
      />
      <Choice
        label="Decided by"
        value={get('by')}
        options={[
          ['assistant', 'A rule alone'],
          ...(data?.choices.people ?? []).map(({ id, name }) => [id, name] as const),
        ]}
        onChange={(by) => set({ by })}
      />
      <div className="flex gap-2">
        <Typed label="From" type="date" value={get('from')} onDone={(from) => set({ from })} />
        <Typed label="To" type="date" value={get('to')} onDone={(to) => set({ to })} />
      </div>
      <div className="flex gap-2">
        <Typed label="At least $" value={dollars(get('min'))} short onDone={(text) => set({ min: cents(text) })} />
        <Typed label="At most $" value={dollars(get('max'))} short onDone={(text) => set({ max: cents(text) })} />
      </div>
      <Typed
        label="Conversation"
        placeholder="Conversation #"
        value={get('conversation')}
        onDone={(text) => set({ conversation: text.replace(/\D/g, '') })}
      />
      {narrowed && (
        <Button
          look="plain"
          icon={X}
          onClick={() =>
            goToLedger({
              id: null,
              filter: new URLSearchParams(filter.has('differences') ? { differences: 'open' } : {}),
            })
          }
        >
          Clear
        </Button>
      )}
    </search>
  );
}

const dollars = (value: string): string => (/^\d+$/.test(value) ? String(Number(value) / 100) : '');
const cents = (text: string): string => {
  const amount = Number(text.replace(/[$,\s]/g, ''));
  return text.trim() !== '' && Number.isFinite(amount) && amount >= 0 ? String(Math.round(amount * 100)) : '';
};

type ChoiceProps = {
  label: string;
  value: string;
  options: readonly (readonly [key: string, name: string])[];
  onChange: (value: string) => void;
};

function Choice({ label, value, options, onChange }: ChoiceProps) {
  const known = value === '' || options.some(([key]) => key === value);
  return (
    <select
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      className={`${fieldClass} max-w-36 max-pane:flex-1 ${value ? 'font-medium' : 'text-ink-2'}`}
    >
      <option value="">{label}: any</option>
      {!known && <option value={value}>{value}</option>}
      {options.map(([key, name]) => (
        <option key={key} value={key}>
          {name}
        </option>
      ))}
    </select>
  );
}

type TypedProps = {
  label: string;
  value: string;
  type?: 'date';
  short?: true;
  placeholder?: string;
  onDone: (text: string) => void;
};

function Typed({ label, value, type, short, placeholder, onDone }: TypedProps) {
  const [text, setText] = useState(value);
  const done = () => text !== value && onDone(text);
  return (
    <label className="flex items-center gap-1.5 text-meta text-ink-3">
      {type === 'date' && <span aria-hidden>{label}</span>}
      <input
        aria-label={label}
        type={type ?? 'text'}
        inputMode={short ? 'decimal' : undefined}
        placeholder={placeholder ?? label}
        value={text}
        maxLength={20}
        onChange={(event) => {
          setText(event.target.value);
          if (type === 'date' && event.target.value !== value) onDone(event.target.value);
        }}
        onBlur={done}
        onKeyDown={(event) => event.key === 'Enter' && done()}
        className={`${fieldClass} text-work ${type === 'date' ? 'w-34' : short ? 'w-24' : 'w-34'}`}
      />
    </label>
  );
}
