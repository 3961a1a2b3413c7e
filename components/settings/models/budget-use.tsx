import { join } from '@/components/ui/join';
import { formatMicros } from '@/lib/format/format-micros';
import type { BudgetView, ModelSettings } from '@/lib/models/model.schema';

type Props = { settings: ModelSettings; budget: BudgetView };

/** How far the budgets are used now, against what is in force rather than what is being typed. */
export function BudgetUse({ settings, budget }: Props) {
  const { level, says } = budget;
  return (
    <div className="col-span-full flex flex-col gap-3">
      <Use name="Today" micros={budget.dayMicros} limit={settings.day} settings={settings} />
      <Use name="This month" micros={budget.monthMicros} limit={settings.month} settings={settings} />
      {level !== 'free' && (
        <p role="status" className={level === 'hard' ? 'text-danger-text' : 'text-attention-text'}>
          {says}
        </p>
      )}
    </div>
  );
}

type UseProps = { name: string; micros: number; limit: number | null; settings: ModelSettings };

function Use({ name, micros, limit, settings: { alertAt, softAt } }: UseProps) {
  const share = limit === null ? null : micros / (limit * 1_000_000);
  const percent = share === null ? 0 : Math.min(100, share * 100);
  const tone = share === null || share < alertAt ? 'bg-solved' : share < 1 ? 'bg-attention' : 'bg-danger';
  return (
    <div>
      <p className="flex items-baseline justify-between gap-3">
        <span className="font-medium">{name}</span>
        <span className="text-meta text-ink-2 tabular-nums">
          {formatMicros(micros)}
          {limit === null ? ', no limit' : ` of ${formatMicros(limit * 1_000_000)}, ${Math.floor((share ?? 0) * 100)}%`}
        </span>
      </p>
      {limit !== null && (
        <span aria-hidden className="relative mt-1 block h-1.5 rounded-[2px] bg-track">
          <span className={join('block h-full rounded-[2px]', tone)} style={{ width: `${percent}%` }} />
          {[...new Set([alertAt, softAt])].map((at) => (
            <span
              key={at}
              className="absolute -top-0.5 -bottom-0.5 w-px bg-chart-target"
              style={{ left: `${at * 100}%` }}
            />
          ))}
        </span>
      )}
    </div>
  );
}
