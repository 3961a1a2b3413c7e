'use client';

import { Check, CircleCheck, CircleSlash, UserCheck, X } from 'lucide-react';
import { Badge } from '@/components/ui/badge';
import { formatTook } from '@/lib/format/format-time';
import type { TriedTool } from '@/lib/tools/registry.schema';

const effects = {
  allow: { says: 'Allowed', icon: CircleCheck, tone: 'solved' },
  deny: { says: 'Denied', icon: CircleSlash, tone: 'danger' },
  needs_approval: { says: 'Needs approval', icon: UserCheck, tone: 'attention' },
} as const;

const outcomes = {
  done: { says: 'It answered', tone: 'solved', icon: Check },
  refused: { says: 'It said no', tone: 'attention', icon: CircleSlash },
  unavailable: { says: 'It did not answer', tone: 'danger', icon: X },
  unknown: { says: 'No answer: it may have happened', tone: 'danger', icon: X },
} as const;

/** What left or would leave, what the policies say, and what came back. */
export function TrialResult({ tried: { sends, refused, outcome, decision } }: { tried: TriedTool }) {
  const effect = decision && effects[decision.effect];
  const end = outcome && outcomes[outcome.kind];
  return (
    <div role="status" aria-label="What came of it" className="mt-5 flex max-w-[720px] flex-col gap-4">
      {refused && <p className="text-pretty text-attention-text">{refused}</p>}
      {decision && effect && (
        <div>
          <p className="flex flex-wrap items-center gap-2">
            <Badge tone={effect.tone} icon={effect.icon}>
              {effect.says}
            </Badge>
            <span className="text-meta text-ink-3">
              {decision.policy ? `${decision.policy}${decision.rule ? `, rule ${decision.rule}` : ''}` : 'No policy'}
            </span>
          </p>
          <p className="mt-1 text-pretty">{decision.says}</p>
          <ul className="mt-1">
            {decision.findings.map(({ says, holds }) => (
              <li key={says} className="flex items-baseline gap-1.5 text-ink-2">
                {holds ? (
                  <Check size={14} strokeWidth={2} aria-label="holds" className="translate-y-0.5 text-solved-text" />
                ) : (
                  <X
                    size={14}
                    strokeWidth={2}
                    aria-label="does not hold"
                    className="translate-y-0.5 text-danger-text"
                  />
                )}
                {says}
              </li>
            ))}
          </ul>
        </div>
      )}
      {sends && (
        <div>
          <p className="text-meta text-ink-3">{outcome ? 'This was sent' : 'This would be sent'}</p>
          <Shown
            name="Request"
            text={[
              sends.line,
              ...Object.entries(sends.headers).map(([name, value]) => `${name}: ${value}`),
              ...(sends.body ? ['', sends.body] : []),
            ].join('\n')}
          />
        </div>
      )}
      {outcome && end && (
        <div>
          <p className="flex items-center gap-2">
            <Badge tone={end.tone} icon={end.icon}>
              {end.says}
            </Badge>
            <span className="text-meta text-ink-3 tabular-nums">{formatTook(outcome.tookMs)}</span>
          </p>
          <Shown name="Answer" text={outcome.text} />
        </div>
      )}
    </div>
  );
}

function Shown({ name, text }: { name: string; text: string }) {
  return (
    <section
      aria-label={name}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls has to be reached by keys
      tabIndex={0}
      className="mt-1 max-h-96 overflow-auto rounded-corner bg-fill px-3 py-2 font-mono text-meta leading-5 whitespace-pre-wrap [overflow-wrap:anywhere]"
    >
      {text}
    </section>
  );
}
