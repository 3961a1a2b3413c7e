'use client';

import { ArrowUpRight, Undo2, X } from 'lucide-react';
import { useState } from 'react';
import { Rule } from '@/components/inbox/approval-section';
import { ContextSection, Fact, Facts } from '@/components/inbox/context-section';
import { FactsRead } from '@/components/inbox/facts-read';
import { TierBadge } from '@/components/ui/badge';
import { Button, buttonClass } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Link } from '@/components/ui/link';
import { useNow } from '@/components/ui/use-now';
import { formatMoney } from '@/lib/format/format-money';
import { formatMoment } from '@/lib/format/format-time';
import { nameTool } from '@/lib/format/name-tool';
import { actionStatusSchema, type LedgerEntry } from '@/lib/tools/ledger.schema';
import { ActionLife } from './action-life';
import { ActionStatus } from './action-status';
import { Differences } from './differences';
import { TakeBackDialog } from './take-back-dialog';

type Props = { entry: LedgerEntry; onClose: () => void };

/** The whole life of one action: who asked, which rule, what was sent, what came back, and the way to take it back. */
export function LedgerEntryPane({ entry, onClose }: Props) {
  const { action, customer, conversation } = entry;
  const [undoing, setUndoing] = useState(false);
  const status = actionStatusSchema.parse(action.status);
  return (
    <>
      <header className="flex h-(--bar) flex-none items-center gap-2 border-b border-line pr-2 pl-4">
        <h2 className="min-w-0 truncate font-strong">{nameTool(action.tool)}</h2>
        <span className="flex-1" />
        <IconButton icon={X} label="Close" onClick={onClose} />
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div className="border-b border-line px-4 pt-3 pb-3.5">
          <p className="flex flex-wrap items-baseline gap-x-2">
            {action.amountCents !== null && (
              <span className="text-figure font-strong tracking-(--tracking-figure) tabular-nums">
                {formatMoney(action.amountCents)}
              </span>
            )}
            <span className="text-pretty text-ink-2">{action.says}</span>
          </p>
          <p className="mt-2 flex flex-wrap items-center gap-x-2 gap-y-1">
            <span role="status">
              <ActionStatus status={status} />
            </span>
            <span aria-hidden className="text-ink-3">
              ·
            </span>
            <Link href={`/customers/${customer.id}`} className="rounded-corner-small font-medium hover:underline">
              {customer.name}
            </Link>
            <TierBadge tier={customer.tier} />
          </p>
          <div className="mt-3 flex flex-wrap gap-2">
            {entry.undo && (
              <Button icon={Undo2} onClick={() => setUndoing(true)}>
                Take it back
              </Button>
            )}
            <Link href={`/inbox/all/${conversation.id}`} className={buttonClass('plain')}>
              Conversation #{conversation.number}
              <ArrowUpRight size={14} strokeWidth={1.75} aria-hidden className="text-ink-3" />
            </Link>
            {entry.turnId && (
              <Link href={`/inbox/turns/${entry.turnId}`} className={buttonClass('plain')}>
                Trace
                <ArrowUpRight size={14} strokeWidth={1.75} aria-hidden className="text-ink-3" />
              </Link>
            )}
          </div>
          <Linked entry={entry} />
        </div>
        <Differences entry={entry} />
        <ActionLife life={entry.life} />
        <Values name="Sent" title="What was sent" values={entry.args} meta={entry.connector} />
        {entry.result && <Values name="Result" title="What came back" values={entry.result} />}
        <Rule action={action} title="The rule that decided" />
        <FactsRead action={action} />
        <Book entry={entry} />
      </div>
      {undoing && entry.undo && (
        <TakeBackDialog
          actionId={action.id}
          says={action.says}
          tool={entry.undo.tool}
          args={entry.undo.args}
          customer={customer.name}
          onClose={() => setUndoing(false)}
        />
      )}
    </>
  );
}

/** What it takes back, and what takes it back. */
function Linked({ entry: { takesBack, takenBackBy } }: { entry: LedgerEntry }) {
  if (takesBack)
    return (
      <p className="mt-2 text-meta text-ink-3">
        Takes back{' '}
        <Link href={`/actions/${takesBack.id}`} className="font-medium text-accent-text hover:underline">
          {takesBack.says}
        </Link>
      </p>
    );
  if (!takenBackBy) return null;
  return (
    <p className="mt-2 flex flex-wrap items-center gap-1.5 text-meta text-ink-3">
      <Link href={`/actions/${takenBackBy.id}`} className="font-medium text-accent-text hover:underline">
        {takenBackBy.status === 'succeeded' ? 'How it was taken back' : 'Taking it back'}
      </Link>
      {takenBackBy.status !== 'succeeded' && <ActionStatus status={takenBackBy.status} />}
      {takenBackBy.error && `(${takenBackBy.error})`}
    </p>
  );
}

const shown = (value: unknown): string =>
  typeof value === 'string' ? value : value === null ? '–' : JSON.stringify(value);

/** Objects one level down are opened, so that nobody reads braces. */
function flatten(values: Record<string, unknown>): [name: string, value: unknown][] {
  return Object.entries(values).flatMap(([name, value]): [string, unknown][] =>
    value && typeof value === 'object' && !Array.isArray(value)
      ? Object.entries(value as Record<string, unknown>).map(([inner, deep]) => [`${name}.${inner}`, deep])
      : [[name, value]],
  );
}

type ValuesProps = { name: string; title: string; values: Record<string, unknown>; meta?: string };

function Values({ name, title, values, meta }: ValuesProps) {
  const rows = flatten(values);
  return (
    <ContextSection name={name} title={title} meta={meta}>
      {rows.length === 0 ? (
        <p className="text-ink-2">Nothing but whose it is.</p>
      ) : (
        <dl className="grid grid-cols-[minmax(96px,auto)_1fr] gap-x-3 gap-y-1">
          {rows.map(([key, value]) => (
            <Fact key={key} label={key}>
              {shown(value)}
            </Fact>
          ))}
        </dl>
      )}
    </ContextSection>
  );
}

function Book({ entry }: { entry: LedgerEntry }) {
  const now = useNow(60_000);
  return (
    <ContextSection name="Book" title="In the book">
      <Facts wide>
        <Fact label="Key">
          <code className="font-mono text-meta">{entry.action.key}</code>
        </Fact>
        <Fact label="Tries">{entry.attempts}</Fact>
        <Fact label="Compared">
          {now > 0 && (entry.comparedAt ? `with the shop, ${formatMoment(entry.comparedAt, now)}` : 'Not yet')}
        </Fact>
      </Facts>
    </ContextSection>
  );
}
