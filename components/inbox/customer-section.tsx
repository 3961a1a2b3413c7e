'use client';

import { BadgeCheck } from 'lucide-react';
import { TierBadge } from '@/components/ui/badge';
import { Link } from '@/components/ui/link';
import { Skeleton } from '@/components/ui/skeleton';
import { useNow } from '@/components/ui/use-now';
import type { ConversationView } from '@/lib/conversations/conversation.schema';
import { formatLanguage } from '@/lib/format/format-language';
import { formatDay } from '@/lib/format/format-time';
import { ChannelSign } from './channel-sign';
import { ContextSection, Fact, Facts } from './context-section';
import { deskHref } from './desk';
import { useRecords } from './queries';
import { RecordRows, RecordsUnavailable, sayWorth } from './record-rows';
import { moveOnPress } from './use-desk';

/** Rows of one timeline before it would push the rest of the column away. */
const earlierShown = 5;

export function CustomerSection({ view }: { view: ConversationView }) {
  const { customer, conversation } = view;
  const now = useNow(60_000);
  const records = useRecords(conversation.id);
  const found = records.data?.kind === 'found' ? records.data : null;
  const since = found?.since ?? customer.since;
  const worthSaid = sayWorth(found, since);
  return (
    <ContextSection
      name="Customer"
      title={
        <>
          <Link
            href={`/customers/${customer.id}`}
            className="truncate rounded-corner-small hover:text-accent-text hover:underline"
          >
            {customer.name}
          </Link>
          <TierBadge tier={customer.tier} />
        </>
      }
    >
      <Facts>
        {records.isPending && !since ? (
          <Fact label="Since">
            <Skeleton className="mt-1.5 h-2 w-40" />
          </Fact>
        ) : (
          worthSaid && <Fact label="Since">{worthSaid}</Fact>
        )}
        {customer.identities.length > 0 && (
          <Fact label="Reach">
            <ul>
              {customer.identities.map((identity) => (
                <li key={`${identity.kind} ${identity.value}`} className="flex items-center gap-1.5">
                  <span className="min-w-0 truncate">{identity.value}</span>
                  {identity.verified && (
                    <BadgeCheck
                      size={14}
                      strokeWidth={1.75}
                      role="img"
                      aria-label="verified"
                      className="flex-none text-solved-text"
                    />
                  )}
                </li>
              ))}
            </ul>
          </Fact>
        )}
        {customer.language && customer.language !== 'en' && (
          <Fact label="Writes">{formatLanguage(customer.language)}</Fact>
        )}
        {conversation.rating !== null && (
          <Fact label="Rated">
            {conversation.rating} of 5{conversation.ratingComment ? `, “${conversation.ratingComment}”` : ''}
          </Fact>
        )}
      </Facts>
      <ul className="mt-3 flex flex-col gap-1">
        {records.isPending && <RecordsSkeleton />}
        {records.isError && <RecordsUnavailable why={records.error.message} onRetry={() => void records.refetch()} />}
        {records.data && <RecordRows records={records.data} now={now} onRetry={() => void records.refetch()} />}
        {customer.earlier.slice(0, earlierShown).map((earlier) => {
          const to = { view: 'all', team: null, conversationId: earlier.id };
          return (
            <li key={earlier.id}>
              <a
                href={deskHref(to)}
                onClick={moveOnPress(to)}
                className="flex h-5 items-center gap-2 rounded-corner text-ink-2 hover:text-ink-1"
              >
                <ChannelSign channel={earlier.channel} size={14} className="flex-none text-ink-3" />
                <span className="min-w-0 flex-1 truncate">{earlier.gist}</span>
                <span className="text-meta text-ink-3 tabular-nums">{now > 0 && formatDay(earlier.at, now)}</span>
              </a>
            </li>
          );
        })}
      </ul>
    </ContextSection>
  );
}

function RecordsSkeleton() {
  return ['w-40', 'w-48', 'w-32'].map((width) => (
    <li key={width} className="flex h-5 items-center gap-2">
      <Skeleton className="size-3.5" />
      <Skeleton className={`h-2 ${width}`} />
      <span className="flex-1" />
      <Skeleton className="h-2 w-9" />
    </li>
  ));
}
