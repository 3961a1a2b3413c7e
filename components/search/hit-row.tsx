'use client';

import { CircleCheck, StickyNote } from 'lucide-react';
import { ChannelSign } from '@/components/inbox/channel-sign';
import { TierBadge } from '@/components/ui/badge';
import { Chip } from '@/components/ui/chip';
import { Link } from '@/components/ui/link';
import { useNow } from '@/components/ui/use-now';
import type { SearchHit } from '@/lib/conversations/search.schema';
import { formatDay } from '@/lib/format/format-time';
import { MarkedText } from './marked-text';

const authors: Record<string, string> = { assistant: 'Assistant: ', agent: 'Agent: ' };
const found: Partial<Record<SearchHit['why'], string>> = { customer: 'By the customer', number: 'By its number' };

/** A conversation that was found, with what was said in it. */
export function HitRow({ hit }: { hit: SearchHit }) {
  const { conversation, marked, author, note, at, why } = hit;
  const now = useNow(60_000);
  const { customer, team, agent, state } = conversation;
  return (
    <li>
      <Link
        href={`/inbox/all/${conversation.id}`}
        className="focus-inside grid grid-cols-[16px_1fr] gap-x-3 border-b border-line px-6 py-2.5 hover:bg-hover max-pane:px-4"
      >
        {state === 'closed' ? (
          <CircleCheck size={16} strokeWidth={1.75} aria-label="Solved" className="mt-0.5 text-solved-text" />
        ) : (
          <ChannelSign channel={conversation.channel} className="mt-0.5 text-ink-3" />
        )}
        <span className="block min-w-0">
          <span className="flex h-5 min-w-0 items-center gap-1.5">
            <span className="truncate font-strong">{customer.name}</span>
            <TierBadge tier={customer.tier} />
            <span className="text-meta text-ink-3 tabular-nums">#{conversation.number}</span>
            <span className="flex-1" />
            {now > 0 && (
              <span className="text-meta whitespace-nowrap text-ink-3 tabular-nums">{formatDay(at, now)}</span>
            )}
          </span>
          <span className="line-clamp-2 text-ink-2">
            {note && (
              <StickyNote size={12} strokeWidth={2} aria-label="Note" className="mr-1 inline text-attention-text" />
            )}
            {author && !note && <span className="text-ink-3">{authors[author]}</span>}
            <MarkedText marked={marked} />
          </span>
          <span className="mt-0.5 flex min-h-4 min-w-0 flex-wrap items-center gap-x-2 gap-y-1 text-meta text-ink-3">
            {found[why] && <span className="text-accent-text">{found[why]}</span>}
            {conversation.intent && <span className="truncate">{conversation.intent}</span>}
            {team && <span className="truncate">{team.name}</span>}
            {agent && <span className="truncate">{agent.name}</span>}
            {conversation.labels.map((label) => (
              <Chip key={label.id} hue={label.hue}>
                {label.name}
              </Chip>
            ))}
          </span>
        </span>
      </Link>
    </li>
  );
}
