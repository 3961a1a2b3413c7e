import type { TurnTrace } from '@/lib/pipeline/turn.schema';

type Decision = TurnTrace['decisions'][number];

const effects: Record<Decision['effect'], string> = {
  allow: 'allowed',
  deny: 'denied',
  needs_approval: 'asks for approval of',
};

/** What policy decided, by which rule, and on which facts. */
export function Decisions({ decisions }: { decisions: Decision[] }) {
  return decisions.map((decision, index) => (
    <section
      // biome-ignore lint/suspicious/noArrayIndexKey: decisions are kept in the order they were made
      key={index}
      aria-label={`Policy decision on ${decision.tool}`}
      className="grid gap-x-8 gap-y-4 px-6 pt-5 pb-6 max-pane:px-4 pane:grid-cols-2"
    >
      <div>
        <h2 className="font-strong">Policy decision</h2>
        <p className="text-pretty">
          <b>
            {decision.policy} v{decision.version}, rule “{decision.rule}”
          </b>{' '}
          {effects[decision.effect]} {decision.tool}: {decision.says}
        </p>
        {decision.cel && (
          <pre className="mt-2 overflow-x-auto rounded-corner bg-fill px-3 py-1.5 font-mono text-meta leading-5 whitespace-pre-wrap">
            {decision.cel}
          </pre>
        )}
      </div>
      {decision.facts.length > 0 && (
        <div>
          <h2 className="font-strong">Facts it decided on</h2>
          <dl className="grid grid-cols-[minmax(100px,max-content)_1fr] gap-x-4">
            {decision.facts.map((fact) => (
              <div key={fact.name} className="contents">
                <dt className="text-meta leading-5 text-ink-3">{fact.name}</dt>
                <dd className="min-w-0 [overflow-wrap:anywhere]">
                  {fact.value} <span className="text-ink-2">from {fact.from}</span>
                </dd>
              </div>
            ))}
          </dl>
        </div>
      )}
    </section>
  ));
}
