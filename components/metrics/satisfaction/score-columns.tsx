import { Link } from '@/components/ui/link';
import type { MetricsAnswer } from '@/lib/metrics/metric.schema';
import type { Behind } from '../use-behind-href';

type Props = { answer: MetricsAnswer; behind: Behind };

const tone = (score: number): string => (score >= 9 ? 'bg-chart-1' : score >= 7 ? 'bg-track' : 'bg-chart-4');

/** Answers from 0 to 10 as columns, each with its count on top and the number below; a press opens those behind it. */
export function ScoreColumns({ answer, behind }: Props) {
  const counts = Array.from({ length: 11 }, (_, score) => answer.measures[`nps_${score}`]?.total.value ?? 0);
  const most = Math.max(...counts);
  if (most === 0) return <p className="py-3 text-ink-3">Nobody has answered yet.</p>;
  return (
    <ol className="grid h-40 grid-cols-11 gap-1">
      {counts.map((count, score) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a score is its place
        <li key={score} className="flex min-w-0 flex-col justify-end text-center">
          <span aria-hidden className="text-meta text-ink-2 tabular-nums">
            {count > 0 && count.toLocaleString('en')}
          </span>
          <span
            aria-hidden
            className={`mt-0.5 block min-h-px rounded-t-[1.5px] ${count === 0 ? 'bg-line' : tone(score)}`}
            style={{ height: `${(count / most) * 108}px` }}
          />
          {count > 0 ? (
            <Link
              href={behind({ measure: `nps_${score}` })}
              aria-label={`${score}: ${count.toLocaleString('en')} ${count === 1 ? 'answer' : 'answers'}`}
              className="border-t border-line pt-1 text-meta font-medium tabular-nums hover:underline"
            >
              {score}
            </Link>
          ) : (
            <span className="border-t border-line pt-1 text-meta text-ink-3 tabular-nums">
              {score}
              <span className="sr-only">: no answers</span>
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}
