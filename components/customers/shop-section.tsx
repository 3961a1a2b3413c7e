'use client';

import { ContextSection, Fact, Facts } from '@/components/inbox/context-section';
import { Skeleton } from '@/components/ui/skeleton';
import { formatMoney } from '@/lib/format/format-money';
import { formatLongDay, formatMonth } from '@/lib/format/format-time';
import { useCustomerRecords } from './queries';

/** What the system of record knows of them. Not knowing, and not answering, are both said; that nothing is to be shown is not. */
export function ShopSection({ customerId }: { customerId: string }) {
  const { data, isPending, isError } = useCustomerRecords(customerId);
  if (data?.kind === 'unset') return null;
  return (
    <ContextSection name="In the shop" title="In the shop">
      {isPending && <Skeleton className="h-2.5 w-48" />}
      {data?.kind === 'unknown' && <p className="text-ink-3">The shop knows nobody by what we know.</p>}
      {(isError || data?.kind === 'unavailable') && <p className="text-attention-text">The shop does not answer.</p>}
      {data?.kind === 'found' && (
        <Facts wide>
          {data.since && <Fact label="Customer">since {formatMonth(data.since)}</Fact>}
          <Fact label="Orders">
            {data.ordersCount}, {formatMoney(data.lifetimeCents)}
          </Fact>
          {data.subscription && (
            <Fact label="Membership">
              {data.subscription.plan}, {formatMoney(data.subscription.priceCents)} a {data.subscription.interval}
              <span className="block text-meta text-ink-3">
                {data.subscription.status}
                {data.subscription.renewsAt && `, renews ${formatLongDay(data.subscription.renewsAt)}`}
              </span>
            </Fact>
          )}
        </Facts>
      )}
    </ContextSection>
  );
}
