'use client';

import type { ReactNode } from 'react';
import { useCounting } from '@/components/metrics/counting';
import { join } from '@/components/ui/join';
import { Link } from '@/components/ui/link';
import { useNow } from '@/components/ui/use-now';
import { formatSpan } from '@/lib/format/format-time';
import type { LiveView } from '@/lib/live/live.schema';

const since = (iso: string, now: number): string => {
  const span = formatSpan(now - Date.parse(iso));
  return span === 'now' ? 'under a minute' : span;
};

/** Six numbers side by side; each opens its list. */
export function LiveFigures({ view }: { view: LiveView }) {
  const now = useNow(5_000);
  const { today } = useCounting();
  const { waiting, promises, turns, people, today: day } = view;
  const on = people.filter((person) => person.on);
  const load = on.reduce((sum, person) => sum + person.load, 0);
  const capacity = on.reduce((sum, person) => sum + person.capacity, 0);
  const away = people.length - on.length;
  const from = new URLSearchParams({ from: today, to: today, back: '/metrics/live' });
  const behind = (measure: string) => `/metrics/behind?${from}&measure=${measure}`;
  return (
    <div className="overflow-hidden border-y border-line">
      <dl className="-ml-4 grid grid-cols-[repeat(auto-fit,minmax(168px,1fr))] gap-y-px max-pane:grid-cols-2">
        <Figure name="Waiting" value={waiting.count} href="/inbox/unassigned">
          {waiting.oldest && now > 0 ? `longest ${since(waiting.oldest, now)}` : 'nobody'}
        </Figure>
        <Figure name="Late" value={promises.late} href="/inbox/all?q=due%3Alate" bad={promises.late > 0}>
          {promises.soon} due within 15 min
        </Figure>
        <Figure
          name="Broken in the last hour"
          value={promises.brokenInHour}
          href="/inbox/all?q=due%3Ajust-broken"
          bad={promises.brokenInHour > 0}
        >
          promises
        </Figure>
        <Figure name="Turns under way" value={turns.running} href="/inbox/assistant" assistant>
          {turns.oldest && now > 0 ? `since ${since(turns.oldest, now)}` : 'the assistant is at rest'}
        </Figure>
        <Figure name="Taking work" value={on.length} href="/metrics/team">
          {load} of {capacity} in hand, {away} away
        </Figure>
        <Figure name="Solved today" value={day.solved} href={behind('closed')}>
          {day.solvedByAssistant} by assistant, {day.came} came
        </Figure>
      </dl>
    </div>
  );
}

type FigureProps = {
  name: string;
  value: number;
  href: string;
  bad?: boolean;
  assistant?: boolean;
  children: ReactNode;
};

function Figure({ name, value, href, bad, assistant, children }: FigureProps) {
  return (
    <div className="-ml-px min-w-0 border-l border-line px-4 py-3">
      <dt className="truncate text-meta text-ink-2">{name}</dt>
      <dd>
        <Link
          href={href}
          aria-label={`${name}: ${value}`}
          className={join(
            'rounded-corner-small text-figure font-strong tracking-(--tracking-figure) tabular-nums hover:underline decoration-line-strong decoration-2 underline-offset-4',
            bad ? 'text-danger-text' : assistant && value > 0 ? 'text-assistant-text' : '',
          )}
        >
          {value.toLocaleString('en')}
        </Link>
        <span className="block truncate text-meta text-ink-3">{children}</span>
      </dd>
    </div>
  );
}
