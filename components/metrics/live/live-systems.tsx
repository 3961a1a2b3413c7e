'use client';

import { Check, CircleAlert, CircleDashed, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from '@/components/ui/link';
import { useNow } from '@/components/ui/use-now';
import { formatSpan, formatTook } from '@/lib/format/format-time';
import type { Health, LiveView } from '@/lib/live/live.schema';

const signs = {
  well: { icon: Check, tone: 'text-solved-text', says: 'well' },
  failing: { icon: TriangleAlert, tone: 'text-attention-text', says: 'fails at times' },
  down: { icon: CircleAlert, tone: 'text-danger-text', says: 'down' },
  unused: { icon: CircleDashed, tone: 'text-ink-3', says: 'not asked in this hour' },
} as const;

/** Models, connected systems, and the machine itself. */
export function LiveSystems({ view: { models, connectors, machine } }: { view: LiveView }) {
  const now = useNow(15_000);
  const { workers, events, oldestEvent, mailWaiting, mailFailed, letters } = machine;
  const late = oldestEvent !== null && now > 0 && now - Date.parse(oldestEvent) > 10_000;
  return (
    <div className="grid grid-cols-[minmax(0,360fr)_minmax(0,344fr)_minmax(0,360fr)] gap-x-8 gap-y-6 border-t border-line py-5 max-desk:grid-cols-1">
      <Column
        title="Models"
        says="Calls of the last hour, 95th percentile, failures"
        href="/settings/models"
        empty="No model is set: the local engine answers."
      >
        {models.map((one) => (
          <System key={one.name} {...one} href="/settings/models" />
        ))}
      </Column>
      <Column
        title="Systems"
        says="The slowest tool of each, in the last hour"
        href="/automation/tools"
        empty="No system is connected."
      >
        {connectors.map((one) => (
          <System key={one.id} {...one} href="/automation/tools" />
        ))}
      </Column>
      <Column title="The machine" says="What does the work, and what it could not do">
        <Line health={workers > 0 ? 'well' : 'down'} name="Workers">
          {workers === 0 ? 'none runs' : `${workers} at work`}
        </Line>
        <Line health={late ? 'failing' : 'well'} name="Events not taken yet">
          {events}
          {late && `, since ${formatSpan(now - Date.parse(oldestEvent))}`}
        </Line>
        <Line health={mailFailed > 0 ? 'failing' : 'well'} name="Mail" href="/settings/mail">
          {mailWaiting} waiting{mailFailed > 0 && `, ${mailFailed} failed today`}
        </Line>
        <Line health={letters.length > 0 ? 'failing' : 'well'} name="Failed for good">
          {letters.length === 0 ? 'nothing within a day' : `${letters.length} within a day`}
        </Line>
        {letters.length > 0 && (
          <li className="py-2">
            <details>
              <summary className="rounded-corner-small text-meta text-ink-2">What failed</summary>
              <ul className="mt-1">
                {letters.map(({ id, event, cause, at }) => (
                  <li key={id} className="py-1 text-meta">
                    <span className="font-medium">{event}</span>{' '}
                    <span className="text-ink-3">{now > 0 && `${formatSpan(now - Date.parse(at))} ago`}</span>
                    <span className="block break-words text-ink-2">{cause}</span>
                  </li>
                ))}
              </ul>
            </details>
          </li>
        )}
      </Column>
    </div>
  );
}

type ColumnProps = { title: string; says: string; href?: string; empty?: string; children: ReactNode };

function Column({ title, says, empty, children }: ColumnProps) {
  return (
    <section aria-label={title} className="min-w-0">
      <h3 className="font-strong">{title}</h3>
      <p className="text-ink-2">{says}</p>
      <ul className="mt-2 border-t border-line">
        {Array.isArray(children) && children.length === 0 ? <li className="py-2 text-ink-3">{empty}</li> : children}
      </ul>
    </section>
  );
}

type SystemProps = {
  name: string;
  health: Health;
  calls: number;
  failures: number;
  p95Ms: number | null;
  lastFailure: string | null;
  href: string;
};

function System({ name, health, calls, failures, p95Ms, lastFailure, href }: SystemProps) {
  const share = calls === 0 ? null : `${Math.round((failures / calls) * 100)}% failed`;
  return (
    <Line health={health} name={name} href={href} more={health === 'down' ? lastFailure : null}>
      {health === 'unused'
        ? 'not asked in this hour'
        : [p95Ms === null ? null : formatTook(p95Ms), share].filter(Boolean).join(', ')}
    </Line>
  );
}

type LineProps = { health: Health; name: string; href?: string; more?: string | null; children: ReactNode };

function Line({ health, name, href, more, children }: LineProps) {
  const { icon: Sign, tone, says } = signs[health];
  return (
    <li className="border-b border-line py-1.5">
      <span className="flex items-center gap-2.5">
        <Sign size={14} strokeWidth={2} role="img" aria-label={says} className={`flex-none ${tone}`} />
        <span className="min-w-0 flex-1 truncate">
          {href ? (
            <Link href={href} className="rounded-corner-small hover:underline">
              {name}
            </Link>
          ) : (
            name
          )}
        </span>
        <span className="flex-none text-ink-2 tabular-nums">{children}</span>
      </span>
      {more && <span className="block pl-6 text-meta text-pretty text-danger-text">{more}</span>}
    </li>
  );
}
