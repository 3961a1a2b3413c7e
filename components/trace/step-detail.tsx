import type { StepView } from '@/lib/pipeline/turn.schema';
import { readValue } from './read-value';

/** What a stage saw and what it gave, as it was kept: redacted, and as names with values rather than as code. */
export function StepDetail({ step, folded }: { step: StepView; folded: boolean }) {
  const both = (
    <div className="grid gap-x-8 gap-y-4 pane:grid-cols-2">
      <Values title="It saw" value={step.saw} />
      <Values title="It gave" value={step.gave} />
    </div>
  );
  if (!folded) return <div className="mt-2 pb-2">{both}</div>;
  return (
    <details className="mt-2">
      <summary className="w-max rounded-corner-small text-accent-text">What it saw and gave</summary>
      <div className="mt-2">{both}</div>
    </details>
  );
}

function Values({ title, value }: { title: string; value: unknown }) {
  const rows = readValue(value);
  return (
    <div className="min-w-0">
      <h3 className="mb-1 text-meta font-medium text-ink-3">{title}</h3>
      {rows.length === 0 ? (
        <p className="text-ink-3">Nothing was kept.</p>
      ) : (
        <dl className="grid grid-cols-[minmax(72px,max-content)_1fr] gap-x-3 gap-y-1">
          {rows.map((row) => (
            <div key={row.name} className="contents">
              <dt className="max-w-40 truncate text-meta leading-5 text-ink-3" title={row.name}>
                {row.name}
              </dt>
              <dd className="min-w-0 whitespace-pre-wrap [overflow-wrap:anywhere]">{row.text}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
