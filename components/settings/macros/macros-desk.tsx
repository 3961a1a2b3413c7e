'use client';

import { ScrollText } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useMacros } from '@/components/inbox/use-macros';
import { SettingsPage } from '@/components/settings/settings-side';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Skeleton } from '@/components/ui/skeleton';
import type { MacroView } from '@/lib/conversations/macro.schema';
import { sayAction } from '@/lib/format/say-action';

const MacroDialog = dynamic(() => import('./macro-dialog').then((file) => file.MacroDialog), { ssr: false });

/** Texts with variables and what else they do, at the press of / in a reply. */
export function MacrosDesk() {
  const query = useMacros();
  const [open, setOpen] = useState<MacroView | 'new' | null>(null);
  const macros = query.data?.macros ?? [];
  return (
    <SettingsPage
      wide
      title="Macros"
      says="at the press of / in a reply"
      doing={
        <Button look="filled" onClick={() => setOpen('new')}>
          New macro
        </Button>
      }
    >
      {query.isPending ? (
        <div role="status" aria-label="Reading macros" className="flex flex-col gap-3">
          {['w-2/3', 'w-1/2', 'w-3/5', 'w-2/5'].map((width) => (
            <Skeleton key={width} className={`h-5 ${width}`} />
          ))}
        </div>
      ) : query.isError ? (
        <EmptyState
          icon={ScrollText}
          title="The macros could not be read"
          actions={<Button onClick={() => void query.refetch()}>Try again</Button>}
        >
          {query.error.message}
        </EmptyState>
      ) : macros.length === 0 ? (
        <EmptyState
          icon={ScrollText}
          title="There are no macros yet"
          actions={<Button onClick={() => setOpen('new')}>Make the first</Button>}
        >
          A macro writes a text that is needed often, and does what goes with it: a label, a team, solving it.
        </EmptyState>
      ) : (
        <MacroTable macros={macros} onOpen={setOpen} />
      )}
      {open && <MacroDialog macro={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </SettingsPage>
  );
}

function MacroTable({ macros, onOpen }: { macros: MacroView[]; onOpen: (macro: MacroView) => void }) {
  return (
    <table className="w-full table-fixed border-collapse text-left">
      <thead>
        <tr className="h-8 border-b border-line text-meta text-ink-3 [&>th]:font-text">
          <th className="w-56 pr-4 max-pane:w-auto">Name</th>
          <th className="pr-4 max-pane:hidden">Text, and what it does</th>
          <th className="w-40 pr-4 max-pane:w-28">For</th>
          <th className="w-16 text-right">Used</th>
        </tr>
      </thead>
      <tbody>
        {macros.map((macro) => (
          <tr key={macro.id} className="relative h-9 border-b border-line hover:bg-hover max-pane:h-11">
            <td className="truncate pr-4">
              <button
                type="button"
                onClick={() => onOpen(macro)}
                className="max-w-full truncate rounded-corner-small font-medium after:absolute after:inset-0"
              >
                {macro.name}
              </button>
            </td>
            <td className="truncate pr-4 text-ink-2 max-pane:hidden">
              {[macro.text.replace(/\s+/g, ' '), macro.actions.map(sayAction).join(', ')].filter(Boolean).join(' · ')}
            </td>
            <td className="truncate pr-4">
              {macro.shared ? (
                <span className="text-ink-2">{macro.team?.name ?? 'Everybody'}</span>
              ) : (
                <Badge>Only you</Badge>
              )}
            </td>
            <td className="text-right text-ink-2 tabular-nums">{macro.uses}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
