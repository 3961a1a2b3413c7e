'use client';

import { Check, CircleDashed, ShieldCheck, Workflow, X } from 'lucide-react';
import { Badge } from '@/components/ui/badge';
import { join } from '@/components/ui/join';
import { Link } from '@/components/ui/link';
import { useNow } from '@/components/ui/use-now';
import { formatMoment } from '@/lib/format/format-time';
import type { WaitingChange } from '@/lib/governance/waiting.schema';
import { placeOf } from './kind-words';
import { VersionBadge } from './version-badge';

const kinds = {
  policy: { icon: ShieldCheck, name: 'Policy' },
  playbook: { icon: Workflow, name: 'Playbook' },
} as const;

const columns =
  'grid grid-cols-[minmax(0,5fr)_128px_minmax(0,3fr)_128px] items-center gap-x-6 px-6 max-pane:grid-cols-[minmax(0,1fr)_auto] max-pane:gap-y-1.5 max-pane:px-4';

/** Drafts and trials of policies and playbooks, what began last first. */
export function WaitingList({ changes }: { changes: WaitingChange[] }) {
  return (
    <section aria-label="Policies and playbooks">
      <div
        aria-hidden
        className={join(columns, 'h-8 border-b border-line bg-surface text-meta text-ink-3 max-pane:hidden')}
      >
        <span>Policy or playbook</span>
        <span>Stands</span>
        <span>By, since</span>
        <span>Cases</span>
      </div>
      <ul>
        {changes.map((change) => (
          <Row key={`${change.kind} ${change.key} ${change.version}`} change={change} />
        ))}
      </ul>
    </section>
  );
}

function Row({ change }: { change: WaitingChange }) {
  const now = useNow(60_000);
  const { kind, key, title, state, version, share, since, by, note, cases } = change;
  const { icon: Icon, name } = kinds[kind];
  return (
    <li>
      <Link
        href={placeOf[kind].page(key)}
        className={join(columns, 'focus-inside min-h-14 border-b border-line py-2.5 hover:bg-hover')}
      >
        <span className="flex min-w-0 items-start gap-3">
          <Icon size={16} strokeWidth={1.75} aria-hidden className="mt-0.5 flex-none text-ink-3" />
          <span className="min-w-0">
            <span className="block truncate font-strong">{title}</span>
            <span className="mt-0.5 block truncate text-meta text-ink-3">
              {name} v{version}
              {note && `: ${note}`}
            </span>
          </span>
        </span>
        <span className="max-pane:justify-self-end">
          <VersionBadge state={state} share={share} />
        </span>
        <span className="min-w-0 truncate text-meta text-ink-2 max-pane:pl-7">
          {by ?? 'Nobody known'}
          {now > 0 && `, ${formatMoment(since, now)}`}
        </span>
        <span className="max-pane:justify-self-end">
          <CasesBadge cases={cases} />
        </span>
      </Link>
    </li>
  );
}

function CasesBadge({ cases: { all, failing } }: Pick<WaitingChange, 'cases'>) {
  if (all === 0) return <span className="text-meta text-ink-3">No cases</span>;
  if (failing === null)
    return (
      <Badge tone="quiet" icon={CircleDashed}>
        {all}, not run
      </Badge>
    );
  return failing > 0 ? (
    <Badge tone="danger" icon={X}>
      {failing} of {all} {failing === 1 ? 'fails' : 'fail'}
    </Badge>
  ) : (
    <Badge tone="solved" icon={Check}>
      {all === 1 ? 'passes' : `all ${all} pass`}
    </Badge>
  );
}
