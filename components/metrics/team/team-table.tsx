'use client';

import { ArrowDown, ArrowUp } from 'lucide-react';
import { Change } from '@/components/metrics/figure-tile';
import { useBehindHref } from '@/components/metrics/use-behind-href';
import { Avatar } from '@/components/ui/avatar';
import { join } from '@/components/ui/join';
import { Link } from '@/components/ui/link';
import { type FigureUnit, formatFigure } from '@/lib/format/format-figure';
import { fewestConversations, fewestRatings } from '@/lib/format/say-team';
import type { Figure } from '@/lib/metrics/metric.schema';
import type { Member } from '@/lib/metrics/team.schema';
import { isPlain, type Sorting, type SortKey } from './sort-members';

type Props = { members: Member[]; sorting: Sorting; onSort: (sorting: Sorting) => void };

/** `down`: what one wants to see first stands first. */
const columns: readonly { key: SortKey; name: string; says: string; down: boolean }[] = [
  { key: 'name', name: 'Person', says: 'By name', down: false },
  { key: 'load', name: 'Load', says: 'Open in their hands now, of how many at most', down: true },
  {
    key: 'occupancy',
    name: 'Occupied',
    says: 'Handle time ÷ time with the switch on within working hours',
    down: true,
  },
  { key: 'conversations', name: 'Conversations', says: 'Those they held or replied in', down: true },
  { key: 'replies', name: 'Replies', says: 'What they wrote to customers', down: true },
  { key: 'solved', name: 'Solved', says: 'Those they brought to an end', down: true },
  { key: 'firstReplyMs', name: 'First reply', says: 'Median, from when they first had it', down: false },
  { key: 'handleMs', name: 'Handle time', says: 'Open, theirs and active, per conversation', down: false },
  { key: 'csat', name: 'CSAT', says: 'Ratings of 4 and 5 ÷ ratings', down: true },
  { key: 'sla', name: 'SLA', says: 'Promises kept ÷ kept and broken', down: true },
  {
    key: 'cameBack',
    name: 'Came back',
    says: 'Customers back with the same issue within 7 days ÷ solved at least 7 days ago',
    down: true,
  },
];

