'use client';

import { ArrowDown, ArrowUp, Bookmark, Ellipsis, Pencil, Trash2, Users } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useSavedViews } from '@/components/search/queries';
import { useSavedViewChanges } from '@/components/search/use-saved-view-changes';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { join } from '@/components/ui/join';
import { Menu, MenuItem, MenuLine } from '@/components/ui/menu';
import type { SavedView } from '@/lib/conversations/saved-view.schema';
import type { Desk } from './desk';
import { deskHref } from './desk';
import { formatCount } from './format-count';
import { goTo, moveOnPress } from './use-desk';

const SavedViewDialog = dynamic(
  () => import('@/components/search/saved-view-dialog').then((module) => module.SavedViewDialog),
  { ssr: false },
);

/** One's own views and those shared with everybody, each with what can be done to it. */
export function SavedViews({ desk }: { desk: Desk | null }) {
  const { data: views } = useSavedViews();
  const [changing, setChanging] = useState<SavedView | null>(null);
  const [removing, setRemoving] = useState<SavedView | null>(null);
  const { remove } = useSavedViewChanges();
  if (!views || views.length === 0) return null;
  return (
    <section>
      <h2 className="px-2 pb-1 text-meta font-medium text-ink-3">Saved views</h2>
      <ul className="flex flex-col gap-px">
        {views.map((view, at) => (
          <SavedViewLink
            key={view.id}
            view={view}
            desk={desk}
            first={at === 0}
            last={at === views.length - 1}
            onChange={() => setChanging(view)}
            onRemove={() => setRemoving(view)}
          />
        ))}
      </ul>
      {changing && <SavedViewDialog view={changing} onClose={() => setChanging(null)} />}
      {removing && (
        <ConfirmDialog
          title={`Delete ${removing.name}`}
          verb="Delete view"
          busy={remove.isPending}
          onClose={() => setRemoving(null)}
          onConfirm={() =>
            remove.mutate(removing.id, {
              onSuccess: () => {
                setRemoving(null);
                if (desk?.saved === removing.id)
                  goTo({ view: 'needs-me', team: null, conversationId: desk.conversationId });
              },
            })
          }
        >
          {removing.shared ? 'It goes for everybody.' : 'The conversations in it stay where they are.'}
        </ConfirmDialog>
      )}
    </section>
  );
}

type LinkProps = {
  view: SavedView;
  desk: Desk | null;
  first: boolean;
  last: boolean;
  onChange: () => void;
  onRemove: () => void;
};

function SavedViewLink({ view, desk, first, last, onChange, onRemove }: LinkProps) {
  const { move } = useSavedViewChanges();
  const to = { view: 'all', team: null, conversationId: null, saved: view.id };
  const chosen = desk?.saved === view.id;
  return (
    <li className="group relative">
      <a
        href={deskHref(to)}
        onClick={desk ? moveOnPress(to) : undefined}
        aria-current={chosen ? 'page' : undefined}
        title={view.query}
        className={join(
          'flex h-7 min-w-0 items-center gap-2 rounded-corner px-2',
          chosen ? 'bg-chosen font-medium text-ink-1' : 'text-ink-2 hover:bg-hover',
        )}
      >
        {view.shared && !view.own ? (
          <Users size={16} strokeWidth={1.75} aria-hidden className="flex-none text-ink-3" />
        ) : (
          <Bookmark size={16} strokeWidth={1.75} aria-hidden className="flex-none text-ink-3" />
        )}
        <span className="min-w-0 flex-1 truncate">{view.name}</span>
        {view.count !== null && (
          <span
            className={join(
              '-ml-1 text-meta font-text tabular-nums',
              view.mayChange && 'group-focus-within:invisible group-hover:invisible',
              chosen ? 'text-ink-2' : 'text-ink-3',
            )}
          >
            {formatCount(view.count)}
          </span>
        )}
      </a>
      {view.mayChange && (
        <Menu
          trigger={
            <button
              type="button"
              aria-label={`Change ${view.name}`}
              className="absolute top-0.5 right-0.5 grid size-6 place-items-center rounded-corner text-ink-3 opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 hover:bg-hover data-popup-open:opacity-100"
            >
              <Ellipsis size={16} strokeWidth={1.75} aria-hidden />
            </button>
          }
        >
          <MenuItem sign={<Pencil size={16} strokeWidth={1.75} aria-hidden />} onChoose={onChange}>
            Rename, change or share
          </MenuItem>
          {!first && (
            <MenuItem
              sign={<ArrowUp size={16} strokeWidth={1.75} aria-hidden />}
              onChoose={() => move.mutate({ id: view.id, by: -1 })}
            >
              Move up
            </MenuItem>
          )}
          {!last && (
            <MenuItem
              sign={<ArrowDown size={16} strokeWidth={1.75} aria-hidden />}
              onChoose={() => move.mutate({ id: view.id, by: 1 })}
            >
              Move down
            </MenuItem>
          )}
          <MenuLine />
          <MenuItem sign={<Trash2 size={16} strokeWidth={1.75} aria-hidden />} onChoose={onRemove}>
            Delete
          </MenuItem>
        </Menu>
      )}
    </li>
  );
}
