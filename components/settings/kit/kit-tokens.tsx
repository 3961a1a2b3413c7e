import { Shown } from './shown';

const grounds = [
  ['canvas', 'bg-canvas'],
  ['surface', 'bg-surface'],
  ['raised', 'bg-raised'],
  ['fill', 'bg-fill'],
  ['selected', 'bg-selected'],
  ['note', 'bg-note'],
  ['line', 'bg-line'],
  ['line-strong', 'bg-line-strong'],
  ['line-control', 'bg-line-control'],
] as const;

const meanings = [
  ['What a person can do', 'bg-accent', 'bg-accent-tint', 'bg-accent-line', 'text-accent-text'],
  ['What the assistant did', 'bg-assistant', 'bg-assistant-tint', 'bg-assistant-line', 'text-assistant-text'],
  ['Solved', 'bg-solved', 'bg-solved-tint', 'bg-solved-line', 'text-solved-text'],
  ['Needs a look', 'bg-attention', 'bg-attention-tint', 'bg-attention-line', 'text-attention-text'],
  ['Breached or dangerous', 'bg-danger', 'bg-danger-tint', 'bg-danger-line', 'text-danger-text'],
] as const;

const types = [
  ['figure', '$8.12', 'text-figure font-strong tracking-(--tracking-figure) tabular-nums'],
  ['title', 'Every conversation ended', 'text-title font-strong tracking-(--tracking-title)'],
  ['talk', 'Would I have to pay for it?', 'text-talk'],
  ['work', 'Order NL-48213, Ridgeline 2', 'text-work'],
  ['meta', 'read at 13:59:04', 'text-meta tabular-nums'],
] as const;

const series = ['People', 'Assistant', 'Amber', 'Blue', 'Coral', 'Pale'] as const;
const strokes = ['bg-chart-1', 'bg-chart-2', 'bg-chart-3', 'bg-chart-4', 'bg-chart-5', 'bg-chart-6'] as const;

export function KitTokens() {
  return (
    <>
      <div className="grid grid-cols-2 gap-6 max-wide:grid-cols-1">
        <Shown title="Grounds and lines">
          <ul className="grid grid-cols-5 gap-2">
            {grounds.map(([name, ground]) => (
              <li key={name} className="text-meta text-ink-2">
                <span className={`mb-1 block h-8 rounded-corner-small border border-line-strong ${ground}`} />
                {name}
              </li>
            ))}
          </ul>
        </Shown>
        <Shown title="Meaning">
          <ul className="flex flex-col gap-2">
            {meanings.map(([name, full, tint, line, text]) => (
              <li key={name} className="flex items-center gap-1.5">
                {[full, tint, line].map((ground) => (
                  <span key={ground} className={`h-4 w-6 rounded-corner-small border border-line ${ground}`} />
                ))}
                <span className={`ml-1.5 font-medium ${text}`}>{name}</span>
              </li>
            ))}
          </ul>
        </Shown>
      </div>
      <div className="grid grid-cols-2 gap-6 max-wide:grid-cols-1">
        <Shown title="Type">
          <dl className="flex flex-col gap-1">
            {types.map(([name, sample, look]) => (
              <div key={name} className="flex items-baseline justify-between gap-4">
                <dd className={look}>{sample}</dd>
                <dt className="text-meta text-ink-3">{name}</dt>
              </div>
            ))}
          </dl>
        </Shown>
        <Shown title="Six series">
          <ul className="flex flex-col gap-2">
            {series.map((name, index) => (
              <li key={name} className="flex items-center gap-3 text-meta text-ink-2">
                <span className={`h-0.5 flex-1 ${strokes[index]}`} />
                <span className="w-16">{name}</span>
              </li>
            ))}
          </ul>
        </Shown>
      </div>
    </>
  );
}
