'use client';

import { ArrowRight } from 'lucide-react';
import { useState } from 'react';
import { useMe } from '@/components/shell/me';
import { Button } from '@/components/ui/button';
import { join } from '@/components/ui/join';
import { Link } from '@/components/ui/link';
import { Segments } from '@/components/ui/segments';
import { Skeleton } from '@/components/ui/skeleton';
import { formatMoney } from '@/lib/format/format-money';
import { formatTook } from '@/lib/format/format-time';
import type { Replay, ReplayRow } from '@/lib/governance/replay.schema';
import { effectNames } from './effect-names';
import { effectColours } from './policy-words';
import type { useReplay } from './queries';
import { nameChange, sayDecided, sayReplay } from './say-replay';

export type ReplayDays = 7 | 30 | 90;
type Props = {
  replay: ReturnType<typeof useReplay>;
  days: ReplayDays;
  /** What is written now is not what was replayed. */
  stale: boolean;
  onDays: (days: ReplayDays) => void;
  onAgain: () => void;
};

const periods = [
  ['7', '7'],
  ['30', '30'],
  ['90', '90'],
] as const;
const fewRows = 6;

/** What the rules as they are written now would have decided differently. */
export function ReplaySection({ replay, days, stale, onDays, onAgain }: Props) {
  const found = replay.data;
  return (
    <section aria-label="Replay" className="px-5 py-4 max-pane:px-4">
      <header className="flex min-h-6 flex-wrap items-center gap-x-2">
        <h2 className="font-strong">Replay of the last {days} days</h2>
        <span className="flex-1" />
        {found && !replay.isFetching && (
          <span className="text-meta text-ink-3 tabular-nums">
            {found.decisions.toLocaleString('en')} {found.decisions === 1 ? 'decision' : 'decisions'},{' '}
            {formatTook(found.tookMs)}
          </span>
        )}
      </header>
      {replay.isError ? (
        <div role="alert" className="mt-2">
          <p className="text-pretty text-danger-text">The replay did not finish. {replay.error.message}</p>
          <Button className="mt-2" onClick={onAgain}>
            Try again
          </Button>
        </div>
      ) : !found ? (
        <div role="status" aria-label="Deciding again what was decided" className="flex flex-col gap-3 py-3">
          {['w-11/12', 'w-3/5', 'w-full'].map((width) => (
            <Skeleton key={width} className={`h-2.5 ${width}`} />
          ))}
        </div>
      ) : (
        <div className={join(replay.isFetching && 'opacity-60')} aria-busy={replay.isFetching}>
          <Found found={found} />
        </div>
      )}
      {stale && found && (
        <p className="mt-2 text-meta text-ink-3">
          Of an earlier wording.{' '}
          <button type="button" onClick={onAgain} className="font-medium text-accent-text hover:underline">
            Replay again
          </button>
        </p>
      )}
      <div className="mt-3 flex items-center gap-2 text-meta text-ink-3">
        <span aria-hidden>Days</span>
        <Segments
          label="Days"
          options={periods}
          chosen={String(days) as '7' | '30' | '90'}
          onChoose={(one) => onDays(Number(one) as ReplayDays)}
        />
      </div>
    </section>
  );
}

function Found({ found }: { found: Replay }) {
  const [all, setAll] = useState(false);
  const me = useMe().name;
  const rows = all ? found.rows : found.rows.slice(0, fewRows);
  const differing = found.decisions - found.same;
  return (
    <>
      <p className="mt-1.5 text-pretty">{sayReplay(found)}</p>
      {found.decisions > 0 && (
        <>
          <div aria-hidden className="mt-2.5 flex h-2 gap-px overflow-hidden rounded-[2px]">
            {found.same > 0 && <span className="bg-chart-previous" style={{ flexGrow: found.same }} />}
            {found.changes.map(({ was, would, count }) => (
              <span key={`${was} ${would}`} className={join('min-w-2', barOf(would))} style={{ flexGrow: count }} />
            ))}
          </div>
          <ul className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-meta text-ink-2 tabular-nums">
            <Entry colour="bg-chart-previous">Same {found.same.toLocaleString('en')}</Entry>
            {found.changes.map((change) => (
              <Entry key={nameChange(change)} colour={barOf(change.would)}>
                {nameChange(change)} {change.count.toLocaleString('en')}
              </Entry>
            ))}
            <li>Stricter {found.stricter.toLocaleString('en')}</li>
          </ul>
        </>
      )}
      {rows.length > 0 && (
        <table className="mt-2 w-full border-separate border-spacing-0">
          <thead>
            <tr className="text-left text-meta text-ink-3">
              {['Customer', 'Amount', 'Was, would be', 'Then decided'].map((name) => (
                <th
                  key={name}
                  scope="col"
                  className={join(
                    'h-8 border-b border-line pr-3 font-text last:pr-0',
                    name === 'Amount' && 'text-right',
                  )}
                >
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.actionId} row={row} me={me} />
            ))}
          </tbody>
        </table>
      )}
      {found.rows.length > fewRows && (
        <Button look="plain" className="mt-1.5 -ml-2 px-2! text-accent-text!" onClick={() => setAll(!all)}>
          {all
            ? 'Fewer'
            : `${found.rows.length < differing ? `The newest ${found.rows.length}` : `All ${found.rows.length}`} conversations`}
          {!all && <ArrowRight size={14} aria-hidden />}
        </Button>
      )}
    </>
  );
}

const barOf = (would: ReplayRow['would']): string =>
  would === 'allow' ? 'bg-chart-1' : would === 'needs_approval' ? 'bg-chart-3' : 'bg-chart-5';

function Entry({ colour, children }: { colour: string; children: React.ReactNode }) {
  return (
    <li className="flex items-center gap-1.5">
      <span aria-hidden className={join('size-2 rounded-[2px]', colour)} />
      {children}
    </li>
  );
}

function Row({ row, me }: { row: ReplayRow; me: string }) {
  const cell = 'h-8 border-b border-line pr-3 last:pr-0 whitespace-nowrap';
  return (
    <tr>
      <td className={join(cell, 'max-w-32 truncate font-medium')}>
        <Link href={`/inbox/all/${row.conversationId}`} className="hover:underline">
          {row.customer}
        </Link>
      </td>
      <td className={join(cell, 'text-right tabular-nums')}>
        {row.amountCents === null ? '–' : formatMoney(row.amountCents)}
      </td>
      <td className={cell}>
        <span className={effectColours[row.was]}>{effectNames[row.was]}</span>
        <ArrowRight size={12} aria-label="would be" className="mx-1.5 inline text-ink-3" />
        <span className={effectColours[row.would]}>{effectNames[row.would]}</span>
      </td>
      <td className={join(cell, 'max-w-28 truncate text-ink-2')}>{sayDecided(row, me)}</td>
    </tr>
  );
}
