'use client';

import { Autocomplete } from '@base-ui/react/autocomplete';
import { Dialog } from '@base-ui/react/dialog';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { BookOpen, CornerDownLeft, MessageCircle, Search, UserRound } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type Dispatch, type RefObject, type SetStateAction, useLayoutEffect, useRef, useState } from 'react';
import { articleHref } from '@/components/knowledge/use-knowledge-place';
import { fetchJson } from '@/components/shell/fetch-json';
import { useMe } from '@/components/shell/me';
import { Keys } from '@/components/ui/keys';
import { parseQuery } from '@/lib/conversations/query.schema';
import { searchPageSchema } from '@/lib/conversations/search.schema';
import { formatLanguage } from '@/lib/format/format-language';
import { articlePageSchema } from '@/lib/knowledge/article.schema';
import { markTyped, matchOffers } from './match-offers';
import { type Offer, readOffers } from './offers';
import { forgetEarlyTyped, readEarlyTyped } from './palette-door';
import { usePlaces } from './use-places';

type Group = { value: Offer['group']; items: Offer[] };

const order: Offer['group'][] = ['On this conversation', 'Conversations', 'Customers', 'Articles', 'Go to', 'Desk'];
/** What the server found is found, whatever its words. */
const searched = new Set<Offer['group']>(['Conversations', 'Customers', 'Articles']);
/** With nothing typed a few of each are shown; what is not among them is found by its name. */
const shown: Record<Offer['group'], [rest: number, typed: number]> = {
  'On this conversation': [9, 6],
  Conversations: [0, 5],
  Customers: [0, 3],
  Articles: [0, 3],
  'Go to': [6, 6],
  Desk: [6, 4],
};
/** One letter says too little to search all of history for. */
const searchFrom = 2;

/** The field has the focus a moment after it is there, and on a slow machine a whole word is typed in that moment. */
function useStrayLetters(field: RefObject<HTMLInputElement | null>, setTyped: Dispatch<SetStateAction<string>>) {
  useLayoutEffect(() => {
    const take = (event: KeyboardEvent) => {
      if (event.key.length !== 1 || event.metaKey || event.ctrlKey || event.altKey) return;
      if (event.target === field.current) return;
      event.preventDefault();
      event.stopPropagation();
      setTyped((before) => before + event.key);
      field.current?.focus();
    };
    document.addEventListener('keydown', take, true);
    return () => document.removeEventListener('keydown', take, true);
  }, [field, setTyped]);
}

/** Everything that can be done or gone to, by its name. */
export function Palette({ onClose, onKeys }: { onClose: () => void; onKeys: () => void }) {
  const router = useRouter();
  const [typed, setTyped] = useState(readEarlyTyped);
  // The door takes letters until the palette stands in its place: a few more than when it began to be drawn.
  useLayoutEffect(() => {
    setTyped(readEarlyTyped());
    forgetEarlyTyped();
  }, []);
  // As it was when the palette was opened: behind it nothing changes what can be done.
  const [offers] = useState(readOffers);
  const places = usePlaces();
  const found = useFound(typed);
  const articles = useFoundArticles(typed);
  const highlighted = useRef<Offer | undefined>(undefined);
  const field = useRef<HTMLInputElement>(null);
  useStrayLetters(field, setTyped);

  const all = [...offers, ...found, ...articles, ...places];
  const groups: Group[] = order.flatMap((value) => {
    const here = all.filter(({ group, quiet }) => group === value && !(quiet && typed.trim() === ''));
    const most = shown[value][typed.trim() === '' ? 0 : 1];
    const items = searched.has(value) ? here.slice(0, most) : matchOffers(here, typed, most);
    return items.length > 0 ? [{ value, items }] : [];
  });
  const choose = (offer: Offer, apart: boolean) => {
    onClose();
    if (offer.act) offer.act();
    else if (apart) window.open(offer.href, '_blank', 'noopener');
    else router.push(offer.href);
  };
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-scrim" />
        <Dialog.Popup
          aria-label="Everything, by name"
          className="fixed top-[14vh] left-1/2 z-50 flex max-h-[72vh] w-[642px] max-w-[calc(100vw-24px)] -translate-x-1/2 flex-col overflow-hidden rounded-corner-float bg-raised shadow-modal outline-none max-pane:top-3 max-pane:max-h-[calc(100dvh-24px)]"
        >
          <Autocomplete.Root
            open
            inline
            items={groups}
            filter={null}
            autoHighlight="always"
            keepHighlight
            value={typed}
            onValueChange={setTyped}
            itemToStringValue={(offer: Offer) => offer.label}
            onItemHighlighted={(offer) => {
              highlighted.current = offer;
            }}
          >
            <div className="flex h-14 flex-none items-center gap-3 border-b border-line px-5">
              <Search size={18} strokeWidth={1.75} aria-hidden className="flex-none text-ink-3" />
              <Autocomplete.Input
                ref={field}
                // What is typed next is meant for it, from the first letter.
                autoFocus
                aria-label="What to do, or where to go"
                placeholder="What to do, or where to go"
                onKeyDown={(event) => {
                  if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey) || !highlighted.current) return;
                  event.preventDefault();
                  choose(highlighted.current, true);
                }}
                className="h-full min-w-0 flex-1 bg-transparent text-[15px] text-ink-1 outline-none placeholder:text-ink-3 focus-visible:shadow-none"
              />
            </div>
            <Dialog.Close className="sr-only">Close</Dialog.Close>
            <Autocomplete.Empty className="px-5 text-ink-2 not-empty:py-6">
              {groups.length === 0 ? 'Nothing here is called that.' : null}
            </Autocomplete.Empty>
            <Autocomplete.List className="min-h-0 flex-1 scroll-py-2 overflow-y-auto overscroll-contain px-2 py-2 empty:hidden">
              {(group: Group) => (
                <Autocomplete.Group key={group.value} items={group.items} className="pb-1.5">
                  <Autocomplete.GroupLabel className="px-3 pt-2 pb-1 text-meta font-medium text-ink-3">
                    {group.value}
                  </Autocomplete.GroupLabel>
                  <Autocomplete.Collection>
                    {(offer: Offer) => (
                      <Autocomplete.Item
                        key={offer.id}
                        value={offer}
                        onClick={(event) => choose(offer, event.metaKey || event.ctrlKey)}
                        className="group flex h-9 items-center gap-3 rounded-corner px-3 text-ink-1 outline-none select-none data-highlighted:bg-selected max-pane:h-11"
                      >
                        <OfferLine offer={offer} typed={typed} />
                      </Autocomplete.Item>
                    )}
                  </Autocomplete.Collection>
                </Autocomplete.Group>
              )}
            </Autocomplete.List>
          </Autocomplete.Root>
          <Footer onKeys={onKeys} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function OfferLine({ offer, typed }: { offer: Offer; typed: string }) {
  const Icon = offer.icon ?? CornerDownLeft;
  return (
    <>
      <Icon
        size={16}
        strokeWidth={1.75}
        aria-hidden
        className="flex-none text-ink-3 group-data-highlighted:text-accent-text"
      />
      <span className="max-w-full flex-none truncate">
        {markTyped(offer.label, typed).map(({ text, hit }, at) =>
          hit ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one name, which never move
            <b key={at} className="font-medium text-accent-text">
              {text}
            </b>
          ) : (
            text
          ),
        )}
      </span>
      <span className="min-w-0 flex-1 truncate text-ink-2">{offer.detail}</span>
      {offer.right && <span className="flex-none text-meta text-ink-3">{offer.right}</span>}
      {offer.keys && <Keys keys={offer.keys} look="rest" />}
    </>
  );
}

