import { FileOutput, Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/badge';
import { Confidence, Track } from '@/components/ui/confidence';
import type { TurnTrace } from '@/lib/pipeline/turn.schema';

/** Beside the stages: why this sure, what left the house, and what was in force. */
export function TraceSide({ trace }: { trace: TurnTrace }) {
  const { confidence, egress, versions } = trace;
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
      <section aria-label="Egress receipt" className="border-b border-line px-4 pt-4 pb-4">
        <header className="mb-2 flex h-5 items-center gap-2">
          <FileOutput size={16} strokeWidth={1.75} aria-hidden className="text-ink-3" />
          <h2 className="flex-1 font-strong">Egress receipt</h2>
          {egress.left ? (
            <Badge tone="attention">Left the house</Badge>
          ) : (
            <Badge tone="solved" icon={Lock}>
              Nothing left
            </Badge>
          )}
        </header>
        <Rows>
          <Row label="Went to">{egress.left ? 'a model outside' : 'nobody: the local engine answered'}</Row>
          {egress.replaced.length > 0 && <Row label="Replaced">{egress.replaced.map(toToken)}</Row>}
          {egress.destroyed.length > 0 && <Row label="Destroyed">{egress.destroyed.map(toToken)}</Row>}
        </Rows>
      </section>
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

function toToken(token: string) {
  return (
    <code key={token} className="mr-2 font-mono text-meta leading-5 text-assistant-text">
      {token}
    </code>
  );
}

function Rows({ children }: { children: ReactNode }) {
  return <dl className="grid grid-cols-[72px_1fr] gap-x-3 gap-y-1">{children}</dl>;
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-meta leading-5 text-ink-3">{label}</dt>
      <dd className="min-w-0 [overflow-wrap:anywhere]">{children}</dd>
    </>
  );
}
