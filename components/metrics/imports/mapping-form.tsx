'use client';

import { CircleAlert } from 'lucide-react';
import { useState } from 'react';
import { useCounting } from '@/components/metrics/counting';
import { Button } from '@/components/ui/button';
import { SelectField } from '@/components/ui/select-field';
import {
  type DateOrder,
  type HistoryField,
  historyFields,
  type Mapping,
  mappingSchema,
  type TableHead,
  type TimeForm,
} from '@/lib/history/history.schema';
import { useReadTable } from './queries';

const fields: Record<HistoryField, { name: string; says: string; needed?: true }> = {
  id: { name: 'Number', says: 'By it the same ticket in another file is known.' },
  subject: { name: 'Subject', says: 'Needed, or the first message.', needed: true },
  message: { name: 'First message', says: 'Kept as a masked gist of a few lines.' },
  cameAt: { name: 'Came', says: 'When it was opened. Needed.', needed: true },
  firstReply: { name: 'First reply', says: 'When, or after how long.' },
  solved: { name: 'Solved', says: 'When, or after how long.' },
  reopened: { name: 'Reopened', says: 'How often, or whether.' },
  replies: { name: 'Replies', says: 'How many agents wrote.' },
  channel: { name: 'Channel', says: 'Mail, chat, phone and so on.' },
  category: { name: 'Category or tags', says: 'The first one counts.' },
  group: { name: 'Group', says: 'The team it was with.' },
  agent: { name: 'Agent', says: 'Only how many there are; no names.' },
  satisfaction: { name: 'Satisfaction', says: 'Good and bad, stars or points.' },
  handle: { name: 'Handle time', says: 'How long people worked on it.' },
  status: { name: 'Status', says: 'Whether it is over.' },
};

const forms: Record<TimeForm, string> = {
  moment: 'a date and time',
  seconds: 'seconds',
  minutes: 'minutes',
  hours: 'hours',
  clock: 'a clock, 0:12:30',
  milliseconds: 'milliseconds',
};
const orders: Record<DateOrder, string> = {
  year: 'Year first, 2026-03-04, or a named month',
  day: 'Day first, 04/03/2026',
  month: 'Month first, 03/04/2026',
};

type Draft = Omit<Mapping, 'dateOrder'> & { dateOrder: DateOrder | null };

