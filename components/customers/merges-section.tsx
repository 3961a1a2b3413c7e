'use client';

import { useState } from 'react';
import { takeBackMerge } from '@/app/(workspace)/customers/actions';
import { ContextSection } from '@/components/inbox/context-section';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { useNow } from '@/components/ui/use-now';
import type { CustomerDetail } from '@/lib/conversations/customer.schema';
import { formatDay } from '@/lib/format/format-time';
import { useCustomerChange } from './queries';

/** Who was merged into this customer, and can be taken apart again. */
export function MergesSection({ customer }: { customer: CustomerDetail }) {
  const now = useNow(60_000);
  const [asking, setAsking] = useState<CustomerDetail['merges'][number] | null>(null);
  const undoing = useCustomerChange(takeBackMerge, 'The merge stands', 'They are two customers again');
  return (
    <ContextSection name="Merged into this one" title="Merged into this one" count={customer.merges.length}>
      <ul className="flex flex-col">
        {customer.merges.map((merge) => (
          <li key={merge.id} className="flex min-h-8 items-center gap-2">
            <span className="min-w-0 flex-1">
              <span className="block truncate">{merge.name}</span>
              <span className="block truncate text-meta text-ink-3">
                by {merge.by}
                {now > 0 && `, ${formatDay(merge.at, now)}`}
              </span>
            </span>
            {customer.may.merge && !customer.mergedInto && !customer.forgottenAt && (
              <Button look="plain" aria-label={`Take ${merge.name} apart again`} onClick={() => setAsking(merge)}>
                Take apart
              </Button>
            )}
          </li>
        ))}
      </ul>
      {asking && (
        <ConfirmDialog
          title={`Take ${asking.name} apart again`}
          verb="Take apart"
          keep="Leave it"
          mild
          busy={undoing.isPending}
          onClose={() => setAsking(null)}
          onConfirm={() => undoing.mutate({ mergeId: asking.id }, { onSettled: () => setAsking(null) })}
        >
          The identities and conversations that came with them go back. What came since the merge stays here.
        </ConfirmDialog>
      )}
    </ContextSection>
  );
}
