'use client';

import { UsersRound } from 'lucide-react';
import { useState } from 'react';
import type { TableData } from '@/components/metrics/metric-table';
import { Figures, FiguresAwaited, Headline, MetricsPage, PageSkeleton } from '@/components/metrics/metrics-page';
import { useFigures } from '@/components/metrics/queries';
import { useMetricsPlace } from '@/components/metrics/use-metrics-place';
import { useMay } from '@/components/shell/me';
import { EmptyState } from '@/components/ui/empty-state';
import { formatFigure } from '@/lib/format/format-figure';
import { formatDay } from '@/lib/format/format-time';
import { askedOf } from '@/lib/format/metrics-place';
import { fewestConversations, sayTeam, teamHint } from '@/lib/format/say-team';
import { type Member, type TeamView, teamViewSchema } from '@/lib/metrics/team.schema';
import { type Sorting, sortMembers, sumMembers } from './sort-members';
import { TeamTable } from './team-table';

/** What people did, each for themselves: for who may read it everybody, for everybody themselves. */
export function TeamDesk() {
  const reads = useMay('metrics.read');
  const { period, compare, filters } = askedOf(useMetricsPlace());
  const query = useFigures('/api/metrics/team', teamViewSchema, { period, compare, filters: reads ? filters : {} });
  return (
    <MetricsPage title="Team" bar={reads ? 'all' : 'period'} csv={reads} table>
      {query.data ? (
        <Figures tables={[tableOf(query.data)]}>
          <Team view={query.data} />
        </Figures>
      ) : (
        <FiguresAwaited query={query}>
          <PageSkeleton shape="table" />
        </FiguresAwaited>
      )}
    </MetricsPage>
  );
}

function Team({ view }: { view: TeamView }) {
  const [sorting, setSorting] = useState<Sorting>({ key: 'name', down: false });
  const { members, ownOnly, recordedFrom } = view;
  if (members.length === 0)
    return (
      <div className="h-80">
        <EmptyState icon={UsersRound} title="Nobody of these teams">
          The teams that were chosen have no members. Choose others, or all.
        </EmptyState>
      </div>
    );
  const since = recordedFrom ? ` It is recorded since ${formatDay(recordedFrom, Date.now())}.` : '';
  return (
    <>
      <Headline says={sayTeam(view)} more={teamHint(view)} />
      <TeamTable members={sortMembers(members, sorting)} sorting={sorting} onSort={setSorting} />
      <p className="mt-3 max-w-[720px] text-meta text-pretty text-ink-3">
        Under {fewestConversations} conversations, or 5 ratings, is too few to set people beside each other: such
        figures are grey and stand last. Occupied is handle time ÷ time with the switch on within working hours.{since}
      </p>
      {!ownOnly && <TeamSums members={members} />}
    </>
  );
}

/** Each team with what can be added up; who is in two teams counts in both. */
function TeamSums({ members }: { members: Member[] }) {
  const names = [...new Set(members.flatMap(({ teams }) => teams))];
  if (names.length === 0) return null;
  return (
    <section aria-label="By team" className="mt-6 border-t border-line pt-5">
      <h3 className="font-strong">By team</h3>
      <p className="text-ink-2">Who is in two teams counts in both.</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys */}
      <section className="mt-1 max-w-[760px] overflow-x-auto" tabIndex={0} aria-label="By team, table">
        <table className="w-full text-right whitespace-nowrap tabular-nums">
          <thead className="text-meta text-ink-3">
            <tr className="h-8">
              {['Team', 'People', 'Load', 'Conversations', 'Replies', 'Solved'].map((head, at) => (
                <th
                  key={head}
                  scope="col"
                  className={`border-b border-line font-text ${at === 0 ? 'text-left' : 'pl-4'}`}
                >
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {names.map((name) => {
              const sums = sumMembers(members.filter(({ teams }) => teams.includes(name)));
              return (
                <tr key={name} className="h-8">
                  <th scope="row" className="border-b border-line text-left font-medium whitespace-nowrap">
                    {name}
                  </th>
                  <td className="border-b border-line pl-4">{sums.people}</td>
                  <td className="border-b border-line pl-4">
                    {sums.load} of {sums.capacity}
                  </td>
                  <td className="border-b border-line pl-4">{sums.conversations.toLocaleString('en')}</td>
                  <td className="border-b border-line pl-4">{sums.replies.toLocaleString('en')}</td>
                  <td className="border-b border-line pl-4">{sums.solved.toLocaleString('en')}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
    </section>
  );
}

function tableOf({ members }: TeamView): TableData {
  const share = (value: number | null) => ({ value, says: formatFigure('share', value) });
  const count = (value: number | null) => ({ value, says: formatFigure('count', value) });
  // A spreadsheet is given seconds.
  const time = (ms: number | null) => ({
    value: ms === null ? null : Math.round(ms / 1_000),
    says: formatFigure('milliseconds', ms),
  });
  return {
    title: 'Team',
    says: 'In a CSV times are seconds.',
    heads: [
      'Person',
      'Teams',
      'Load',
      'Capacity',
      'Occupied',
      'Conversations',
      'Replies',
      'Solved',
      'First reply',
      'Handle time',
      'CSAT',
      'Ratings',
      'SLA',
      'Promises',
      'Came back',
      'Solved 7 days ago',
    ],
    rows: members.map((member) => [
      member.name,
      member.teams.join(', '),
      count(member.load),
      count(member.capacity),
      share(member.occupancy),
      count(member.conversations.value),
      count(member.replies.value),
      count(member.solved.value),
      time(member.firstReplyMs.value),
      time(member.handleMs.value),
      share(member.csat.value),
      count(member.csat.n),
      share(member.sla.value),
      count(member.sla.n),
      share(member.cameBack.value),
      count(member.cameBack.n),
    ]),
  };
}
