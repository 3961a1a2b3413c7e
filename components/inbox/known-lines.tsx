import { Check, CircleAlert, CircleQuestionMark } from 'lucide-react';
import { join } from '@/components/ui/join';

const signs = {
  'Does not fit': { icon: CircleAlert, tone: 'text-danger-text' },
  'Could not be read': { icon: CircleQuestionMark, tone: 'text-attention-text' },
  Fits: { icon: Check, tone: 'text-solved-text' },
} as const;

/** A check of a document as the handoff words it: its verdict, what had to be so, and in brackets what that rests on. */
const check = /^(Does not fit|Could not be read|Fits): (.*?)(?: \((.*)\))?$/s;

/** What is known, line by line; a check with its sign, and what it rests on beneath. */
export function KnownLines({ of }: { of: string[] }) {
  return (
    <ul className="flex flex-col gap-1">
      {of.map((line) => {
        const [, verdict, says, why] = check.exec(line) ?? [];
        if (!verdict) return <li key={line}>{line}</li>;
        const { icon: Icon, tone } = signs[verdict as keyof typeof signs];
        return (
          <li key={line} className="grid grid-cols-[14px_1fr] gap-1.5">
            <Icon size={14} strokeWidth={2} aria-hidden className={join('mt-[3px]', tone)} />
            <div>
              <span className="sr-only">{verdict}: </span>
              {says}
              {why && <p className="text-meta text-pretty text-ink-3">{why}</p>}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
