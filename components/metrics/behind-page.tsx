'use client';

import { ArrowLeft, CloudAlert, Download, Inbox, Star } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { ChannelSign } from '@/components/inbox/channel-sign';
import { ListFailed, ListSkeleton } from '@/components/inbox/list-states';
import { PageBar } from '@/components/shell/page-bar';
import { useAddress } from '@/components/shell/use-address';
import { useCommands } from '@/components/shell/use-shortcut';
import { TierBadge } from '@/components/ui/badge';
import { Button, buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { formatFigure } from '@/lib/format/format-figure';
import { formatMoment } from '@/lib/format/format-time';
import { inSentence } from '@/lib/format/in-sentence';
import { askedOf } from '@/lib/format/metrics-place';
import { formatPeriod } from '@/lib/format/period';
import { type Behind, mostBehind, type Sureness, surenessSchema } from '@/lib/metrics/metric.schema';
import { teamViewSchema } from '@/lib/metrics/team.schema';
import { useCounting } from './counting';
import { FilterChips } from './filter-chips';
import { rowsHref } from './metrics-bar';
import { nameOfPlace } from './metrics-places';
import { useBehind, useFigures, useMetrics } from './queries';
import { ends } from './use-flow';
import { useMetricsPlace } from './use-metrics-place';

const agentPattern = /^[0-9a-f-]{36}$/;
const surePattern = /^([01](?:\.\d+)?)-([01](?:\.\d+)?)$/;

/** A page of figures, and nowhere else: the address is anybody's to write. */
const backPattern = /^\/metrics(\/[a-z]+)?(\?.*)?$/;

/** The conversations behind a number: what the number is, how many they are, and each of them to be opened. */
export function BehindPage() {
  const { search } = useAddress('/metrics/behind');
  const place = useMetricsPlace();
  const router = useRouter();
  const measure = search.get('measure') ?? '';
  const counted = search.get('counted') === 'of' ? 'of' : 'in';
  const agents = search.getAll('agent').filter((id) => agentPattern.test(id));
  const said = search.get('back') ?? '';
  const back = backPattern.test(said) ? said : '/metrics';
  const { period, filters } = askedOf(place);
  const narrowed = agents.length > 0 ? { ...filters, agent: agents } : filters;
  const confidence = readSureness(search.get('sure'));
  const list = useBehind({ measure, counted, confidence, period, filters: narrowed });
  const figure = useMetrics({ measures: [measure], compare: 'none', filters: narrowed, granularity: 'period' }).data
    ?.measures[measure];
  const team = useFigures(
    '/api/metrics/team',
    teamViewSchema,
    { period, compare: 'none', filters: {} },
    agents.length > 0,
  );
  const whose = team.data?.members.filter(({ id }) => agents.includes(id)).map(({ name }) => name);
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const total = list.data?.pages[0]?.total ?? null;
  const { today } = useCounting();
  useCommands([['desk.back', () => router.push(back)]]);
  const scrolls = useScrollPlace(search.toString(), rows.length > 0);
  return (
    <main id="main" className="flex min-h-0 min-w-0 flex-1 flex-col bg-surface">
      <PageBar
        title={figure?.name ?? 'Conversations'}
        says={`${formatPeriod(period, today)}`}
        area="Metrics"
        places={[]}
      >
        <Link href={back} className={buttonClass('plain')}>
          <ArrowLeft size={16} strokeWidth={1.75} aria-hidden className="-ml-px flex-none text-ink-3" />
          {nameOfPlace(back.split('?')[0]!)}
        </Link>
        <a
          href={rowsHref({ period, filters: narrowed } as never, { measure, counted, confidence })}
          download
          className={buttonClass('plain', 'desk', 'max-pane:px-3')}
        >
          <Download size={16} strokeWidth={1.75} aria-hidden className="-ml-px flex-none text-ink-3" />
          <span className="max-pane:sr-only">CSV</span>
        </a>
      </PageBar>
      <FilterChips />
      <div ref={scrolls} className="min-h-0 flex-1 overflow-y-auto">
        <div className="px-6 pt-4 pb-8 max-pane:px-4">
          {figure && (
            <div className="pb-4">
              <h2 className="text-title font-strong tracking-(--tracking-title) tabular-nums">
                {sayHowMany(total, counted)}
                {figure.total.value !== null && figure.unit !== 'count' && !confidence && (
                  <span className="font-text text-ink-2">
                    {`, ${inSentence(figure.name)} ${formatFigure(figure.unit, figure.total.value)}`}
                  </span>
                )}
              </h2>
              <p className="mt-1 max-w-[680px] text-pretty text-ink-2">
                {whose && whose.length > 0 && <span className="font-medium text-ink-1">{whose.join(', ')}. </span>}
                {confidence && `Turns that were ${confidence.from.toFixed(2)} to ${confidence.to.toFixed(2)} sure. `}
                {figure.says}
              </p>
            </div>
          )}
          {list.isPending ? (
            <ListSkeleton />
          ) : list.isError && rows.length === 0 ? (
            <ListFailed error={list.error} onRetry={() => void list.refetch()} />
          ) : rows.length === 0 ? (
            <EmptyState
              icon={figure ? Inbox : CloudAlert}
              title="No conversations behind this number"
              actions={
                <Link href={back} className={buttonClass('outlined')}>
                  Back to {nameOfPlace(back.split('?')[0]!)}
                </Link>
              }
            >
              There are none in these days that you may see.
            </EmptyState>
          ) : (
            <>
              <Rows rows={rows} />
              {list.hasNextPage && (
                <div className="pt-4">
                  <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                    Show more
                  </Button>
                </div>
              )}
            </>
          )}
        </div>
      </div>
    </main>
  );
}

function sayHowMany(total: number | null, counted: 'in' | 'of'): string {
  if (total === null) return 'Conversations';
  const many = total >= mostBehind ? `More than ${(mostBehind - 1).toLocaleString('en')}` : total.toLocaleString('en');
  return `${many} ${total === 1 ? 'conversation' : 'conversations'}${counted === 'of' ? ' it was measured on' : ''}`;
}

const kept = new Map<string, number>();

/** Whoever comes back from a conversation is where they were in the list. */
function useScrollPlace(key: string, ready: boolean) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = box.current;
    if (!element || !ready) return;
    element.scrollTop = kept.get(key) ?? 0;
    const note = () => kept.set(key, element.scrollTop);
    element.addEventListener('scroll', note, { passive: true });
    return () => element.removeEventListener('scroll', note);
  }, [key, ready]);
  return box;
}

