'use client';

import { CircleCheck } from 'lucide-react';
import type { SimilarConversation } from '@/lib/knowledge/similar.schema';
import { ContextSection } from './context-section';
import { deskHref } from './desk';
import { useSimilar } from './queries';
import { moveOnPress } from './use-desk';

/** How others with the same question were helped. It is of help or absent: nothing waits for it and nothing says it failed. */
export function SimilarSection({ conversationId }: { conversationId: string }) {
  const { data } = useSimilar(conversationId);
  if (!data || data.similar.length === 0) return null;
  return (
    <ContextSection name="Similar solved conversations" title="Similar, solved" count={data.similar.length}>
      <ul className="flex flex-col gap-1">
        {data.similar.map((one) => {
          const to = { view: 'all', team: null, conversationId: one.conversationId };
          return (
            <li key={one.conversationId}>
              <a
                href={deskHref(to)}
                onClick={moveOnPress(to)}
                title={one.excerpt}
                className="flex h-5 items-center gap-2 rounded-corner text-ink-2 hover:text-ink-1"
              >
                <CircleCheck size={14} strokeWidth={1.75} aria-hidden className="flex-none text-solved-text" />
                <span className="min-w-0 flex-1 truncate">
                  {one.gist || one.intent || `Conversation ${one.number}`}
                </span>
                <span className="text-meta whitespace-nowrap text-ink-3 tabular-nums">{outcomeOf(one)}</span>
              </a>
            </li>
          );
        })}
      </ul>
    </ContextSection>
  );
}

function outcomeOf({ rating, resolution }: SimilarConversation): string {
  if (rating !== null) return `rated ${rating}`;
  switch (resolution) {
    case 'verified':
      return 'confirmed';
    case 'assumed':
      return 'by the assistant';
    case 'agent':
      return 'by people';
  }
}
