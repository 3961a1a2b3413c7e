'use client';

import { ChevronRight, PencilLine, Settings2 } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { takeTools } from '@/app/(workspace)/automation/tools/actions';
import { ListFailed } from '@/components/inbox/list-states';
import { AutomationBar, paneClass } from '@/components/intents/automation-bar';
import { useMay } from '@/components/shell/me';
import { Button } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { useNow } from '@/components/ui/use-now';
import { formatMoment } from '@/lib/format/format-time';
import type { ToolView } from '@/lib/tools/registry.schema';
import { useTool, useToolChange } from './queries';
import { riskNames } from './say-tools';
import { StandingBadge } from './standing-badge';
import { ToolArguments } from './tool-arguments';
import { ToolChange } from './tool-change';
import { ToolHealth } from './tool-health';
import { ToolUses } from './tool-uses';
import { ToolsSkeleton } from './tools-skeleton';
import { TryTool } from './try-tool';

const ToolSettingsDialog = dynamic(() => import('./tool-settings-dialog').then((one) => one.ToolSettingsDialog));
const HttpToolDialog = dynamic(() => import('./http-tool-dialog').then((one) => one.HttpToolDialog));

/** One tool: what it takes, what has changed, how it does, where it is used, and a place to try it. */
export function ToolDesk({ id }: { id: string }) {
  const { data, error, refetch } = useTool(id);
  const edits = useMay('intents.edit');
  const [open, setOpen] = useState<'settings' | 'request' | null>(null);
  return (
    <main id="main" className={paneClass()}>
      <AutomationBar title={data ? data.tool.called : 'Tools'} says={data?.tool.title}>
        {edits && data?.connector.kind === 'http' && (
          <Button size="form" icon={PencilLine} onClick={() => setOpen('request')}>
            Request
          </Button>
        )}
        {edits && data && (
          <Button size="form" icon={Settings2} onClick={() => setOpen('settings')}>
            Settings
          </Button>
        )}
      </AutomationBar>
      {data ? (
        <div className="flex min-h-0 flex-1 max-pane:block max-pane:overflow-y-auto">
          <div className="min-w-0 flex-1 overflow-y-auto px-6 pb-10 max-pane:overflow-visible max-pane:px-4">
            <Head view={data} edits={edits} />
            {data.change && <ToolChange id={id} change={data.change} edits={edits} />}
            <section aria-labelledby="tool-arguments" className="border-b border-line py-5">
              <h2 id="tool-arguments" className="mb-1 font-strong">
                What it takes
              </h2>
              <ToolArguments tool={data.tool} />
            </section>
            {edits &&
              (data.tool.standing === 'on' || data.tool.standing === 'off' || data.tool.standing === 'held') && (
                <TryTool tool={data.tool} connector={data.connector} />
              )}
          </div>
          <aside
            aria-label="How it does"
            className="flex w-[340px] flex-none flex-col gap-6 overflow-y-auto border-l border-line px-5 py-5 max-pane:w-full max-pane:border-t max-pane:border-l-0 max-pane:px-4"
          >
            <ToolHealth tool={data.tool} hours={data.hours} />
            <ToolUses uses={data.uses} />
            <Standing view={data} />
          </aside>
        </div>
      ) : error ? (
        <ListFailed what="The tool" error={error} onRetry={() => void refetch()} />
      ) : (
        <div className="px-6 max-pane:px-4">
          <ToolsSkeleton />
        </div>
      )}
      {data && open === 'settings' && <ToolSettingsDialog tool={data.tool} onClose={() => setOpen(null)} />}
      {data && open === 'request' && (
        <HttpToolDialog connector={data.connector} tool={data.tool} onClose={() => setOpen(null)} />
      )}
    </main>
  );
}

function Head({ view: { tool, connector }, edits }: { view: ToolView; edits: boolean }) {
  const accepting = useToolChange(takeTools, 'It was not accepted', 'Accepted');
  return (
    <header className="border-b border-line py-5">
      <p className="flex flex-wrap items-center gap-x-1.5 gap-y-1 text-meta text-ink-3">
        <Link href="/automation/tools" className="font-medium hover:text-ink-1">
          Tools
        </Link>
        <ChevronRight size={12} aria-hidden />
        {connector.name}
        <span className="ml-1.5">
          <StandingBadge standing={tool.standing} />
        </span>
      </p>
      <p className="mt-2 max-w-[720px] text-pretty whitespace-pre-line [overflow-wrap:anywhere]">
        {tool.description || 'It does not describe itself.'}
      </p>
      {edits && tool.standing === 'new' && (
        <Button
          className="mt-3"
          size="form"
          look="filled"
          busy={accepting.isPending}
          onClick={() =>
            accepting.mutate({
              connectorId: connector.id,
              tools: [{ id: tool.id, hash: tool.hash, write: tool.write, enabled: !tool.write && !tool.shared }],
            })
          }
        >
          Accept it
        </Button>
      )}
    </header>
  );
}

/** What is set for it, at a glance. */
function Standing({ view: { tool, connector } }: { view: ToolView }) {
  const now = useNow(60_000);
  const rows = [
    ['Does', tool.write ? 'Changes something' : 'Only reads'],
    ['Risk', riskNames[tool.risk]],
    ['Subject', tool.subjectArgument ? `${tool.subjectArgument}, the ${connector.subject.identity}` : 'None'],
    ...(tool.write ? [['Key', tool.keyArgument ?? 'None'] as const] : []),
    ...(tool.write ? [['Lost answers', tool.settledBy ? `asks ${tool.settledBy.tool}` : 'go to people'] as const] : []),
    ...(tool.write ? [['Undone by', tool.compensatedBy?.tool ?? 'Nothing'] as const] : []),
    ...(tool.http ? [['Request', `${tool.http.method} ${tool.http.path}`] as const] : []),
    ['Full name', `${connector.key}:${tool.name}`],
    ['Accepted', tool.acceptedAt && now > 0 ? formatMoment(tool.acceptedAt, now) : '–'],
    ...(tool.acceptedBy ? [['By', tool.acceptedBy] as const] : []),
  ] as const;
  return (
    <section aria-labelledby="tool-standing">
      <h2 id="tool-standing" className="font-strong">
        What is set for it
      </h2>
      <dl className="mt-2 grid grid-cols-[96px_1fr] gap-y-1.5">
        {rows.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-ink-3">{name}</dt>
            <dd className="[overflow-wrap:anywhere]">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
