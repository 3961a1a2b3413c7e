'use client';

import { ArrowLeft, ArrowUpRight, Check, Eye, X } from 'lucide-react';
import { groupMessages } from '@/components/inbox/group-messages';
import { LogEntry } from '@/components/inbox/log-entry';
import { useMe } from '@/components/shell/me';
import { Badge, TierBadge } from '@/components/ui/badge';
import { buttonClass } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Link } from '@/components/ui/link';
import { useNow } from '@/components/ui/use-now';
import type { ReviewView } from '@/lib/quality/review.schema';
import { goToReview } from './use-review-place';
import { VerdictPane } from './verdict-pane';

type Props = { review: ReviewView; at: number; total: number; onNext: () => void };

export function ReviewOpen({ review, at, total, onNext }: Props) {
  const me = useMe();
  const now = useNow(60_000);
  const { customer } = review;
  return (
    <div className="flex min-h-0 min-w-0 flex-1 max-wide:flex-col max-wide:overflow-y-auto">
      <section
        aria-label={`Answer to ${customer.name}`}
        className="flex min-w-0 flex-1 flex-col border-line bg-surface max-wide:flex-none wide:border-r"
      >
        <header className="flex h-(--bar) flex-none items-center gap-2 border-b border-line px-4 max-pane:h-14 max-pane:px-2">
          <IconButton
            icon={ArrowLeft}
            label="Back to the list"
            onClick={() => goToReview({ state: review.state, id: null })}
            className="pane:hidden"
          />
          <h2 className="truncate font-strong">{customer.name}</h2>
          <TierBadge tier={customer.tier} />
          <span className="flex-1" />
          <Badge tone="attention" icon={Eye}>
            <span className="max-pane:sr-only">Sent, then reviewed</span>
          </Badge>
          <Link href={`/inbox/turns/${review.turnId}`} className={buttonClass('plain', 'desk')}>
            Trace
            <ArrowUpRight size={14} strokeWidth={1.75} aria-hidden className="text-ink-3" />
          </Link>
        </header>
        <div className="min-h-0 flex-1 px-6 pt-0 pb-6 max-pane:px-4 wide:overflow-y-auto">
          <div role="log" aria-label="Conversation" aria-live="off">
            {groupMessages(review.messages).map((item) => (
              <LogEntry
                key={item.key}
                item={item}
                customer={customer.name}
                meId={me.id}
                now={now}
                claims={item.kind === 'message' && item.message.turn?.id === review.turnId ? review.claims : undefined}
              />
            ))}
          </div>
          <section aria-label="What it rests on" className="mt-6 border-t border-line pt-4">
            <h3 className="mb-3 font-strong">What it rests on</h3>
            {review.claims.length === 0 ? (
              <p className="text-ink-2">The answer makes no claim of its own.</p>
            ) : (
              <ul className="flex flex-col gap-2.5">
                {review.claims.map((claim) => (
                  <li key={claim.text} className="grid grid-cols-[24px_1fr] gap-x-3">
                    <span className="grid h-5 place-items-center">
                      {claim.supported ? (
                        <Check
                          size={14}
                          strokeWidth={2}
                          role="img"
                          aria-label="supported:"
                          className="text-solved-text"
                        />
                      ) : (
                        <X
                          size={14}
                          strokeWidth={2}
                          role="img"
                          aria-label="not supported:"
                          className="text-danger-text"
                        />
                      )}
                    </span>
                    <span>
                      <span className="block text-pretty">{claim.text}</span>
                      <span className="block text-meta text-ink-3">{claim.source}</span>
                    </span>
                  </li>
                ))}
              </ul>
            )}
          </section>
          {review.why && (
            <section aria-label="Why it was not sure" className="mt-6 rounded-corner bg-assistant-tint px-4 py-3">
              <h3 className="text-meta text-assistant-text">Why {review.confidence.toFixed(2)}</h3>
              <p className="mt-0.5 text-pretty">{review.why}</p>
            </section>
          )}
        </div>
      </section>
      <VerdictPane review={review} at={at} total={total} onNext={onNext} />
    </div>
  );
}
