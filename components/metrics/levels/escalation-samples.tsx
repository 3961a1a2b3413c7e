'use client';

import { Check, X } from 'lucide-react';
import { judgeEscalation } from '@/app/(workspace)/metrics/levels/actions';
import { useMay } from '@/components/shell/me';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { useNow } from '@/components/ui/use-now';
import { formatFigure } from '@/lib/format/format-figure';
import { formatMoment } from '@/lib/format/format-time';
import type { EscalationView } from '@/lib/levels/level.schema';
import { useLevelChange, useSamples } from './queries';

/** Turns drawn by chance: was somebody of the desk needed? What people say of them is what precision and recall are measured on. */
export function EscalationSamples({ escalation }: { escalation: EscalationView }) {
  const judges = useMay('reviews.decide');
  const { data } = useSamples(judges);
  const judging = useLevelChange(judgeEscalation, 'It was not kept');
  const now = useNow(60_000);
  const { precision, recall, judgedEscalated, judgedOthers } = escalation;
  const few = (count: number) => (count < 20 ? `${count} of 20 judged` : `${count} judged`);
  return (
    <section aria-label="Samples of escalations" className="border-t border-line py-5">
      <h3 className="font-strong">Was a person needed?</h3>
      <p className="max-w-[640px] text-pretty text-ink-2">
        Five turns a day that were passed on and five that were not, drawn by chance. Open one, and say whether it
        needed a person.
      </p>
      <dl className="mt-3 flex gap-10">
        <Told name="Precision" value={precision} says={`of what was passed on, ${few(judgedEscalated)}`} />
        <Told name="Recall" value={recall} says={`of what needed a person, ${few(judgedOthers)} of the others`} />
      </dl>
      {judges && data && data.samples.length === 0 && <p className="mt-3 text-ink-3">Nothing waits to be judged.</p>}
      {judges && data && data.samples.length > 0 && (
        <ul className="mt-3 border-t border-line">
          {data.samples.slice(0, 6).map(({ turnId, conversationId, number, customer, gist, escalated, at }) => (
            <li key={turnId} className="flex min-h-11 flex-wrap items-center gap-3 border-b border-line py-1.5">
              <Badge tone={escalated ? 'quiet' : 'assistant'}>{escalated ? 'Passed on' : 'Answered'}</Badge>
              <Link
                href={`/inbox/all/${conversationId}`}
                className="min-w-0 flex-1 truncate rounded-corner-small hover:underline"
              >
                <span className="font-medium">{customer}</span>{' '}
                <span className="text-ink-2">{gist || `#${number}`}</span>
              </Link>
              <span className="text-meta text-ink-3 tabular-nums">{now > 0 && formatMoment(at, now)}</span>
              <Button
                icon={Check}
                disabled={judging.isPending}
                aria-label={`${customer}: a person was needed`}
                onClick={() => judging.mutate({ turnId, needed: true })}
              >
                Needed
              </Button>
              <Button
                icon={X}
                disabled={judging.isPending}
                aria-label={`${customer}: no person was needed`}
                onClick={() => judging.mutate({ turnId, needed: false })}
              >
                Not needed
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Told({ name, value, says }: { name: string; value: number | null; says: string }) {
  return (
    <div>
      <dt className="text-meta text-ink-2">{name}</dt>
      <dd>
        <span className="text-figure font-strong tracking-(--tracking-figure) tabular-nums">
          {formatFigure('share', value)}
        </span>
        <span className="block text-meta text-ink-3">{says}</span>
      </dd>
    </div>
  );
}
