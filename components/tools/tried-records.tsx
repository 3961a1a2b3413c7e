'use client';

import { Fact, Facts } from '@/components/inbox/context-section';
import { FoundRows, sayWorth } from '@/components/inbox/record-rows';
import { join } from '@/components/ui/join';
import { useNow } from '@/components/ui/use-now';
import { formatTook } from '@/lib/format/format-time';
import type { TriedRecords } from '@/lib/tools/records.schema';

/** What would stand beside a conversation, or why it does not, and what the tools answered. */
export function TriedRecordsShown({ tried: { shows, faults, answers } }: { tried: TriedRecords }) {
  return (
    <div role="status" aria-label="What the desk would show" className="mt-5 flex flex-col gap-5">
      {faults.length > 0 ? (
        <div>
          <p className="font-medium text-danger-text">
            {shows ? 'The desk could not show it.' : 'Nothing was asked: this has to be right first.'}
          </p>
          <ul className="mt-1 flex flex-col gap-1 text-pretty [overflow-wrap:anywhere]">
            {faults.map(({ where, called, says }) => (
              <li key={where}>
                {called}: {says}
              </li>
            ))}
          </ul>
        </div>
      ) : (
        shows && <Shown shows={shows} />
      )}
      {answers.length > 0 && (
        <div>
          <h3 className="text-meta text-ink-3">What the tools answered</h3>
          {answers.map((answer) => (
            <Answer key={answer.name} answer={answer} />
          ))}
        </div>
      )}
    </div>
  );
}

function Shown({ shows }: { shows: NonNullable<TriedRecords['shows']> }) {
  const now = useNow(60_000);
  switch (shows.kind) {
    case 'unknown':
      return (
        <p className="text-pretty text-attention-text">
          Nothing is verified of this customer that these systems could know them by. The desk would say that the shop
          knows nobody.
        </p>
      );
    case 'unset':
      return null;
    case 'unavailable':
      return <p className="text-pretty text-attention-text">A tool gave no answer to show: {shows.why}</p>;
    case 'found':
      return (
        <div className="rounded-corner border border-line px-3 py-2.5">
          <Facts>
            <Fact label="Since">{sayWorth(shows, shows.since)}</Fact>
          </Facts>
          <ul className="mt-2 flex flex-col gap-1">
            {shows.orders.length === 0 && <li className="text-ink-3">No orders.</li>}
            <FoundRows found={shows} now={now} />
          </ul>
        </div>
      );
  }
}

function Answer({ answer: { name, tool, kind, text, tookMs } }: { answer: TriedRecords['answers'][number] }) {
  return (
    <details className="border-b border-line py-1.5 last:border-b-0" open={kind !== 'done'}>
      <summary className="cursor-pointer rounded-corner-small">
        <span className="font-medium">{name}</span> <span className="text-ink-2">{tool}</span>{' '}
        <span className={join('text-meta tabular-nums', kind === 'done' ? 'text-ink-3' : 'text-danger-text')}>
          {kind === 'done' ? formatTook(tookMs) : 'no answer to show'}
        </span>
      </summary>
      <section
        aria-label={`Answer of ${name}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls has to be reached by keys
        tabIndex={0}
        className="mt-1.5 max-h-72 overflow-auto rounded-corner bg-fill px-3 py-2 font-mono text-meta leading-5 whitespace-pre-wrap [overflow-wrap:anywhere]"
      >
        {text}
      </section>
    </details>
  );
}
