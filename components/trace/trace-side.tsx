import { Confidence, Track } from '@/components/ui/confidence';
import type { TurnTrace } from '@/lib/pipeline/turn.schema';
import { EgressReceipt } from './egress-receipt';
import { Row, Rows } from './side-rows';

/** Beside the stages: why this sure, what left the house, and what was in force. */
export function TraceSide({ trace, now }: { trace: TurnTrace; now: number }) {
  const { confidence, versions } = trace;
  return (
    <aside
      aria-label="About this turn"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a column that scrolls must be reachable by keyboard
      tabIndex={0}
      className="focus-inside w-(--context) flex-none bg-canvas max-desk:w-full max-desk:border-t desk:overflow-y-auto desk:border-l border-line"
    >
      {confidence !== null && (
        <section aria-label="Why" className="border-b border-line px-4 pt-4 pb-4">
          <header className="flex h-5 items-center">
            <h2 className="flex-1 font-strong tabular-nums">Why {confidence.toFixed(2)}</h2>
            <Confidence value={confidence} />
          </header>
          {trace.why && <p className="mt-1 text-pretty text-ink-2">{trace.why}</p>}
          <ul className="mt-2.5 flex flex-col gap-2">
            {trace.parts.map((part) => (
              <li key={part.part}>
                <span className="flex items-center gap-3">
                  <span className="w-24 flex-none">{part.part}</span>
                  <Track value={part.score} className="h-1 flex-1" />
                  <span className="font-medium tabular-nums">{part.score.toFixed(2)}</span>
                </span>
                <span className="block text-meta text-ink-3">{part.why}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <EgressReceipt trace={trace} now={now} />
      {versions.length > 0 && (
        <section aria-label="In force at that moment" className="px-4 pt-4 pb-6">
          <h2 className="mb-1 font-strong">In force at that moment</h2>
          <Rows>
            {versions.map(({ what, version }) => (
              <Row key={what} label={what}>
                {version}
              </Row>
            ))}
          </Rows>
        </section>
      )}
    </aside>
  );
}
