import { Check, CircleAlert, CircleQuestionMark } from 'lucide-react';
import { join } from '@/components/ui/join';
import type { SimulatedVisit } from '@/lib/pipeline/simulation.schema';

type Reading = NonNullable<SimulatedVisit['reading']>;

const verdicts = {
  fits: { icon: Check, tone: 'text-solved-text', says: 'Fits' },
  unfit: { icon: CircleAlert, tone: 'text-danger-text', says: 'Does not fit' },
  unread: { icon: CircleQuestionMark, tone: 'text-attention-text', says: 'Could not be read' },
} as const;

/** What was read of a file, and what the checks say of it. */
export function ReadingList({ reading: { found, missing, checks } }: { reading: Reading }) {
  return (
    <>
      <dl className="mt-1 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 text-meta">
        {found.map(({ field, title, text, where }) => (
          <div key={field} className="contents">
            <dt className="text-ink-3">{title}</dt>
            <dd title={where} className="truncate">
              {text}
            </dd>
          </div>
        ))}
        {missing.map((title) => (
          <div key={title} className="contents">
            <dt className="text-ink-3">{title}</dt>
            <dd className="text-attention-text">not found</dd>
          </div>
        ))}
      </dl>
      <ul className="mt-1 flex flex-col gap-0.5 text-meta">
        {checks.map(({ says, verdict, why }) => {
          const { icon: Icon, tone, says: word } = verdicts[verdict];
          return (
            <li key={says} title={why} className="flex gap-1.5">
              <Icon size={12} strokeWidth={2} aria-label={word} className={join('mt-0.5 flex-none', tone)} />
              <span className="min-w-0 text-pretty">{says}</span>
            </li>
          );
        })}
      </ul>
    </>
  );
}
