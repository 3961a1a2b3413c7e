import { CircleCheck, CircleX, Hand } from 'lucide-react';
import { formatMicros } from '@/lib/format/format-micros';
import { formatTook } from '@/lib/format/format-time';
import { type CallView, stepNames } from '@/lib/models/model.schema';

/** What models were asked for in this turn: why that one, what it took, and what became of it. */
export function ModelCalls({ calls }: { calls: CallView[] }) {
  return (
    <div className="px-6 pt-6 max-pane:px-4">
      <h2 className="font-strong">Model calls</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: on a narrow screen the table scrolls, also by keyboard */}
      <section aria-label="Model calls" tabIndex={0} className="focus-inside overflow-x-auto">
        <table className="w-full min-w-[640px] border-collapse">
          <caption className="sr-only">Model calls</caption>
          <thead>
            <tr className="h-9 border-b border-line text-left text-meta whitespace-nowrap text-ink-3">
              <th className="w-[26px]">
                <span className="sr-only">Outcome</span>
              </th>
              <th className="pr-3 font-medium">For</th>
              <th className="pr-3 font-medium">Model and why</th>
              <th className="pr-3 text-right font-medium">Tokens in</th>
              <th className="pr-3 text-right font-medium">Out</th>
              <th className="pr-3 text-right font-medium">Cost</th>
              <th className="pr-3 text-right font-medium">First word</th>
              <th className="text-right font-medium">Took</th>
            </tr>
          </thead>
          <tbody>
            {calls.map((call) => (
              <Row key={call.id} call={call} />
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

function Row({ call }: { call: CallView }) {
  const { step, attempt, model, provider, why, inputTokens, cachedTokens, outputTokens, costMicros } = call;
  const number = 'py-2 pr-3 text-right whitespace-nowrap text-ink-2 tabular-nums';
  return (
    <tr className="border-b border-line align-top last:border-0">
      <td className="py-2.5">
        <Outcome call={call} />
      </td>
      <td className="py-2 pr-3 font-medium">
        {stepNames[step]}
        {attempt > 1 && <span className="block text-meta font-text text-ink-3">try {attempt}</span>}
      </td>
      <td className="py-2 pr-3 [overflow-wrap:anywhere]">
        {model} <span className="text-ink-3">of {provider}</span>
        <span className="block text-meta text-pretty text-ink-2">{why}</span>
        {call.failure && <span className="block text-meta text-danger-text">{call.failure}</span>}
      </td>
      <td className={number}>
        {inputTokens.toLocaleString('en-US')}
        {cachedTokens > 0 && (
          <span className="block text-meta text-ink-3">{cachedTokens.toLocaleString('en-US')} cached</span>
        )}
      </td>
      <td className={number}>{outputTokens.toLocaleString('en-US')}</td>
      <td className={number}>{formatMicros(costMicros)}</td>
      <td className={number}>{call.firstMs === null ? 'none' : formatTook(call.firstMs)}</td>
      <td className="py-2 text-right whitespace-nowrap text-ink-2 tabular-nums">{formatTook(call.tookMs)}</td>
    </tr>
  );
}

function Outcome({ call: { failure, left } }: { call: CallView }) {
  const sign = { size: 14, strokeWidth: 1.75, role: 'img' } as const;
  if (failure === null) return <CircleCheck {...sign} aria-label="Answered" className="text-solved-text" />;
  if (!left) return <Hand {...sign} aria-label="Held back" className="text-attention-text" />;
  return <CircleX {...sign} aria-label="Failed" className="text-danger-text" />;
}
