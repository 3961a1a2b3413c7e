'use client';

import { IdCard, PlugZap, Plus } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { ListFailed } from '@/components/inbox/list-states';
import { AutomationBar, paneClass } from '@/components/intents/automation-bar';
import { useMay } from '@/components/shell/me';
import { Button, buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import type { ConnectorWithTools } from '@/lib/tools/registry.schema';
import { ConnectorSection } from './connector-section';
import { useTools } from './queries';
import { ToolsSkeleton } from './tools-skeleton';

const ConnectorDialog = dynamic(() => import('./connector-dialog').then((one) => one.ConnectorDialog));
const AcceptDialog = dynamic(() => import('./accept-dialog').then((one) => one.AcceptDialog));
const HttpToolDialog = dynamic(() => import('./http-tool-dialog').then((one) => one.HttpToolDialog));

type Open =
  | { kind: 'connector'; connector: ConnectorWithTools | null }
  | { kind: 'accept'; connectorId: string }
  | { kind: 'http'; connector: ConnectorWithTools };

/** The systems the assistant may act in, and every tool they offer. */
export function ToolsDesk() {
  const { data, error, refetch } = useTools();
  const [open, setOpen] = useState<Open | null>(null);
  const edits = useMay('intents.edit');
  const close = () => setOpen(null);
  const accepting = open?.kind === 'accept' && data?.connectors.find(({ id }) => id === open.connectorId);
  return (
    <main id="main" className={paneClass()}>
      <AutomationBar title="Tools" says={data && sayStanding(data.connectors)}>
        <Link href="/automation/tools/desk" className={buttonClass('outlined', 'form')}>
          <IdCard size={16} strokeWidth={1.75} aria-hidden className="-ml-px flex-none text-ink-3" />
          <span className="max-pane:sr-only">What the desk shows</span>
        </Link>
        {edits && (
          <Button
            size="form"
            look="filled"
            icon={Plus}
            disabled={!data}
            onClick={() => setOpen({ kind: 'connector', connector: null })}
          >
            Connect a system
          </Button>
        )}
      </AutomationBar>
      <div className="min-h-0 flex-1 overflow-y-auto px-6 pb-10 max-pane:px-4">
        <SignInSaid />
        {data ? (
          data.connectors.length === 0 ? (
            <EmptyState icon={PlugZap} title="No system is connected">
              Connect an MCP server or an HTTP API. The assistant reads in it, and changes what your policies allow.
            </EmptyState>
          ) : (
            data.connectors.map((connector) => (
              <ConnectorSection
                key={connector.id}
                connector={connector}
                edits={edits}
                onEdit={() => setOpen({ kind: 'connector', connector })}
                onAccept={() => setOpen({ kind: 'accept', connectorId: connector.id })}
                onDescribe={() => setOpen({ kind: 'http', connector })}
              />
            ))
          )
        ) : error ? (
          <ListFailed what="The tools" error={error} onRetry={() => void refetch()} />
        ) : (
          <ToolsSkeleton />
        )}
      </div>
      {open?.kind === 'connector' && (
        <ConnectorDialog
          connector={open.connector}
          onClose={close}
          onSaved={(connectorId) => setOpen({ kind: 'accept', connectorId })}
        />
      )}
      {accepting && <AcceptDialog connector={accepting} onClose={close} />}
      {open?.kind === 'http' && <HttpToolDialog connector={open.connector} tool={null} onClose={close} />}
    </main>
  );
}

function sayStanding(connectors: readonly ConnectorWithTools[]): string {
  const tools = connectors.flatMap((one) => one.tools);
  const systems = connectors.length === 1 ? '1 system' : `${connectors.length} systems`;
  const waiting = tools.filter(({ standing }) => ['new', 'held', 'stopped'].includes(standing)).length;
  return `${tools.length} tools of ${systems}${waiting > 0 ? `, ${waiting} to look at` : ''}`;
}

/** What came of signing in elsewhere: the other system sends one back here. */
function SignInSaid() {
  const search = useSearchParams();
  const failed = search.get('failed');
  if (!failed && !search.get('signed')) return null;
  return (
    <p role="status" className={`mt-4 ${failed ? 'text-danger-text' : 'text-solved-text'}`}>
      {failed ?? 'Signed in. What it offers is listed below.'}
    </p>
  );
}
