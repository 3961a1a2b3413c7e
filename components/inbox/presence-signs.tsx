'use client';

import { Eye, PenLine } from 'lucide-react';
import { useMe } from '@/components/shell/me';
import { Avatar } from '@/components/ui/avatar';
import { Tooltip } from '@/components/ui/tooltip';
import type { Present } from '@/lib/conversations/presence.schema';
import { firstName } from '@/lib/format/initials';
import { usePresent } from './presence';
import { sayPresent } from './say-present';

/** As many discs as a row has room for; the others are a number. */
const most = 2;

/** Colleagues who have it in sight: whoever sits here knows that of themselves. */
export function useColleagues(conversationId: string): readonly Present[] {
  const me = useMe();
  return usePresent(conversationId).filter(({ id }) => id !== me.id);
}

/** At the right of a row: an eye who looks at it, a pen who writes in it. Said with the row's sentence by `sayPresent`. */
export function RowPresence({ people }: { people: readonly Present[] }) {
  if (people.length === 0) return null;
  const writes = people.some(({ typing }) => typing);
  const Sign = writes ? PenLine : Eye;
  // Who writes stands first: that is who matters to whoever thinks of writing.
  const shown = [...people].sort((a, b) => Number(b.typing) - Number(a.typing)).slice(0, most);
  return (
    <span className="-my-0.5 inline-flex flex-none items-center gap-1.5">
      <Sign size={14} strokeWidth={1.75} aria-hidden className="text-ink-3" />
      {shown.map(({ id, name, hue }) => (
        <Avatar key={id} name={name} hue={hue} size={20} letters={1} />
      ))}
      {people.length > most && <span className="tabular-nums">+{people.length - most}</span>}
    </span>
  );
}

/** In the header of an open conversation. */
export function HeaderPresence({ conversationId }: { conversationId: string }) {
  const people = useColleagues(conversationId);
  const said = sayPresent(people);
  if (!said) return null;
  return (
    <Tooltip label={said}>
      <span role="img" aria-label={said} className="mr-1 inline-flex flex-none">
        <RowPresence people={people} />
      </span>
    </Tooltip>
  );
}

/** Above the composer, for as long as a colleague writes a reply. */
export function WritingLine({ conversationId }: { conversationId: string }) {
  const writing = useColleagues(conversationId).filter(({ typing }) => typing);
  const names = writing.map(({ name }) => firstName(name));
  return (
    <p
      role="status"
      className={names.length > 0 ? 'flex items-center gap-2 px-6 pb-2 text-meta text-ink-2 max-pane:px-4' : 'sr-only'}
    >
      {names.length > 0 && (
        <>
          <PenLine size={14} strokeWidth={1.75} aria-hidden className="text-ink-3" />
          {names.length === 1
            ? `${names[0]} is writing`
            : `${names.slice(0, -1).join(', ')} and ${names.at(-1)} are writing`}
        </>
      )}
    </p>
  );
}
