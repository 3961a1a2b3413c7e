'use client';

import { BookmarkPlus, Save, X } from 'lucide-react';
import { useState } from 'react';
import { QueryField } from '@/components/search/query-field';
import { SavedViewDialog } from '@/components/search/saved-view-dialog';
import { useSavedViewChanges } from '@/components/search/use-saved-view-changes';
import { IconButton } from '@/components/ui/icon-button';
import type { SavedView } from '@/lib/conversations/saved-view.schema';
import type { Desk } from './desk';
import { goTo } from './use-desk';

type Props = { desk: Desk; saved: SavedView | undefined; query: string; onQuery: (query: string) => void };

export function FilterBar({ desk, saved, query, onQuery }: Props) {
  const [naming, setNaming] = useState(false);
  const { change } = useSavedViewChanges();
  const changed = saved !== undefined && query !== saved.query;
  return (
    <div className="flex flex-none items-start gap-1 border-b border-line px-3 py-1.5">
      <QueryField query={query} onQuery={onQuery} label="Narrow the list" placeholder="Narrow the list" restMs={0} />
      {changed && saved.mayChange && (
        <IconButton
          icon={Save}
          label={`Keep it in ${saved.name}`}
          onClick={() => change.mutate({ id: saved.id, query }, { onSuccess: () => goTo({ ...desk, query: null }) })}
        />
      )}
      {(!saved || changed) && <IconButton icon={BookmarkPlus} label="Save as a view" onClick={() => setNaming(true)} />}
      {(!saved || changed) && (
        <IconButton
          icon={X}
          label={saved ? 'Back to the saved view' : 'Clear filters'}
          onClick={() => goTo({ ...desk, query: null })}
        />
      )}
      {naming && (
        <SavedViewDialog
          query={withView(desk, query)}
          onClose={() => setNaming(false)}
          onSaved={(id) => goTo({ view: 'all', team: null, conversationId: desk.conversationId, saved: id })}
        />
      )}
    </div>
  );
}

const asFilter: Record<string, string | undefined> = {
  'needs-me': 'is:open',
  unassigned: 'is:unassigned',
  open: 'is:open',
  approvals: 'is:approval',
  assistant: 'is:open',
  snoozed: 'is:snoozed',
  solved: 'is:closed',
};

/** A saved view shows everything that fits: what the view one is in leaves out, has to be said. */
function withView(desk: Desk, query: string): string {
  const filter = asFilter[desk.view];
  return desk.saved || !filter || /(^|\s)is:/.test(query) ? query : `${filter} ${query}`.trim();
}
