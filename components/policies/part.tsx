'use client';

import type { ReactNode } from 'react';
import type { PolicyDefinition } from '@/lib/governance/policy.schema';
import type { PolicyFinding } from '@/lib/governance/policy-view.schema';

/** What every part of a policy is given. */
export type PartProps = {
  policyKey: string;
  definition: PolicyDefinition;
  findings: PolicyFinding[];
  edits: boolean;
  onChange: (make: (before: PolicyDefinition) => PolicyDefinition, stroke?: string) => void;
};

/** A part of a policy: its name and what it is for, beside its fields. */
export function Part({ title, says, children }: { title: string; says: string; children: ReactNode }) {
  return (
    <section
      aria-label={title}
      className="grid grid-cols-[200px_minmax(0,1fr)] gap-x-6 gap-y-2 border-b border-line px-6 py-4 max-pane:grid-cols-1 max-pane:px-4"
    >
      <header>
        <h2 className="font-strong">{title}</h2>
        <p className="mt-0.5 text-meta text-pretty text-ink-3">{says}</p>
      </header>
      <div className="flex min-w-0 flex-col gap-3">{children}</div>
    </section>
  );
}

/** What was found wrong at a place, or anywhere in it. */
export const under = (findings: PolicyFinding[], at: string) =>
  findings.filter((one) => one.at === at || one.at.startsWith(`${at}.`) || one.at.startsWith(`${at}[`));
