import { ArrowRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { join } from '@/components/ui/join';
import { Link } from '@/components/ui/link';
import type { VersionEffect } from '@/lib/governance/intent-view.schema';

/** What a trained version of the intents would change, against the one that is live. */
export function VersionEffectPane({ effect }: { effect: VersionEffect }) {
  const { version, against, intents, mended, broken, replay } = effect;
  const moved = intents
    .filter(({ before, after }) => Math.abs((after ?? 0) - (before ?? 0)) >= 0.005)
    .sort((a, b) => Math.abs((b.after ?? 0) - (b.before ?? 0)) - Math.abs((a.after ?? 0) - (a.before ?? 0)));
  return (
    <div className="mx-auto grid max-w-[1128px] grid-cols-[1fr_1fr] gap-x-12 px-6 py-6 max-desk:grid-cols-1 max-pane:px-4">
      <header className="col-span-full border-b border-line pb-5">
        <h2 className="text-title font-strong tracking-(--tracking-title)">{headline(effect)}</h2>
        <p className="mt-1 text-ink-2">
          Version {version.number}, {version.examples.toLocaleString('en')} examples, trained in{' '}
          {((version.trainedMs ?? 0) / 1_000).toFixed(1)} s{version.by && ` for ${version.by}`}
          {against && `; measured against version ${against.number}, which is live`}.
        </p>
        <dl className="mt-4 flex flex-wrap gap-x-12 gap-y-3">
          <Figure label="Held-out F1" before={against?.macroF1} after={version.macroF1} digits={3} />
          <Figure label="Held-out accuracy" before={against?.accuracy} after={version.accuracy} digits={3} />
          <Figure label="Calibration error" before={against?.ece} after={version.ece} digits={3} less />
          {version.tests && (
            <Figure
              label={`Right of ${version.tests.examples} tests`}
              before={against?.tests?.accuracy}
              after={version.tests.accuracy}
              digits={3}
            />
          )}
        </dl>
      </header>
      <Section title="Intents that move" count={moved.length} empty="Every intent is told apart as well as before.">
        {moved.slice(0, 20).map(({ key, name, before, after }) => (
          <li key={key} className="flex h-8 items-center gap-2 border-b border-line">
            <Link href={`/automation/intents/${key}`} className="min-w-0 flex-1 truncate hover:underline">
              {name}
            </Link>
            <Step before={before} after={after} />
          </li>
        ))}
      </Section>
      <Section
        title="Recent messages read otherwise"
        count={replay.changes.length}
        empty={
          replay.turns === 0
            ? 'No conversation yet to try it on.'
            : `The last ${replay.turns} messages are understood as before.`
        }
      >
        {replay.changes.slice(0, 30).map(({ text, conversationId, was, is, wasProbability, isProbability }) => (
          <li key={`${conversationId} ${text}`} className="border-b border-line py-1.5">
            <Link href={`/inbox/all/${conversationId}`} className="block truncate hover:underline">
              {text}
            </Link>
            <p className="flex items-center gap-1.5 text-meta text-ink-3 tabular-nums">
              {was} {wasProbability.toFixed(2)}
              <ArrowRight size={12} strokeWidth={2} aria-label="becomes" />
              <span className="text-ink-1">{is}</span> {isProbability.toFixed(2)}
            </p>
          </li>
        ))}
      </Section>
      <Examples title="Examples it now takes rightly" rows={mended} good />
      <Examples title="Examples it no longer takes rightly" rows={broken} />
    </div>
  );
}

function headline({ intents, mended, broken, replay, against }: VersionEffect): string {
  if (!against) return 'The first version: there is nothing to compare it with';
  const fresh = intents.filter(({ before }) => before === null).length;
  const parts = [
    ...(fresh > 0 ? [`${fresh} new ${fresh === 1 ? 'intent' : 'intents'}`] : []),
    `${mended.length} examples mended`,
    `${broken.length} broken`,
    `${replay.changes.length} of the last ${replay.turns} messages read otherwise`,
  ];
  return parts.join(', ');
}

type FigureProps = { label: string; before?: number | null; after: number | null; digits: number; less?: boolean };

function Figure({ label, before, after, digits, less }: FigureProps) {
  if (after === null) return null;
  const change = before == null ? 0 : after - before;
  const better = less ? change < 0 : change > 0;
  const still = Math.abs(change) < 0.0005;
  return (
    <div>
      <dt className="text-meta text-ink-3">{label}</dt>
      <dd className="flex items-baseline gap-2 text-figure font-strong tracking-(--tracking-figure) tabular-nums">
        {after.toFixed(digits)}
        {before != null && (
          <span
            className={join(
              'text-meta font-text',
              still ? 'text-ink-3' : better ? 'text-solved-text' : 'text-danger-text',
            )}
          >
            {still
              ? 'as before'
              : `${change > 0 ? '+' : '−'}${Math.abs(change).toFixed(digits)} ${better ? 'better' : 'worse'}`}
          </span>
        )}
      </dd>
    </div>
  );
}

function Step({ before, after }: { before: number | null; after: number | null }) {
  const better = (after ?? 0) > (before ?? 0);
  return (
    <span className="flex items-center gap-1.5 tabular-nums">
      <span className="text-ink-3">{before === null ? 'new' : before.toFixed(2)}</span>
      <ArrowRight size={12} strokeWidth={2} aria-label="becomes" className="text-ink-3" />
      <span className={join('font-medium', better ? 'text-solved-text' : 'text-danger-text')}>
        {after === null ? 'gone' : after.toFixed(2)}
      </span>
    </span>
  );
}

type SectionProps = { title: string; count: number; empty: string; children: ReactNode };

function Section({ title, count, empty, children }: SectionProps) {
  return (
    <section aria-label={title} className="min-w-0 border-b border-line py-5 last:border-0">
      <h3 className="flex items-center gap-2 font-strong">
        <span className="flex-1">{title}</span>
        <span className="text-meta font-text text-ink-3 tabular-nums">{count}</span>
      </h3>
      {count === 0 ? <p className="mt-1 text-ink-2">{empty}</p> : <ul className="mt-2">{children}</ul>}
    </section>
  );
}

function Examples({ title, rows, good }: { title: string; rows: VersionEffect['mended']; good?: boolean }) {
  return (
    <Section title={title} count={rows.length} empty="None.">
      {rows.slice(0, 30).map(({ text, meant, was, is }) => (
        <li key={`${meant} ${text}`} className="border-b border-line py-1.5">
          <p className="truncate">{text}</p>
          <p className="flex items-center gap-1.5 text-meta text-ink-3">
            {was}
            <ArrowRight size={12} strokeWidth={2} aria-label="becomes" />
            <span className={good ? 'text-solved-text' : 'text-danger-text'}>{is}</span>
          </p>
        </li>
      ))}
    </Section>
  );
}
