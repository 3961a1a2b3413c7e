import { Lightbulb } from 'lucide-react';
import { CelText } from '@/components/definitions/cel-text';
import { Button } from '@/components/ui/button';
import type { CaseLook } from '@/lib/governance/policy-view.schema';

type Props = { number: number; advice: NonNullable<CaseLook['advice']>; onUse: () => void };

/** A change that was tried and makes a failing case pass. */
export function AdviceCard({ number, advice, onUse }: Props) {
  return (
    <section
      aria-label="Advice"
      className="mx-6 mb-6 flex items-center gap-4 rounded-corner border border-line-strong px-3 py-2.5 max-pane:mx-4 max-pane:flex-wrap"
    >
      <Lightbulb size={16} strokeWidth={1.75} aria-hidden className="flex-none text-attention-text" />
      <p className="min-w-0 flex-1 text-pretty">
        Case {number} fails because “{advice.rule}” looks at one action alone. Compare{' '}
        <CelText cel={advice.to} className="rounded-corner-small bg-fill px-1 py-px" /> instead.
      </p>
      <Button look="soft" keys={['⏎']} onClick={onUse}>
        Use it
      </Button>
    </section>
  );
}
