import { CircleAlert, Lightbulb } from 'lucide-react';
import type { PolicyFinding } from '@/lib/governance/policy-view.schema';
import { countOf } from './policy-words';

/** What is wrong with the policy as a whole, in one line that leads to the first place. */
export function FindingSum({ findings, onOpen }: { findings: PolicyFinding[]; onOpen: (rule: number) => void }) {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const hints = findings.length - errors.length;
  const first = errors[0] ?? findings[0];
  if (!first) return null;
  const sums = [errors.length > 0 && countOf(errors.length, 'error'), hints > 0 && countOf(hints, 'hint')].filter(
    Boolean,
  );
  const Sign = errors.length > 0 ? CircleAlert : Lightbulb;
  const colour = errors.length > 0 ? 'text-danger-text' : 'text-attention-text';
  return (
    <p role="status" className={`mt-2 flex items-start gap-1.5 text-meta ${colour}`}>
      <Sign size={14} strokeWidth={2} aria-hidden className="mt-px flex-none" />
      <span className="min-w-0 text-pretty">
        {sums.join(', ')}.{' '}
        {first.rule === null ? (
          <span>
            {first.at}: {first.says}
          </span>
        ) : (
          <button type="button" onClick={() => onOpen(first.rule!)} className="text-left underline underline-offset-2">
            Rule {first.rule + 1}: {first.says}
          </button>
        )}
      </span>
    </p>
  );
}
