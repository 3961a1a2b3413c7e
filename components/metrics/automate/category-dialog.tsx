'use client';

import { ArrowRight, Check, CircleAlert } from 'lucide-react';
import { ChannelSign } from '@/components/inbox/channel-sign';
import { useBehindHref } from '@/components/metrics/use-behind-href';
import { buttonClass } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Link } from '@/components/ui/link';
import { Skeleton } from '@/components/ui/skeleton';
import { useNow } from '@/components/ui/use-now';
import { formatFigure } from '@/lib/format/format-figure';
import { formatDay } from '@/lib/format/format-time';
import type { Category, Source } from '@/lib/worth/worth.schema';
import { wholeDollars } from './category-table';
import { chooseNextStep, findMissing } from './choose-next-step';
import { useExamples } from './queries';
import { levels } from './say-map';

type Props = { category: Category; source: Source; onClose: () => void };

/** One category: what it is worth and why, what is there to automate it and what is not, and what people wrote. */
export function CategoryDialog({ category, source, onClose }: Props) {
  const step = chooseNextStep(category);
  return (
    <Dialog wide open onOpenChange={(open) => !open && onClose()} title={category.name}>
      <Figures category={category} />
      <section aria-label="Next step" className="mt-4 rounded-corner bg-accent-tint px-3 py-2.5">
        <p className="text-pretty">{step.says}</p>
        <Link href={step.href} className={buttonClass('soft', 'form', 'mt-2')}>
          {go[step.href] ?? step.verb}
          <ArrowRight size={16} strokeWidth={1.75} aria-hidden />
        </Link>
      </section>
      <div className="mt-5 grid grid-cols-2 gap-x-8 gap-y-5 max-pane:grid-cols-1">
        <Coverage category={category} />
        <Complexity category={category} />
      </div>
      <Examples category={category} source={source} />
    </Dialog>
  );
}

const go: Record<string, string> = {
  '/automation/intents': 'Open the intents',
  '/automation/playbooks': 'Open the playbooks',
  '/automation/tools': 'Open the tools',
  '/knowledge': 'Open the articles',
  '/metrics/assistant': 'Open the assistant’s figures',
};

function Figures({ category }: { category: Category }) {
  const { perMonth, handleMs, achieved, ceiling, savingMicros, kind } = category;
  const figures: [string, string, string][] = [
    ['A month', Math.round(perMonth).toLocaleString('en-US'), `${Math.round(category.share * 100)}% of all`],
    [
      'Handle time',
      formatFigure('milliseconds', handleMs?.value ?? null),
      handleMs ? `of ${handleMs.n.toLocaleString('en-US')}` : 'not measured',
    ],
    [
      'Assistant solves',
      achieved ? `${Math.round(achieved.value * 100)}%` : '–',
      achieved ? `of ${achieved.n.toLocaleString('en-US')} closed` : 'too few to tell',
    ],
    [
      'Could solve',
      kind === 'none' ? '–' : `${Math.round(ceiling.value * 100)}%`,
      ceiling.from === 'assumed' ? 'assumed' : `as ${ceiling.name}`,
    ],
    ['Worth a month', kind === 'none' ? '–' : wholeDollars(savingMicros), 'to be had'],
  ];
  return (
    <dl className="grid grid-cols-5 gap-3 max-pane:grid-cols-2">
      {figures.map(([name, value, of]) => (
        <div key={name}>
          <dt className="text-meta text-ink-2">{name}</dt>
          <dd className="text-title font-strong tabular-nums">{value}</dd>
          <dd className="text-meta text-pretty text-ink-3">{of}</dd>
        </div>
      ))}
    </dl>
  );
}

