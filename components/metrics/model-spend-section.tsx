import { Skeleton } from '@/components/ui/skeleton';
import { formatFigure } from '@/lib/format/format-figure';
import type { ModelSpend } from '@/lib/models/model-spend.schema';
import { bandColumns, ChartSection, FiguresAwaited } from './metrics-page';
import { ShareBars } from './share-bars';

type Props = {
  spend: { data: ModelSpend | undefined; error: Error | null; refetch: () => unknown };
  /** The ledger of calls knows no filter: it is said where the rest of the page is narrowed. */
  narrowed: boolean;
};

/** Which models were paid for, how far budgets are used, and what kept answers have saved. */
export function ModelSpendSection({ spend, narrowed }: Props) {
  if (!spend.data)
    return (
      <FiguresAwaited query={spend} what="What models cost">
        <Skeleton className="h-40 w-full" />
      </FiguresAwaited>
    );
  const { calls, costMicros, byModel, budgets, kept } = spend.data;
  const { day, month } = budgets;
  return (
    <div className={bandColumns}>
      <ChartSection
        title="Models, by what each cost"
        says={
          calls === 0
            ? 'No model was asked in these days; the local engine costs nothing.'
            : `${formatFigure('micros', costMicros)} for ${calls.toLocaleString('en')} calls${narrowed ? ', of everything: calls know no filter' : ''}`
        }
      >
        {calls > 0 && (
          <ShareBars
            unit="micros"
            bars={byModel.map((one) => ({
              key: one.name,
              name: one.name,
              count: one.costMicros,
              share: costMicros > 0 ? one.costMicros / costMicros : 0,
            }))}
          />
        )}
      </ChartSection>
      <ChartSection title="Budgets of models" says="As they are used now, in UTC">
        <Budget name="Today" {...day} />
        <Budget name="This month" {...month} />
      </ChartSection>
      <ChartSection title="Kept answers" says="Asked again, answered without asking a model">
        <dl>
          {(
            [
              ['Saved so far', formatFigure('micros', kept.savedMicros)],
              ['Answered from them', `${kept.hits.toLocaleString('en')} ${kept.hits === 1 ? 'time' : 'times'}`],
              ['Answers kept now', kept.answers.toLocaleString('en')],
            ] as const
          ).map(([name, says]) => (
            <div key={name} className="flex h-8 items-center border-t border-line first:border-t-0">
              <dt className="flex-1 text-ink-2">{name}</dt>
              <dd className="font-medium tabular-nums">{says}</dd>
            </div>
          ))}
        </dl>
      </ChartSection>
    </div>
  );
}

function Budget({ name, spentMicros, limitMicros }: { name: string; spentMicros: number; limitMicros: number | null }) {
  const share = limitMicros ? spentMicros / limitMicros : null;
  const colour = share === null || share < 0.8 ? 'bg-chart-2' : share < 1 ? 'bg-attention' : 'bg-danger';
  return (
    <div className="py-2">
      <p className="flex items-baseline gap-2">
        <span className="flex-1 text-ink-2">{name}</span>
        <span className="font-medium tabular-nums">{formatFigure('micros', spentMicros)}</span>
        <span className="text-ink-3 tabular-nums">
          {limitMicros === null
            ? 'no budget is set'
            : `of ${formatFigure('micros', limitMicros)}, ${Math.round(share! * 100)}%`}
        </span>
      </p>
      {share !== null && (
        <div aria-hidden className="mt-1.5 h-1.5 overflow-hidden rounded-[2px] bg-track">
          <span className={`block h-full ${colour}`} style={{ width: `${Math.min(100, share * 100)}%` }} />
        </div>
      )}
    </div>
  );
}
