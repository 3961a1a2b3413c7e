'use client';

import { BellRing, Table2 } from 'lucide-react';
import { useState } from 'react';
import { AlertList } from '@/components/metrics/alerts/alert-list';
import type { TableData } from '@/components/metrics/metric-table';
import { Figures, FiguresAwaited, Headline, MetricsPage, PageSkeleton } from '@/components/metrics/metrics-page';
import { useMetricsPlace } from '@/components/metrics/use-metrics-place';
import { useMay } from '@/components/shell/me';
import { Button, buttonClass } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { formatFigure } from '@/lib/format/format-figure';
import type { LevelsView, LevelView } from '@/lib/levels/level.schema';
import { EscalationSamples } from './escalation-samples';
import { LevelBand } from './level-band';
import { LevelDialog } from './level-dialog';
import { useLevels } from './queries';
import { sayBudget, sayLevels, sayObjective } from './say-levels';
import { SpentDialog } from './spent-dialog';

/** What is promised of the service as a whole, what is left of it, and what wants a look. */
export function LevelsDesk() {
  const query = useLevels();
  const arranges = useMay('desk.administer');
  return (
    <MetricsPage
      title="Service levels"
      bar="none"
      doing={
        <>
          <TableButton />
          {arranges && (
            <Link href="/settings/alerts" className={buttonClass()}>
              <BellRing size={16} strokeWidth={1.75} aria-hidden className="-ml-px text-ink-3" />
              <span>
                Rules<span className="max-pane:sr-only"> and where they are told</span>
              </span>
            </Link>
          )}
        </>
      }
    >
      {query.data ? (
        <Figures tables={tablesOf(query.data)}>
          <Levels view={query.data} />
        </Figures>
      ) : (
        <FiguresAwaited query={query} what="The levels">
          <PageSkeleton shape="table" />
        </FiguresAwaited>
      )}
    </MetricsPage>
  );
}

function TableButton() {
  const { table, change } = useMetricsPlace();
  return (
    <Button
      look={table ? 'soft' : 'plain'}
      icon={Table2}
      aria-pressed={table}
      onClick={() => change({ table: !table })}
    >
      Table
    </Button>
  );
}

function Levels({ view }: { view: LevelsView }) {
  const [edited, setEdited] = useState<string | null>(null);
  const [spent, setSpent] = useState<{ key: string; day: string | null } | null>(null);
  const find = (key: string | undefined) => view.levels.find((level) => level.key === key);
  const [editing, behind] = [find(edited ?? undefined), find(spent?.key)];
  return (
    <>
      <Headline
        says={sayLevels(view.levels)}
        more="What may go wrong is a budget. It is told when it burns too fast, and when it is spent."
      />
      <AlertList />
      {view.levels.map((level) => (
        <LevelBand
          key={level.key}
          level={level}
          mayEdit={view.mayEdit}
          onEdit={() => setEdited(level.key)}
          onSpent={(day) => setSpent({ key: level.key, day })}
        />
      ))}
      <EscalationSamples escalation={view.escalation} />
      <AlertList past />
      {editing && <LevelDialog level={editing} onClose={() => setEdited(null)} />}
      {behind && spent && <SpentDialog level={behind} day={spent.day} onClose={() => setSpent(null)} />}
    </>
  );
}

const number = (value: number | null, says: string) => ({ value, says });

function tablesOf({ levels }: LevelsView): TableData[] {
  const left = ({ budget }: LevelView) => (budget.few ? null : budget.left);
  return [
    {
      title: 'Service levels',
      heads: ['Level', 'Objective', 'Now', 'Bad', 'All', 'Budget left'],
      rows: levels.map((level) => [
        level.name,
        sayObjective(level),
        number(level.value, formatFigure('share', level.value)),
        number(level.budget.bad, level.budget.bad.toLocaleString('en')),
        number(level.count.total, level.count.total.toLocaleString('en')),
        number(left(level), left(level) === null ? '–' : `${Math.round(left(level)! * 100)}%`),
      ]),
    },
    ...levels
      .filter(({ count }) => count.total > 0)
      .map((level) => ({
        title: `${level.name} by day`,
        says: sayBudget(level),
        heads: ['Day', 'Good', 'All', 'Budget left'],
        rows: level.days.map(({ day, good, total, left: rest }) => [
          day,
          number(good, good.toLocaleString('en')),
          number(total, total.toLocaleString('en')),
          number(rest, rest === null ? '–' : `${Math.round(rest * 100)}%`),
        ]),
      })),
  ];
}