export function TeamTable({ members, sorting, onSort }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys
    <section className="overflow-x-auto border-t border-line" tabIndex={0} aria-label="Everybody, table">
      <table className="w-full text-right tabular-nums">
        <thead className="text-meta text-ink-3">
          <tr className="h-9">
            {columns.map(({ key, name, says, down }, at) => {
              const sorted = key === sorting.key;
              const Arrow = sorting.down ? ArrowDown : ArrowUp;
              return (
                <th
                  key={key}
                  scope="col"
                  aria-sort={sorted ? (sorting.down ? 'descending' : 'ascending') : undefined}
                  className={join('border-b border-line font-text whitespace-nowrap', at === 0 ? 'text-left' : 'pl-4')}
                >
                  <button
                    type="button"
                    title={says}
                    onClick={() => onSort({ key, down: sorted ? !sorting.down : down })}
                    className={join(
                      'inline-flex h-7 items-center gap-1 rounded-corner-small hover:text-ink-1',
                      sorted && 'font-medium text-ink-1',
                    )}
                  >
                    {name}
                    {sorted && <Arrow size={12} strokeWidth={2} aria-hidden />}
                  </button>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <Row key={member.id} member={member} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ member }: { member: Member }) {
  const { name, hue, available, teams, load, capacity, occupancy, noOccupancy } = member;
  const { conversations, conversationsBefore, replies, solved, solvedBefore, firstReplyMs, handleMs, csat } = member;
  const { sla, cameBack } = member;
  const behind = useBehindHref();
  const way = (measure: string, counted: 'in' | 'of' = 'in') => behind({ measure, counted, agent: member.id });
  return (
    <tr className="hover:bg-hover">
      <th scope="row" className="border-b border-line py-1.5 pr-2 text-left font-text">
        <span className="flex items-center gap-2.5">
          <Avatar name={name} hue={hue} size={24} away={!available} />
          <span className="min-w-0">
            <span className="block truncate font-medium">{name}</span>
            <span className="block max-w-44 truncate text-meta text-ink-3">
              {[available ? null : 'Away', ...teams].filter(Boolean).join(', ') || 'No team'}
            </span>
          </span>
        </span>
      </th>
      <Cell>
        <Link
          href={`/inbox/all?${new URLSearchParams({ q: `is:open agent:"${name}"` })}`}
          className="rounded-corner-small hover:underline"
        >
          {load} of {capacity}
        </Link>
      </Cell>
      <Cell
        title={
          noOccupancy === 'no_hours'
            ? 'Without working hours nobody knows what is available time'
            : noOccupancy === 'not_recorded'
              ? 'Recorded too short a time'
              : undefined
        }
      >
        {occupancy === null ? '–' : formatFigure('share', occupancy)}
      </Cell>
      <Counted now={conversations} before={conversationsBefore} href={way('person_conversations')} />
      <Cell>
        <Behind href={way('person_replies')} value={replies.value || null}>
          {formatFigure('count', replies.value)}
        </Behind>
      </Cell>
      <Counted now={solved} before={solvedBefore} href={way('person_solved')} />
      <Told
        member={member}
        column="firstReplyMs"
        unit="milliseconds"
        value={firstReplyMs.value}
        href={way('person_first_reply', 'of')}
      />
      <Told
        member={member}
        column="handleMs"
        unit="milliseconds"
        value={handleMs.value}
        href={way('person_handle_time', 'of')}
      />
      <Told
        member={member}
        column="csat"
        unit="share"
        value={csat.value}
        more={csat.n > 0 && csat.n < fewestRatings ? `of ${csat.n}` : undefined}
        href={way('person_csat', 'of')}
      />
      <Told member={member} column="sla" unit="share" value={sla.value} href={way('person_sla', 'of')} />
      <Told
        member={member}
        column="cameBack"
        unit="share"
        value={cameBack.value}
        href={cameBack.value ? way('person_came_back') : way('person_came_back', 'of')}
      />
    </tr>
  );
}

function Cell({ title, children }: { title?: string | undefined; children: React.ReactNode }) {
  return (
    <td title={title} className="border-b border-line pl-4 whitespace-nowrap">
      {children}
    </td>
  );
}

/** A number with the way to the conversations behind it, where there are any. */
function Behind({ href, value, children }: { href?: string | undefined; value: number | null; children: string }) {
  if (!href || value === null) return children;
  return (
    <Link href={href} className="rounded-corner-small hover:underline">
      {children}
    </Link>
  );
}

function Counted({ now, before, href }: { now: Figure; before: Figure | null; href: string }) {
  return (
    <td className="border-b border-line pl-4 whitespace-nowrap">
      <span className="inline-flex items-baseline justify-end gap-1.5">
        {/* From three to six is no trend. */}
        {(before?.value ?? 0) >= fewestConversations && (
          <Change measure={{ unit: 'count', better: null, total: now, previous: before }} />
        )}
        <Behind href={href} value={now.value || null}>
          {formatFigure('count', now.value)}
        </Behind>
      </span>
    </td>
  );
}

type ToldProps = {
  member: Member;
  column: SortKey;
  unit: FigureUnit;
  value: number | null;
  more?: string | undefined;
  href?: string;
};

/** Grey where it is too little to compare, and it says so to whoever listens. */
function Told({ member, column, unit, value, more, href }: ToldProps) {
  const plain = value === null || isPlain(member, column);
  return (
    <td
      className={join('border-b border-line pl-4 whitespace-nowrap', !plain && 'text-ink-3')}
      title={plain ? undefined : 'Too few to compare'}
    >
      <Behind href={href} value={value}>
        {formatFigure(unit, value)}
      </Behind>
      {more && <span className="text-meta"> {more}</span>}
      {!plain && <span className="sr-only"> too few to compare</span>}
    </td>
  );
}
