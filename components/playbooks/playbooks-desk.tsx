'use client';

import { Plus, Workflow } from 'lucide-react';
import { useState } from 'react';
import { ListFailed } from '@/components/inbox/list-states';
import { AutomationBar } from '@/components/intents/automation-bar';
import { useMay } from '@/components/shell/me';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { join } from '@/components/ui/join';
import { Link } from '@/components/ui/link';
import { Skeleton } from '@/components/ui/skeleton';
import type { PlaybookRow } from '@/lib/governance/playbook-view.schema';
import { NewPlaybookDialog } from './new-playbook-dialog';
import { usePlaybooks } from './queries';

/** Every playbook: what starts it, what stands, and how it went this month. */
export function PlaybooksDesk() {
  const list = usePlaybooks();
  const [adding, setAdding] = useState(false);
  const [sought, setSought] = useState('');
  const edits = useMay('intents.edit');
  const wanted = sought.trim().toLowerCase();
  const rows = list.data?.rows.filter((row) =>
    `${row.name} ${row.key} ${row.intents.map(({ name }) => name).join(' ')}`.toLowerCase().includes(wanted),
  );
  const ran = list.data?.rows.reduce((sum, { runs }) => sum + runs.total, 0) ?? 0;
  return (
    <main id="main" className="flex min-h-0 min-w-0 flex-1 flex-col bg-surface">
      <AutomationBar
        title="Playbooks"
        says={
          list.data &&
          `${list.data.rows.length} ${list.data.rows.length === 1 ? 'workflow' : 'workflows'}, ran ${ran.toLocaleString('en')} times in the last 30 days`
        }
      >
        {edits && (
          <Button size="form" look="filled" icon={Plus} onClick={() => setAdding(true)}>
            New playbook
          </Button>
        )}
      </AutomationBar>
      {list.isError ? (
        <ListFailed what="The playbooks" error={list.error} onRetry={() => void list.refetch()} />
      ) : list.data?.rows.length === 0 ? (
        <EmptyState
          icon={Workflow}
          title="No playbook yet"
          actions={
            edits && (
              <Button look="filled" icon={Plus} onClick={() => setAdding(true)}>
                New playbook
              </Button>
            )
          }
        >
          A playbook is what the assistant does when a customer wants something: what it asks, looks up, decides and
          does.
        </EmptyState>
      ) : (
        <div className="min-h-0 flex-1 overflow-auto px-6 pb-6 max-pane:px-4">
          <div className="sticky top-0 z-10 bg-surface py-3">
            <input
              type="search"
              aria-label="Find a playbook"
              placeholder="Find a playbook or intent"
              value={sought}
              onChange={(event) => setSought(event.target.value)}
              className="h-8 w-72 max-w-full rounded-corner border border-line-control bg-surface px-2.5 outline-none placeholder:text-ink-3 focus:border-focus max-pane:h-11 max-pane:w-full"
            />
          </div>
          {!rows ? (
            <div role="status" aria-label="Reading the playbooks" className="flex flex-col gap-5 pt-3">
              {['w-2/3', 'w-1/2', 'w-3/4', 'w-3/5', 'w-2/3', 'w-1/2'].map((width, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: bars without a name
                <Skeleton key={at} className={`h-3 ${width}`} />
              ))}
            </div>
          ) : rows.length === 0 ? (
            <p className="py-6 text-ink-3">No playbook is called so.</p>
          ) : (
            <table className="w-full border-collapse text-left max-pane:block">
              <thead className="text-meta text-ink-3 max-pane:hidden">
                <tr className="h-7 border-b border-line">
                  <th className="pr-4 font-text">Playbook</th>
                  <th className="pr-4 font-text">Starts with</th>
                  <th className="pr-4 font-text">State</th>
                  <th className="pr-4 text-right font-text">Runs</th>
                  <th className="w-40 pr-4 font-text">How they ended</th>
                  <th className="font-text max-wide:hidden">Most get stuck at</th>
                </tr>
              </thead>
              <tbody className="max-pane:block">
                {rows.map((row) => (
                  <Row key={row.key} row={row} />
                ))}
              </tbody>
            </table>
          )}
        </div>
      )}
      {adding && (
        <NewPlaybookDialog taken={list.data?.rows.map(({ key }) => key) ?? []} onClose={() => setAdding(false)} />
      )}
    </main>
  );
}

function Row({ row }: { row: PlaybookRow }) {
  const { runs } = row;
  return (
    <tr className="relative h-10 border-b border-line hover:bg-hover max-pane:flex max-pane:h-auto max-pane:flex-wrap max-pane:items-center max-pane:gap-x-3 max-pane:py-2.5">
      <th scope="row" className="max-w-64 pr-4 font-medium max-pane:w-full">
        <Link
          href={`/automation/playbooks/${row.key}`}
          className="block truncate outline-none after:absolute after:inset-0 focus-visible:after:shadow-[inset_0_0_0_2px_var(--focus)]"
        >
          {row.name}
        </Link>
      </th>
      <td className="max-w-56 truncate pr-4 text-ink-2">{startsWith(row)}</td>
      <td className="pr-4">
        <span className="flex gap-1">
          {row.live && <Badge tone="solved">Live v{row.live.version}</Badge>}
          {row.trial && (
            <Badge tone="assistant">
              {row.trial.share}% on v{row.trial.version}
            </Badge>
          )}
          {row.draft && <Badge tone="accent">Draft v{row.draft.version}</Badge>}
          {!row.live && !row.trial && !row.draft && <Badge>Off</Badge>}
        </span>
      </td>
      <td className="pr-4 text-right tabular-nums">{runs.total.toLocaleString('en')}</td>
      <td className="pr-4 max-pane:hidden">
        <Ended runs={runs} />
      </td>
      <td className="max-w-52 truncate text-ink-2 max-wide:hidden">
        {row.stuck ? `${row.stuck.title}, ${row.stuck.runs}` : <span className="text-ink-3">–</span>}
      </td>
    </tr>
  );
}

function startsWith({ intents, signals, channels, segment }: PlaybookRow): string {
  const what = [...intents.map(({ name }) => name), ...signals.map((name) => `signal ${name}`)].join(', ');
  const limits = [
    ...(channels.length > 0 ? [`on ${channels.join(', ').replaceAll('_', ' ')}`] : []),
    ...(segment ? ['some customers'] : []),
  ];
  return [what || 'Called by others', ...limits].join(', ');
}

const parts = [
  ['done', 'done', 'bg-solved'],
  ['waiting', 'waiting', 'bg-attention'],
  ['handedOver', 'handed over', 'bg-assistant'],
  ['left', 'left', 'bg-danger'],
] as const;

/** How the runs of this month ended, as a bar; in words for those who point at it or listen. */
function Ended({ runs }: { runs: PlaybookRow['runs'] }) {
  if (runs.total === 0) return <span className="text-ink-3">–</span>;
  const words = parts.filter(([key]) => runs[key] > 0).map(([key, name]) => `${runs[key]} ${name}`);
  return (
    <span className="flex items-center gap-2" title={words.join(', ')}>
      <span aria-hidden className="flex h-1.5 w-20 flex-none gap-px overflow-hidden rounded-full">
        {parts.map(([key, , colour]) => (
          <span key={key} className={join('h-full', colour)} style={{ width: `${(runs[key] / runs.total) * 100}%` }} />
        ))}
      </span>
      <span className="text-meta whitespace-nowrap text-ink-2 tabular-nums">
        {Math.round((runs.done / runs.total) * 100)}% done
      </span>
      <span className="sr-only">{words.join(', ')}</span>
    </span>
  );
}