function Coverage({ category }: { category: Category }) {
  const { coverage } = category;
  const there = [
    coverage.intent && { name: 'Intent', says: category.name, href: '/automation/intents' },
    coverage.article && {
      name: 'Article',
      says: coverage.article.title,
      href: `/knowledge/${coverage.article.slug}/${coverage.article.language}`,
    },
    coverage.playbook && {
      name: 'Playbook',
      says: coverage.playbook.name,
      href: `/automation/playbooks/${coverage.playbook.key}`,
    },
    coverage.playbook &&
      coverage.tools > 0 &&
      coverage.toolsMissing.length === 0 && {
        name: 'Tools',
        says: `${coverage.tools}, all connected`,
        href: '/automation/tools',
      },
  ].filter((one) => one !== false && one !== null);
  return (
    <section aria-label="To automate it">
      <h3 className="pb-1 font-strong">To automate it</h3>
      <ul>
        {there.map(({ name, says, href }) => (
          <li key={name} className="flex h-8 items-center gap-2 border-b border-line last:border-b-0">
            <Check size={14} strokeWidth={2} aria-hidden className="flex-none text-solved-text" />
            <span className="w-16 flex-none text-ink-2">{name}</span>
            <Link href={href} className="min-w-0 truncate hover:underline">
              {says}
            </Link>
          </li>
        ))}
        {findMissing(category).map(({ verb, says, href }) => (
          <li key={verb} className="flex min-h-8 items-center gap-2 border-b border-line py-1.5 last:border-b-0">
            <CircleAlert size={14} strokeWidth={2} aria-hidden className="flex-none self-start text-attention-text" />
            <Link href={href} title={says} className="min-w-0 text-pretty hover:underline">
              {verb}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Complexity({ category: { complexity } }: { category: Category }) {
  return (
    <section aria-label="Complexity">
      <h3 className="pb-1 font-strong">
        {complexity ? `${levels[complexity.level]}, ${complexity.score.toFixed(2)} of 1` : 'Complexity not known'}
      </h3>
      <ul>
        {complexity?.parts.map(({ name, says, score }) => (
          <li key={name} className="flex min-h-8 items-center gap-2 border-b border-line py-1 last:border-b-0">
            <span className="w-34 flex-none text-ink-2">{name}</span>
            <span className="min-w-0 flex-1 text-pretty tabular-nums">{says}</span>
            <span aria-hidden className="h-1.5 w-14 flex-none overflow-hidden rounded-full bg-track">
              <span className="block h-full bg-chart-2" style={{ width: `${score * 100}%` }} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Examples({ category: { key, kind }, source }: Omit<Props, 'onClose'>) {
  const query = useExamples(source, key);
  const behind = useBehindHref();
  const now = useNow(60_000);
  const intent = kind === 'intent' ? key.slice('intent:'.length) : '';
  return (
    <section aria-label="What was written" className="mt-5">
      <div className="flex items-center gap-2 pb-1">
        <h3 className="flex-1 font-strong">What was written</h3>
        {source === 'desk' && (
          <Link
            href={behind({ measure: 'conversations', filters: { intent: [intent] } })}
            className={buttonClass('plain')}
          >
            All conversations
          </Link>
        )}
      </div>
      {!query.data ? (
        query.error ? (
          <p role="alert" className="text-danger-text">
            {query.error.message}
          </p>
        ) : (
          <div role="status" aria-label="Reading examples">
            {['w-3/4', 'w-2/3', 'w-1/2'].map((width) => (
              <div key={width} className="flex h-8 items-center border-b border-line">
                <Skeleton className={`h-2.5 ${width}`} />
              </div>
            ))}
          </div>
        )
      ) : query.data.rows.length === 0 ? (
        <p className="text-ink-3">None that you may see.</p>
      ) : (
        <ul>
          {query.data.rows.map(({ id, gist, at, channel, href }) => (
            <li key={id} className="flex min-h-8 items-center gap-2 border-b border-line py-1.5 last:border-b-0">
              {channel && <ChannelSign channel={channel} size={14} className="flex-none text-ink-3" />}
              <span className="line-clamp-2 min-w-0 flex-1">
                {href ? (
                  <Link href={href} className="hover:underline">
                    {gist}
                  </Link>
                ) : (
                  gist
                )}
              </span>
              <span className="flex-none text-meta text-ink-3 tabular-nums">{now > 0 && formatDay(at, now)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
