'use client';

import { IdCard, Plus, Trash2 } from 'lucide-react';
import { Button, buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { TextAreaField } from '@/components/ui/text-area-field';
import { type DeskSettingsView, type Fault, type ShownField, shownFields } from '@/lib/tools/records.schema';
import { beginRead, beginRecords, type DeskDraft, mayBeEmpty, type ReadDraft, shownKeys } from './desk-draft';
import { ReadFields } from './read-row';

type Props = {
  draft: DeskDraft;
  tools: DeskSettingsView['tools'];
  faults: readonly Fault[];
  edits: boolean;
  set: (more: Partial<DeskDraft>) => void;
};

const help: Record<ShownField, string> = {
  since: 'A date such as "2020-01-31", or null.',
  ordersCount: 'A number.',
  lifetimeCents: 'Cents as a whole number: cents(x) makes them of dollars.',
  orders:
    'A list of records with number, status, totalCents, at (a date) and summary, the newest first. Four stand beside a conversation.',
  subscription: 'A record with plan, status, priceCents, interval and renewsAt (a date or null), or null.',
};

const examples: Record<ShownField, string> = {
  since: 'customer.createdAt',
  ordersCount: 'customer.orderCount',
  lifetimeCents: 'cents(customer.totalSpent)',
  orders:
    'orders.list.map(o, {"number": o.name, "status": o.state, "totalCents": o.cents, "at": o.date, "summary": ""})',
  subscription: 'has(customer.plan) ? customer.plan : null',
};

/** Which tools are asked about a customer, and what of their answers is shown. */
export function RecordsFields({ draft, tools, faults, edits, set }: Props) {
  if (!draft.shows) return <NothingShown draft={draft} tools={tools} edits={edits} set={set} />;
  const { reads, show } = draft;
  const change = (row: number, more: Partial<ReadDraft>) =>
    set({ reads: reads.map((one) => (one.row === row ? { ...one, ...more } : one)) });
  return (
    <>
      <section aria-labelledby="records-reads" className="border-b border-line py-5">
        <header className="flex items-center gap-2">
          <h2 id="records-reads" className="min-w-0 flex-1 font-strong">
            What is asked
          </h2>
          <Button look="plain" icon={Trash2} className="-my-1 -mr-2.5" onClick={() => set({ shows: false })}>
            Show nothing
          </Button>
        </header>
        <p className="mt-1 mb-1 text-pretty text-ink-2">
          Tools that only read, all at once, for the customer one looks at. Each answer gets a name that the expressions
          below speak of.
        </p>
        {reads.map((read, index) => (
          <ReadFields
            key={read.row}
            read={read}
            reads={reads}
            index={index}
            tools={tools}
            faults={faults}
            onChange={(more) => change(read.row, more)}
            onRemove={() => set({ reads: reads.filter(({ row }) => row !== read.row) })}
          />
        ))}
        <Button icon={Plus} className="mt-3" onClick={() => set({ reads: [...reads, beginRead(reads)] })}>
          Ask another tool
        </Button>
      </section>
      <section aria-labelledby="records-show" className="border-b border-line py-5">
        <h2 id="records-show" className="font-strong">
          What is shown
        </h2>
        <p className="mt-1 mb-4 text-pretty text-ink-2">
          Expressions over the answers{sayNames(reads)}. Try it to see what the tools answer.
        </p>
        <div className="flex flex-col gap-4">
          {shownKeys.map((field) => (
            <TextAreaField
              key={field}
              label={mayBeEmpty(field) ? `${shownFields[field]}, optional` : shownFields[field]}
              required={!mayBeEmpty(field)}
              rows={1}
              maxLength={4_000}
              spellCheck={false}
              placeholder={examples[field]}
              className="[&_textarea]:font-mono [&_textarea]:text-meta"
              value={show[field]}
              wrong={faults.find(({ where }) => where === `show.${field}`)?.says ?? null}
              onChange={(event) => set({ show: { ...show, [field]: event.target.value } })}
              help={help[field]}
            />
          ))}
        </div>
      </section>
    </>
  );
}

function sayNames(reads: readonly ReadDraft[]): string {
  const names = reads.flatMap(({ name }) => (name.trim() === '' ? [] : [name.trim()]));
  return names.length === 0 ? '' : `: ${names.join(', ')}`;
}

function NothingShown({ draft, tools, edits, set }: Omit<Props, 'faults'>) {
  return (
    <section aria-label="What is shown" className="border-b border-line py-10">
      <EmptyState
        icon={IdCard}
        title="The desk shows nothing of a customer"
        actions={
          edits &&
          (tools.length > 0 ? (
            <Button size="form" look="filled" onClick={() => set(beginRecords(draft, tools))}>
              Set it up
            </Button>
          ) : (
            <Link href="/automation/tools" className={buttonClass('filled', 'form')}>
              Connect a system
            </Link>
          ))
        }
      >
        Say which tools tell of one, and what of their answers stands beside each conversation: since when, their
        orders, what they spent.{tools.length === 0 && ' For that a system has to be connected whose tools read.'}
      </EmptyState>
    </section>
  );
}
