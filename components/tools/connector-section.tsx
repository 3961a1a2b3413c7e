'use client';

import { Ellipsis, FlaskConical, ListChecks, LogIn, Plus, RefreshCw, Settings2, Trash2 } from 'lucide-react';
import { useId, useState } from 'react';
import { dropConnector, lookAtTools, signIn } from '@/app/(workspace)/automation/tools/actions';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, MenuItem, MenuLine } from '@/components/ui/menu';
import type { ConnectorWithTools } from '@/lib/tools/registry.schema';
import { useToolChange } from './queries';
import { kindNames, sayTools } from './say-tools';
import { ConnectorBadge } from './standing-badge';
import { ToolTable } from './tool-table';

type Props = {
  connector: ConnectorWithTools;
  edits: boolean;
  onEdit: () => void;
  onAccept: () => void;
  onDescribe: () => void;
};

/** One system: whether it can be reached, what can be done with it, and its tools. */
export function ConnectorSection({ connector, edits, onEdit, onAccept, onDescribe }: Props) {
  const id = useId();
  const { name, kind, url, tools, sandbox, signedIn, lastFailure } = connector;
  const [removing, setRemoving] = useState(false);
  const looking = useToolChange(lookAtTools, `${name} could not be asked`, 'What it offers is up to date');
  const dropping = useToolChange(dropConnector, 'It was not removed', `${name} is gone`);
  const signing = useToolChange(signIn, 'The sign-in did not begin');
  const fresh = tools.filter(({ standing }) => standing === 'new').length;
  return (
    <section aria-labelledby={id} className="pt-6">
      <header className="mb-2 flex flex-wrap items-center gap-x-2 gap-y-1">
        <h2 id={id} className="text-title font-strong tracking-(--tracking-title)">
          {name}
        </h2>
        <ConnectorBadge connector={connector} />
        {sandbox && <Badge icon={FlaskConical}>Sandbox</Badge>}
        <span className="flex-1" />
        {edits && signedIn === false && (
          <Button
            icon={LogIn}
            look="filled"
            busy={signing.isPending}
            onClick={() =>
              signing.mutate({ id: connector.id }, { onSuccess: ({ address }) => window.location.assign(address) })
            }
          >
            Sign in to it
          </Button>
        )}
        {edits && fresh > 0 && (
          <Button icon={ListChecks} look="soft" onClick={onAccept}>
            Look through {fresh} new
          </Button>
        )}
        {edits && kind === 'http' && (
          <Button icon={Plus} onClick={onDescribe}>
            Describe a tool
          </Button>
        )}
        {edits && (
          <Menu trigger={<IconButton icon={Ellipsis} label={`More about ${name}`} />}>
            <MenuItem sign={<Settings2 size={16} strokeWidth={1.75} />} onChoose={onEdit}>
              Change the connection
            </MenuItem>
            {kind === 'mcp' && (
              <MenuItem
                sign={<RefreshCw size={16} strokeWidth={1.75} />}
                onChoose={() => looking.mutate({ id: connector.id })}
              >
                Ask what it offers now
              </MenuItem>
            )}
            <MenuLine />
            <MenuItem sign={<Trash2 size={16} strokeWidth={1.75} />} onChoose={() => setRemoving(true)}>
              Remove it
            </MenuItem>
          </Menu>
        )}
        <p className="w-full min-w-0 text-meta text-ink-3">
          <span className="[overflow-wrap:anywhere]">
            {kindNames[kind]} at {url}
          </span>
          {' · '}
          {sayTools(tools)}
        </p>
      </header>
      {lastFailure && (
        <p role="alert" className="mb-3 max-w-[720px] text-pretty text-danger-text">
          {lastFailure}
        </p>
      )}
      {tools.length > 0 ? (
        <ToolTable tools={tools} />
      ) : (
        <p className="border-t border-line py-4 text-pretty text-ink-2">
          {kind === 'http'
            ? 'Nobody has described a tool of it yet: method, address, arguments, and what its answers mean.'
            : 'It has not said yet what it offers.'}
        </p>
      )}
      {removing && (
        <ConfirmDialog
          title={`Remove ${name}`}
          verb="Remove it"
          busy={dropping.isPending}
          onClose={() => setRemoving(false)}
          onConfirm={() => dropping.mutate({ id: connector.id }, { onSuccess: () => setRemoving(false) })}
        >
          Its secret, its tools and their figures go with it. Playbooks and policies that name them fail until something
          else answers to the names. What was done through it stays in the ledger.
        </ConfirmDialog>
      )}
    </section>
  );
}
