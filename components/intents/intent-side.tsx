'use client';

import { Lightbulb } from 'lucide-react';
import { Link } from '@/components/ui/link';
import type { IntentView } from '@/lib/governance/intent-view.schema';
import { ConfusionMatrix } from './confusion-matrix';
import { describeReliability } from './describe-reliability';
import { ReliabilityDiagram } from './reliability-diagram';
import { TrySentence } from './try-sentence';

/** What it is mistaken for, how far its sureness holds, and a sentence of one's own. */
export function IntentSide({ intent }: { intent: IntentView }) {
  const { confusion, reliability, ece, suggestions } = intent;
  return (
    <aside
      aria-label="How it is understood"
      className="flex w-[392px] flex-none flex-col overflow-y-auto border-l border-line bg-canvas max-wide:w-full max-wide:overflow-visible max-wide:border-t max-wide:border-l-0"
    >
      <section aria-label="What it is mistaken for" className="border-b border-line px-5 pt-4 pb-5">
        <h3 className="font-strong">What it is mistaken for</h3>
        {confusion.total === 0 ? (
          <p className="text-ink-2">Shown once it is part of a trained version.</p>
        ) : (
          <>
            <p className="text-pretty text-ink-2">
              Rows are what was meant, columns what was understood; {confusion.total.toLocaleString('en')} held-out
              examples.
            </p>
            <ConfusionMatrix intents={confusion.intents} counts={confusion.counts} own={intent.key} />
          </>
        )}
      </section>
      {reliability.length > 0 && (
        <section aria-label="How sure it may be" className="border-b border-line px-5 pt-4 pb-4">
          <h3 className="font-strong">{describeReliability(reliability)}</h3>
          <p className="text-ink-2">
            Said against found, for this intent{ece === null ? '' : `; calibration error ${ece.toFixed(3)}`}
          </p>
          <ReliabilityDiagram bins={reliability} />
        </section>
      )}
      {suggestions.length > 0 && (
        <p className="flex gap-2.5 border-b border-line px-5 py-3">
          <Lightbulb size={16} strokeWidth={1.75} aria-hidden className="mt-0.5 flex-none text-attention" />
          <span>
            {suggestions.length === 1 ? 'One real message is' : `${suggestions.length} real messages are`} not in the
            examples yet.{' '}
            <Link
              href={`/automation/intents/${intent.key}?examples=suggested`}
              replace
              className="font-medium text-accent-text"
            >
              Look at them
            </Link>
          </span>
        </p>
      )}
      <TrySentence />
    </aside>
  );
}