function Footer({ onKeys }: { onKeys: () => void }) {
  return (
    <footer className="flex h-10 flex-none items-center gap-5 border-t border-line px-5 text-meta text-ink-2 max-pane:hidden">
      <Hint keys={['↑', '↓']} says="move" />
      <Hint keys={['⏎']} says="do it" />
      <Hint keys={['⌘', '⏎']} says="in a new tab" />
      <span className="flex-1" />
      <button type="button" onClick={onKeys} className="rounded-corner-small hover:text-ink-1">
        <Hint keys={['?']} says="all shortcuts" />
      </button>
    </footer>
  );
}

function Hint({ keys, says }: { keys: string[]; says: string }) {
  return (
    <span className="inline-flex items-center gap-2.5">
      <Keys keys={keys} look="rest" />
      {says}
    </span>
  );
}

/** Conversations and customers from the whole history. */
function useFound(typed: string): Offer[] {
  const query = typed.trim();
  const asked = query.length >= searchFrom && parseQuery(query).ok;
  const { data } = useQuery({
    queryKey: ['search', 'palette', query],
    queryFn: ({ signal }) => fetchJson(`/api/search?limit=6&q=${encodeURIComponent(query)}`, searchPageSchema, signal),
    enabled: asked,
    placeholderData: keepPreviousData,
  });
  if (!asked || !data) return [];
  const everything: Offer = {
    id: 'search',
    group: 'Go to',
    label: `Search for “${query}”`,
    detail: 'in the whole history',
    icon: Search,
    href: `/search?q=${encodeURIComponent(query)}`,
  };
  return [
    ...data.hits.map(({ conversation, marked }) => ({
      id: `conversation ${conversation.id}`,
      group: 'Conversations' as const,
      label: conversation.customer.name,
      detail: marked.map(({ text }) => text).join(''),
      right:
        conversation.state === 'closed'
          ? 'solved'
          : conversation.approval
            ? 'waits for approval'
            : `#${conversation.number}`,
      icon: MessageCircle,
      href: `/inbox/all/${conversation.id}`,
    })),
    ...data.customers.map(({ id, name, conversations }) => ({
      id: `customer ${id}`,
      group: 'Customers' as const,
      label: name,
      detail: `${conversations} ${conversations === 1 ? 'conversation' : 'conversations'}`,
      icon: UserRound,
      href: `/customers/${id}`,
    })),
    everything,
  ];
}

/** Articles by their title, for who may read them here. */
function useFoundArticles(typed: string): Offer[] {
  const query = typed.trim();
  const asked = useMe().permissions.includes('knowledge.read') && query.length >= searchFrom;
  const { data } = useQuery({
    queryKey: ['knowledge', 'palette', query],
    queryFn: ({ signal }) =>
      fetchJson(`/api/knowledge/articles?q=${encodeURIComponent(query)}`, articlePageSchema, signal),
    enabled: asked,
    placeholderData: keepPreviousData,
  });
  if (!asked || !data) return [];
  return data.rows.map(({ slug, language, title }) => ({
    id: `article ${slug} ${language}`,
    group: 'Articles' as const,
    label: title,
    detail: formatLanguage(language),
    icon: BookOpen,
    href: articleHref({ slug, language }),
  }));
}
