'use client';

import { BadgeCheck, Package, RefreshCw, RotateCcw } from 'lucide-react';
import { TierBadge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { Skeleton } from '@/components/ui/skeleton';
import { useNow } from '@/components/ui/use-now';
import type { ConversationView, CustomerRecords } from '@/lib/conversations/conversation.schema';
import { formatLanguage } from '@/lib/format/format-language';
import { formatMoney } from '@/lib/format/format-money';
import { formatDay, formatMonth } from '@/lib/format/format-time';
import { ChannelSign } from './channel-sign';
import { ContextSection, Fact, Facts } from './context-section';
import { deskHref } from './desk';
import { useRecords } from './queries';
import { moveOnPress } from './use-desk';

/** Rows of one timeline before it would push the rest of the column away. */
const ordersShown = 4;
const earlierShown = 5;

export function CustomerSection({ view }: { view: ConversationView }) {
  const { customer, conversation } = view;
  const now = useNow(60_000);
  const records = useRecords(conversation.id);
  const found = records.data?.kind === 'found' ? records.data : null;
  const since = found?.since ?? customer.since;
  const worth = found
    ? [
        since && formatMonth(since),
        `${found.ordersCount} ${found.ordersCount === 1 ? 'order' : 'orders'}`,
        formatMoney(found.lifetimeCents),
      ]
    : [since && formatMonth(since)];
  const worthSaid = worth.filter(Boolean).join(', ');
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
        {records.isError && <Unavailable why={records.error.message} onRetry={() => void records.refetch()} />}
        {records.data && <Records records={records.data} now={now} onRetry={() => void records.refetch()} />}
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

function Records({ records, now, onRetry }: { records: CustomerRecords; now: number; onRetry: () => void }) {
  switch (records.kind) {
    case 'unknown':
      return <li className="text-ink-3">The shop knows nobody under this address.</li>;
    case 'unavailable':
      return <Unavailable why={records.why} onRetry={onRetry} />;
    case 'found':
      return (
        <>
          {records.orders.slice(0, ordersShown).map((order) => (
            <li
              key={order.number}
              title={`${order.summary}, ${order.status}, ${formatMoney(order.totalCents)}`}
              className="flex h-5 items-center gap-2 text-ink-2"
            >
              <Package size={14} strokeWidth={1.75} aria-hidden className="flex-none text-ink-3" />
              <span className="min-w-0 flex-1 truncate">
                {order.number}, {order.status}, {order.summary}
              </span>
              <span className="text-meta text-ink-3 tabular-nums">{now > 0 && formatDay(order.at, now)}</span>
            </li>
          ))}
          {records.subscription && (
            <li className="flex h-5 items-center gap-2 text-ink-2">
              <RefreshCw size={14} strokeWidth={1.75} aria-hidden className="flex-none text-ink-3" />
              <span className="min-w-0 flex-1 truncate">
                {records.subscription.plan} membership, {formatMoney(records.subscription.priceCents)} a{' '}
                {records.subscription.interval}
                {records.subscription.status === 'active' ? '' : `, ${records.subscription.status}`}
              </span>
              <span className="text-meta text-ink-3 tabular-nums">
                {now > 0 && records.subscription.renewsAt && formatDay(records.subscription.renewsAt, now)}
              </span>
            </li>
          )}
        </>
      );
  }
}

function Unavailable({ why, onRetry }: { why: string; onRetry: () => void }) {
  return (
    <li className="flex items-start gap-2 text-attention-text">
      <span className="min-w-0 flex-1 text-pretty">The shop does not answer. {why}</span>
      <Button look="plain" icon={RotateCcw} onClick={onRetry}>
        Try again
      </Button>
    </li>
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
