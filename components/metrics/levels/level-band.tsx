'use client';

import { Check, Flame, Pencil, TriangleAlert } from 'lucide-react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { join } from '@/components/ui/join';
import { formatFigure } from '@/lib/format/format-figure';
import type { Burn, LevelView } from '@/lib/levels/level.schema';
import { BurnChart } from './burn-chart';
import { sayBudget, sayObjective } from './say-levels';

type Props = { level: LevelView; mayEdit: boolean; onEdit: () => void; onSpent: (day: string | null) => void };

/** One level: what is promised and how it stands, what is left of its budget and how fast it goes, and how it went. */
export function LevelBand({ level, mayEdit, onEdit, onSpent }: Props) {
  const { name, says, value, budget, count } = level;
  return (
    <section
      aria-label={name}
      className="grid grid-cols-[minmax(0,360fr)_minmax(0,344fr)_minmax(0,360fr)] gap-x-8 gap-y-4 border-t border-line py-5 max-desk:grid-cols-1"
    >
      <div className="min-w-0">
        <div className="flex flex-wrap items-center gap-2">
          <h3 className="font-strong">{name}</h3>
          <Standing level={level} />
          {mayEdit && (
            <Button look="plain" icon={Pencil} aria-label={`Change ${name}`} className="-my-1" onClick={onEdit}>
              Change
            </Button>
          )}
        </div>
        <p className="mt-0.5 text-pretty text-ink-2">{says}</p>
        <p className="mt-3 flex items-baseline gap-2">
          <span className="text-figure font-strong tracking-(--tracking-figure) tabular-nums">
            {formatFigure('share', value)}
          </span>
          <span className="text-meta text-ink-2">Objective {sayObjective(level)}</span>
        </p>
      </div>
      <div className="min-w-0">
        <h4 className="text-meta text-ink-2">Error budget</h4>
        <BudgetBar level={level} />
        <p className="mt-1.5 text-meta text-pretty text-ink-2">
          {budget.bad > 0 ? (
            <button
              type="button"
              onClick={() => onSpent(null)}
              className="rounded-corner-small text-left underline decoration-line-strong underline-offset-2 hover:decoration-ink-3"
            >
              {sayBudget(level)}
            </button>
          ) : (
            sayBudget(level)
          )}
        </p>
        <Burns level={level} />
      </div>
      <div className="min-w-0">
        {count.total === 0 ? (
          <p className="text-ink-3">Nothing was measured in these days.</p>
        ) : (
          <BurnChart level={level} onDay={onSpent} />
        )}
      </div>
    </section>
  );
}

function Standing({ level: { enabled, budget, burns } }: { level: LevelView }) {
  if (!enabled) return <Badge>Tells nothing</Badge>;
  if (burns.some(({ key, state }) => key !== 'creeping' && state === 'on'))
    return (
      <Badge tone="danger" icon={Flame}>
        Burns
      </Badge>
    );
  if (budget.few || budget.left === null) return <Badge>Too few to tell</Badge>;
  if (budget.left <= 1e-9)
    return (
      <Badge tone="attention" icon={TriangleAlert}>
        Spent
      </Badge>
    );
  return (
    <Badge tone="solved" icon={Check}>
      Within
    </Badge>
  );
}

/** What is left, as the length of a bar; overspent it is empty and says by how much. */
function BudgetBar({ level: { budget } }: { level: LevelView }) {
  const known = budget.left !== null && !budget.few;
  const left = known ? budget.left! : 0;
  const percent = Math.round(left * 100);
  const tone = left <= 1e-9 ? 'bg-danger' : left < 0.25 ? 'bg-attention' : 'bg-solved';
  return (
    <div className="mt-1 flex items-center gap-3">
      <div
        aria-hidden
        className="h-2 min-w-0 flex-1 overflow-hidden rounded-full bg-fill shadow-[inset_0_0_0_1px_var(--line)]"
      >
        <div
          className={join('h-full rounded-full', tone)}
          style={{ width: `${Math.min(100, Math.max(0, percent))}%` }}
        />
      </div>
      <span className="w-20 text-right font-medium whitespace-nowrap tabular-nums">
        {known ? (percent < 0 ? `${-percent}% over` : `${percent}% left`) : '–'}
      </span>
    </div>
  );
}

const spans: Record<Burn['key'], string> = { fast: '1 hour', slow: '6 hours', creeping: '3 days' };

/** How fast it goes, by window: 1 spends the budget exactly within its window. */
function Burns({ level }: { level: LevelView }) {
  return (
    <table className="mt-3 w-full">
      <thead className="text-meta text-ink-3">
        <tr className="h-6 text-right">
          <th scope="col" className="text-left font-text">
            Burn rate over
          </th>
          {level.burns.map(({ key }) => (
            <th key={key} scope="col" className="font-text">
              {spans[key]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr className="h-6 text-right tabular-nums">
          <th scope="row" className="text-left text-meta font-text text-ink-3">
            told from {level.burns.map(({ factor }) => factor).join(' · ')}
          </th>
          {level.burns.map((burn) => (
            <td
              key={burn.key}
              className={burn.state === 'on' ? 'font-strong text-danger-text' : 'text-ink-2'}
              title={`${burn.count.total - burn.count.good} of ${burn.count.total} were bad`}
            >
              {burn.rate === null ? '–' : `${burn.rate.toFixed(1)}×`}
              {burn.state === 'few' && burn.rate !== null && <span className="text-meta text-ink-3"> few</span>}
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}
