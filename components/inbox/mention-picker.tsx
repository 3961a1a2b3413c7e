'use client';

import { useQuery } from '@tanstack/react-query';
import type { RefObject } from 'react';
import { useEffect, useId, useState } from 'react';
import { z } from 'zod';
import { fetchJson } from '@/components/shell/fetch-json';
import { Avatar } from '@/components/ui/avatar';
import { join } from '@/components/ui/join';
import { personViewSchema } from '@/lib/conversations/conversation.schema';

const peopleSchema = z.object({ people: z.array(personViewSchema) });

type Props = {
  conversationId: string;
  typed: string;
  field: RefObject<HTMLTextAreaElement | null>;
  onPick: (name: string) => void;
  onClose: () => void;
};

const most = 6;

/** Colleagues who may see this conversation, by what is typed after "@". The cursor stays in the note. */
export function MentionPicker({ conversationId, typed, field, onPick, onClose }: Props) {
  const list = useId();
  const [at, setAt] = useState(0);
  const query = useQuery({
    queryKey: ['inbox', 'colleagues', conversationId],
    queryFn: ({ signal }) =>
      fetchJson(`/api/inbox/conversations/${encodeURIComponent(conversationId)}/colleagues`, peopleSchema, signal),
  });
  const words = typed.toLowerCase();
  const found = (query.data?.people ?? [])
    .filter(({ name }) => name.toLowerCase().startsWith(words) || name.toLowerCase().includes(` ${words}`))
    .slice(0, most);
  const chosen = found[Math.min(at, found.length - 1)];

  useEffect(() => {
    const element = field.current;
    if (!element) return;
    const press = (event: KeyboardEvent) => {
      if (event.isComposing || found.length === 0) return;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step) setAt((now) => (Math.min(now, found.length - 1) + step + found.length) % found.length);
      else if ((event.key === 'Enter' && !event.metaKey && !event.ctrlKey) || event.key === 'Tab') {
        if (chosen) onPick(chosen.name);
      } else return;
      event.preventDefault();
      event.stopPropagation();
    };
    element.addEventListener('keydown', press);
    return () => element.removeEventListener('keydown', press);
  });
  useEffect(() => {
    if (query.data && found.length === 0 && typed.includes(' ')) onClose();
  });
  if (found.length === 0) return null;
  return (
    <div
      id={list}
      role="listbox"
      aria-label="Colleagues"
      className="absolute bottom-[calc(100%+6px)] left-2 z-30 w-64 rounded-corner-float bg-raised p-1 shadow-float"
    >
      {found.map((person) => (
        <div
          key={person.id}
          role="option"
          tabIndex={-1}
          aria-selected={person === chosen}
          onPointerMove={() => setAt(found.indexOf(person))}
          onMouseDown={(event) => {
            event.preventDefault();
            onPick(person.name);
          }}
          className={join(
            'flex h-8 cursor-default items-center gap-2 rounded-corner px-2 max-pane:h-11',
            person === chosen && 'bg-hover',
          )}
        >
          <Avatar name={person.name} hue={person.hue} size={20} letters={1} />
          <span className="truncate">{person.name}</span>
        </div>
      ))}
      <p role="status" className="sr-only">
        {chosen ? `${chosen.name}, ${found.length} colleagues` : ''}
      </p>
    </div>
  );
}
