'use client';

import { KeyRound, Plus } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { ArrangedList, RowName } from '@/components/settings/desk/arranged-list';
import { useKeyList } from '@/components/settings/desk/queries';
import { SettingsPage } from '@/components/settings/settings-side';
import { Button } from '@/components/ui/button';
import { useNow } from '@/components/ui/use-now';
import type { KeyView } from '@/lib/auth/key.schema';
import { formatMoment } from '@/lib/format/format-time';
import { scopeWords } from './scope-words';

const NewKeyDialog = dynamic(() => import('./new-key-dialog').then((one) => one.NewKeyDialog));
const KeyDialog = dynamic(() => import('./key-dialog').then((one) => one.KeyDialog));

/** What other programs may do here: the API's keys, and those of other assistants over MCP. */
export function KeysDesk() {
  const { data, error, refetch } = useKeyList();
  const [open, setOpen] = useState<KeyView | 'new' | null>(null);
  const now = useNow(60_000);
  return (
    <SettingsPage
      title="Keys"
      says={data && `${data.keys.length} ${data.keys.length === 1 ? 'key' : 'keys'}`}
      doing={
        <Button size="form" look="filled" icon={Plus} onClick={() => setOpen('new')}>
          New key
        </Button>
      }
    >
      <p className="max-w-[640px] pb-4 text-pretty text-ink-2">
        For other programs: the API under <code className="font-mono text-meta">/api/v1</code>, and other assistants
        over MCP under <code className="font-mono text-meta">/api/mcp</code>. A key does what is ticked for it and
        nothing else.
      </p>
      <ArrangedList
        what="keys"
        rows={data?.keys}
        error={error}
        onRetry={() => void refetch()}
        empty={{
          icon: KeyRound,
          title: 'There is no key yet',
          says: 'A shop, a script or another assistant gets one of its own, so that each can be taken away alone.',
        }}
      >
        {(key) => (
          <>
            <RowName
              name={key.name}
              says={key.scopes.map((scope) => nameOf(scope)).join(' · ')}
              onOpen={() => setOpen(key)}
            />
            <span className="shrink-0 text-right text-meta text-ink-3 max-pane:hidden">
              <code className="block font-mono">{key.prefix}…</code>
              {key.usedAt ? `used ${formatMoment(key.usedAt, now)}` : 'never used'}
            </span>
          </>
        )}
      </ArrangedList>
      {open === 'new' && <NewKeyDialog onClose={() => setOpen(null)} />}
      {open && open !== 'new' && <KeyDialog apiKey={open} onClose={() => setOpen(null)} />}
    </SettingsPage>
  );
}

/** A scope of a key made by an older version may have no words any more. */
const nameOf = (scope: string): string =>
  (scopeWords as Record<string, { name: string } | undefined>)[scope]?.name ?? scope;
