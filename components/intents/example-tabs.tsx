'use client';

import { join } from '@/components/ui/join';
import { Link } from '@/components/ui/link';
import type { ExampleView, IntentView } from '@/lib/governance/intent-view.schema';

export type Shown = 'all' | 'mistaken' | 'test' | 'suggested';

export const shownNames: Record<Shown, { name: string; empty: string }> = {
  all: { name: 'All', empty: 'No example yet. Ten teach it well.' },
  mistaken: { name: 'Mistaken', empty: 'Held out, each of them was understood as meant.' },
  test: { name: 'Kept as test', empty: 'None is kept as test. Those that are show whether a version got better.' },
  suggested: { name: 'Suggested', empty: '' },
};

export function chooseShown(examples: ExampleView[], shown: Shown, key: string): ExampleView[] {
  if (shown === 'mistaken') return examples.filter(({ taken }) => taken !== null && taken.intent !== key);
  return shown === 'test' ? examples.filter(({ use }) => use === 'test') : examples;
}

export function ExampleTabs({ intent, shown }: { intent: IntentView; shown: Shown }) {
  const counts: Record<Shown, number | null> = {
    all: null,
    mistaken: chooseShown(intent.examples, 'mistaken', intent.key).length,
    test: chooseShown(intent.examples, 'test', intent.key).length,
    suggested: intent.suggestions.length,
  };
  return (
    <ul aria-label="Which examples" className="flex gap-0.5 rounded-corner bg-fill p-0.5">
      {(Object.keys(shownNames) as Shown[]).map((one) => (
        <li key={one}>
          <Link
            href={
              one === 'all' ? `/automation/intents/${intent.key}` : `/automation/intents/${intent.key}?examples=${one}`
            }
            replace
            scroll={false}
            aria-current={one === shown ? 'true' : undefined}
            className={join(
              'flex h-6 items-center gap-1 rounded-corner-small px-2 text-meta font-medium max-pane:h-11',
              one === shown ? 'bg-surface text-ink-1 shadow-press' : 'text-ink-2 hover:text-ink-1',
            )}
          >
            {shownNames[one].name}
            {counts[one] !== null && <span className="tabular-nums">{counts[one]}</span>}
          </Link>
        </li>
      ))}
    </ul>
  );
}