type Row = Behind['rows'][number];

function Rows({ rows }: { rows: Row[] }) {
  const { timeZone, countedAt } = useCounting();
  return (
    <table className="-mx-2 w-[calc(100%+16px)] table-fixed border-separate border-spacing-0 text-left">
      <caption className="sr-only">Conversations</caption>
      <thead className="text-meta text-ink-3 max-pane:sr-only">
        <tr>
          <Th className="w-52">Customer</Th>
          <Th>What it is about</Th>
          <Th className="w-32">Ended as</Th>
          <Th className="w-20">Rating</Th>
          <Th className="w-44 max-desk:hidden">Team</Th>
          <Th className="w-32 text-right">Came</Th>
        </tr>
      </thead>
      <tbody className="max-pane:block">
        {rows.map((row) => (
          <tr
            key={row.id}
            className="relative hover:bg-hover max-pane:flex max-pane:flex-wrap max-pane:gap-x-3 max-pane:border-b max-pane:border-line max-pane:px-2 max-pane:py-2"
          >
            <th scope="row" className={`${cell} font-text max-pane:w-full`}>
              <Link
                href={`/inbox/all/${row.id}`}
                className="flex items-center gap-2 after:absolute after:inset-0 focus-visible:shadow-none focus-visible:after:shadow-[inset_0_0_0_2px_var(--focus)]"
              >
                <ChannelSign channel={row.channel} className="flex-none text-ink-3" />
                <span className="truncate font-medium">{row.customer.name}</span>
                <TierBadge tier={row.customer.tier} />
              </Link>
            </th>
            <td className={`${cell} max-pane:w-full`}>
              <span className="block truncate">{row.gist}</span>
            </td>
            <td className={cell}>
              <Ended row={row} />
            </td>
            <td className={`${cell} tabular-nums max-pane:empty:hidden`}>
              {row.rating !== null && (
                <span className="inline-flex items-center gap-1">
                  <Star size={12} strokeWidth={2} aria-hidden className="text-ink-3" />
                  {row.rating} of 5
                </span>
              )}
            </td>
            <td className={`${cell} truncate text-ink-2 max-desk:hidden`}>{row.team?.name ?? ''}</td>
            <td className={`${cell} text-right whitespace-nowrap text-ink-2 tabular-nums max-pane:ml-auto`}>
              {formatMoment(row.cameAt, Date.parse(countedAt), timeZone)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const cell =
  'h-10 border-b border-line pr-4 first:pl-2 last:pr-2 max-pane:block max-pane:h-auto max-pane:border-0 max-pane:px-0 max-pane:first:pl-0 max-pane:last:pr-0';

function Th({ children, className }: { children: string; className?: string }) {
  return (
    <th scope="col" className={`h-8 border-b border-line pr-4 font-text first:pl-2 last:pr-2 ${className ?? ''}`}>
      {children}
    </th>
  );
}

/** “0.9-0.95”; anything else counts as not said. */
function readSureness(text: string | null): Sureness | undefined {
  const found = surePattern.exec(text ?? '');
  return found ? surenessSchema.safeParse({ from: Number(found[1]), to: Number(found[2]) }).data : undefined;
}

/** A dot in the colour the class has in charts, and its name. */
function Ended({ row }: { row: Row }) {
  const end = row.resolution ? ends[row.resolution as keyof typeof ends] : undefined;
  if (!end) return <span className="text-ink-3">{row.state === 'open' ? 'Still open' : 'Closed'}</span>;
  return (
    <span className="inline-flex items-center gap-2">
      <span aria-hidden style={{ background: `var(${end.colour})` }} className="size-2 flex-none rounded-[2px]" />
      {end.name}
    </span>
  );
}
