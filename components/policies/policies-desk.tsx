'use client';

import { Plus, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { ListFailed } from '@/components/inbox/list-states';
import { AutomationBar, paneClass } from '@/components/intents/automation-bar';
import { useMay } from '@/components/shell/me';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { join } from '@/components/ui/join';
import { Link } from '@/components/ui/link';
import { Skeleton } from '@/components/ui/skeleton';
import type { PolicyRow } from '@/lib/governance/policy-view.schema';
import { NewPolicyDialog } from './new-policy-dialog';
import { countOf } from './policy-words';
import { usePolicies } from './queries';
import { StateLine } from './state-line';

/** Every policy: what it rules, what stands of it, and what it decided. */
export function PoliciesDesk() {
  const list = usePolicies();
  const [adding, setAdding] = useState(false);
  const edits = useMay('intents.edit');
  const rows = list.data?.policies;
  return (
    <main id="main" className={paneClass()}>
      <AutomationBar title="Policies" says="Who may have what done, and who must ask first">
        {edits && (
          <Button size="form" look="filled" icon={Plus} onClick={() => setAdding(true)}>
            New policy
          </Button>
        )}
      </AutomationBar>
      <div className="min-h-0 flex-1 overflow-y-auto">
        {list.isError ? (
          <ListFailed what="The policies" error={list.error} onRetry={() => void list.refetch()} />
        ) : !rows ? (
          <div role="status" aria-label="Reading the policies" className="px-6 max-pane:px-4">
            {['w-40', 'w-56', 'w-32', 'w-48', 'w-36'].map((width) => (
              <div key={width} className="flex h-16 flex-col justify-center gap-2.5 border-b border-line">
                <Skeleton className={`h-3 ${width}`} />
                <Skeleton className="h-2.5 w-72 max-w-full" />
              </div>
            ))}
          </div>
        ) : rows.length === 0 ? (
          <EmptyState
            icon={ShieldCheck}
            title="No policies yet"
            actions={edits && <Button onClick={() => setAdding(true)}>New policy</Button>}
          >
            A policy says who may have what done. Until there is one, the assistant changes nothing for anybody.
          </EmptyState>
        ) : (
          <>
            <div
              aria-hidden
              className={join(
                columns,
                'sticky top-0 h-8 items-center border-b border-line bg-surface text-meta text-ink-3 max-pane:hidden',
              )}
            >
              <span>Policy</span>
              <span>Stands</span>
              <span>Decided in 30 days</span>
            </div>
            <ul aria-label="Policies">
              {rows.map((row) => (
                <Row key={row.key} row={row} />
              ))}
            </ul>
          </>
        )}
      </div>
      {adding && <NewPolicyDialog onClose={() => setAdding(false)} />}
    </main>
  );
}

const columns =
  'grid grid-cols-[minmax(0,5fr)_minmax(0,4fr)_minmax(200px,3fr)] gap-x-6 px-6 max-pane:grid-cols-1 max-pane:gap-y-1.5 max-pane:px-4';

function Row({ row }: { row: PolicyRow }) {
  return (
    <li>
      <Link
        href={`/automation/policies/${row.key}`}
        className={join(columns, 'focus-inside min-h-16 items-center border-b border-line py-3 hover:bg-hover')}
      >
        <span className="min-w-0">
          <span className="block truncate font-strong">{row.title}</span>
          <span className="mt-0.5 block truncate text-meta text-ink-3">
            {row.tools.join(', ')} · {countOf(row.rules, 'rule')}
          </span>
        </span>
        <span className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
          {row.trial && <Badge tone="assistant">{row.trial.share}% on trial</Badge>}
          {row.draft && (
            <Badge tone="accent">
              Draft v{row.draft.version}
              {row.draft.by && ` by ${row.draft.by.split(' ')[0]}`}
            </Badge>
          )}
          <span className="min-w-0 truncate text-meta text-ink-2">
            <StateLine live={row.live} trial={row.trial} />
          </span>
        </span>
        <Decided decisions={row.decisions} />
      </Link>
    </li>
  );
}

const series = [
  ['allow', 'allowed', 'bg-chart-1'],
  ['needs_approval', 'asked', 'bg-chart-3'],
  ['deny', 'denied', 'bg-chart-previous'],
] as const;

function Decided({ decisions }: { decisions: PolicyRow['decisions'] }) {
  const all = decisions.allow + decisions.needs_approval + decisions.deny;
  if (all === 0) return <span className="text-meta text-ink-3">Nothing was asked for</span>;
  return (
    <span className="block min-w-0">
      <span aria-hidden className="flex h-1.5 gap-px overflow-hidden rounded-[2px]">
        {series.map(([effect, , colour]) =>
          decisions[effect] > 0 ? (
            <span key={effect} className={join('min-w-1', colour)} style={{ flexGrow: decisions[effect] }} />
          ) : null,
        )}
      </span>
      <span className="mt-1.5 block truncate text-meta text-ink-2 tabular-nums">
        {series.map(([effect, name]) => `${decisions[effect].toLocaleString('en')} ${name}`).join(' · ')}
      </span>
    </span>
  );
}