/** What stands in which column: guessed, shown with values of the file, and said by a person before anything is read. */
export function MappingForm({ id, table }: { id: string; table: TableHead }) {
  const { timeZone } = useCounting();
  const [draft, setDraft] = useState<Draft>(() => ({
    ...mappingSchema.parse({ timeZone, ...table.guess, columns: { cameAt: 0, subject: 0, ...table.guess.columns } }),
    columns: table.guess.columns,
    dateOrder: table.guess.dateOrder ?? null,
  }));
  const reading = useReadTable();
  const set = (more: Partial<Draft>) => setDraft((now) => ({ ...now, ...more }));
  const choose = (field: HistoryField, at: number | undefined) => {
    const { [field]: _, ...others } = draft.columns;
    set({ columns: at === undefined ? others : { ...others, [field]: at } });
  };
  const about = draft.columns.subject !== undefined || draft.columns.message !== undefined;
  const missing = [
    draft.columns.cameAt === undefined && 'when a ticket came',
    !about && 'what it was about',
    draft.dateOrder === null && 'which part of a date comes first',
  ].filter(Boolean);
  return (
    <form
      aria-label="Columns"
      onSubmit={(event) => {
        event.preventDefault();
        if (missing.length === 0) reading.mutate({ id, mapping: draft });
      }}
    >
      <p className="pb-4 text-ink-2">
        {table.vendor ? `It looks like an export of ${table.vendor}. ` : ''}
        {table.heads.length} columns; those that are not named here are never read.
      </p>
      <table className="w-full text-left">
        <thead className="text-meta text-ink-3 max-pane:sr-only">
          <tr className="h-8 border-b border-line">
            <th className="w-52 font-text">What is asked</th>
            <th className="w-88 font-text">Column of the file</th>
            <th className="font-text">What stands there, masked</th>
          </tr>
        </thead>
        <tbody>
          {historyFields.map((field) => (
            <FieldRow
              key={field}
              field={field}
              at={draft.columns[field]}
              table={table}
              wrong={
                fields[field].needed === true && (field === 'cameAt' ? draft.columns.cameAt === undefined : !about)
              }
              onChoose={(at) => choose(field, at)}
            >
              {draft.columns[field] !== undefined && (field === 'firstReply' || field === 'solved') && (
                <FormPick
                  label={`${fields[field].name} is`}
                  value={field === 'solved' ? draft.solvedAs : draft.firstReplyAs}
                  choices={Object.keys(forms) as TimeForm[]}
                  onChange={(form) => set(field === 'solved' ? { solvedAs: form } : { firstReplyAs: form })}
                />
              )}
              {draft.columns[field] !== undefined && field === 'handle' && (
                <FormPick
                  label="Handle time is"
                  value={draft.handleAs}
                  choices={['seconds', 'minutes', 'hours', 'clock', 'milliseconds'] as const}
                  onChange={(handleAs) => set({ handleAs })}
                />
              )}
              {draft.columns[field] !== undefined && field === 'satisfaction' && (
                <select
                  aria-label="The best rating is"
                  value={draft.satisfactionOf}
                  onChange={(event) => set({ satisfactionOf: Number(event.target.value) as Mapping['satisfactionOf'] })}
                  className={picked}
                >
                  {[3, 5, 10, 100].map((best) => (
                    <option key={best} value={best}>
                      words, or of {best}
                    </option>
                  ))}
                </select>
              )}
            </FieldRow>
          ))}
        </tbody>
      </table>
      <div className="grid max-w-[640px] grid-cols-2 items-start gap-4 pt-5 max-pane:grid-cols-1">
        <SelectField
          label="Dates are written with"
          value={draft.dateOrder ?? ''}
          onChange={(event) => set({ dateOrder: event.target.value as DateOrder })}
          {...(draft.dateOrder === null && { help: 'The values fit both: day and month are under 13 everywhere.' })}
        >
          {draft.dateOrder === null && <option value="">Choose</option>}
          {(Object.keys(orders) as DateOrder[]).map((order) => (
            <option key={order} value={order}>
              {orders[order]}
            </option>
          ))}
        </SelectField>
        <SelectField
          label="In the time zone"
          help="Of times that name none themselves."
          value={draft.timeZone}
          onChange={(event) => set({ timeZone: event.target.value })}
        >
          {[...new Set([draft.timeZone, 'UTC', ...Intl.supportedValuesOf('timeZone')])].map((zone) => (
            <option key={zone} value={zone}>
              {zone.replaceAll('_', ' ')}
            </option>
          ))}
        </SelectField>
      </div>
      <div className="flex items-center gap-3 pt-5 pb-6">
        <Button type="submit" size="form" look="filled" disabled={missing.length > 0} busy={reading.isPending}>
          Read the tickets
        </Button>
        <p className="flex items-center gap-1.5 text-ink-2">
          {missing.length > 0 && (
            <>
              <CircleAlert size={16} strokeWidth={1.75} aria-hidden className="flex-none text-attention-text" />
              Still open: {missing.join(', ')}.
            </>
          )}
        </p>
      </div>
    </form>
  );
}

const picked =
  'h-8 min-w-0 rounded-corner border border-line-control bg-surface px-2 text-ink-1 outline-none max-pane:h-11 focus:border-focus focus-visible:shadow-[0_0_0_2px_color-mix(in_oklch,var(--focus)_28%,transparent)]';

type FieldProps = {
  field: HistoryField;
  at: number | undefined;
  table: TableHead;
  wrong: boolean;
  onChoose: (at: number | undefined) => void;
  children: React.ReactNode;
};

function FieldRow({ field, at, table, wrong, onChoose, children }: FieldProps) {
  const { name, says } = fields[field];
  return (
    <tr className="border-b border-line max-pane:flex max-pane:flex-col max-pane:gap-1 max-pane:py-3">
      <th scope="row" className="py-2 pr-4 font-text max-pane:py-0">
        <span className="font-medium">{name}</span>
        <span className={`block text-meta ${wrong ? 'text-attention-text' : 'text-ink-3'}`}>{says}</span>
      </th>
      <td className="py-2 pr-4 max-pane:py-0">
        <span className="flex gap-2">
          <select
            aria-label={`Column of ${name}`}
            value={at ?? ''}
            onChange={(event) => onChoose(event.target.value === '' ? undefined : Number(event.target.value))}
            className={`${picked} flex-1 ${at === undefined ? 'text-ink-3' : ''}`}
          >
            <option value="">Not in the file</option>
            {table.heads.map((head, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one name, a place is all they have
              <option key={place} value={place}>
                {head || `Column ${place + 1}`}
              </option>
            ))}
          </select>
          {children}
        </span>
      </td>
      <td className="max-w-0 truncate py-2 text-ink-2 max-pane:max-w-full max-pane:py-0">
        {at === undefined ? '' : (table.samples[at]?.join(' · ') ?? '')}
      </td>
    </tr>
  );
}

type PickProps<T extends TimeForm> = { label: string; value: T; choices: readonly T[]; onChange: (form: T) => void };

function FormPick<T extends TimeForm>({ label, value, choices, onChange }: PickProps<T>) {
  return (
    <select
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value as T)}
      className={`${picked} w-36`}
    >
      {choices.map((form) => (
        <option key={form} value={form}>
          {forms[form]}
        </option>
      ))}
    </select>
  );
}
