'use client';

import { AlarmClock, ArrowDown, ArrowUp, Plus } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { arrangePolicies } from '@/app/(workspace)/settings/promises/actions';
import { ArrangedList, RowName } from '@/components/settings/desk/arranged-list';
import { useDeskChange, usePromises } from '@/components/settings/desk/queries';
import { SettingsPage } from '@/components/settings/settings-side';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { useNow } from '@/components/ui/use-now';
import type { PolicyView } from '@/lib/conversations/sla.schema';
import { formatHour } from '@/lib/format/choose-hour';
import { sayFits, sayTimes } from './say-policy';

const PolicyDialog = dynamic(() => import('./policy-dialog').then((one) => one.PolicyDialog));

/** What customers are promised: the first that fits a conversation holds. */
export function PromisesDesk() {
  const { data, error, refetch } = usePromises();
  const [open, setOpen] = useState<PolicyView | 'new' | null>(null);
  const ordering = useDeskChange(arrangePolicies, 'The order was not kept');
  const now = useNow(60_000);
  const policies = data?.policies;
  const move = (from: number, to: number) => {
    const ids = (policies ?? []).map(({ id }) => id);
    ids.splice(to, 0, ...ids.splice(from, 1));
    ordering.mutate({ ids });
  };
  return (
    <SettingsPage
      title="Promises"
      says="The first that fits a conversation holds"
      doing={
        <Button size="form" look="filled" icon={Plus} onClick={() => setOpen('new')}>
          New promise
        </Button>
      }
    >
      <ArrangedList
        what="promises"
        rows={policies}
        error={error}
        onRetry={() => void refetch()}
        empty={{
          icon: AlarmClock,
          title: 'Nothing is promised',
          says: 'A promise says by when customers hear from a person. It counts down on the row and turns amber and red.',
        }}
      >
        {(policy, at) => (
          <>
            <RowName
              name={policy.name}
              says={
                <>
                  {sayFits(policy.fits, data?.teams ?? [])}: {sayTimes(policy)}
                  {policy.dueNow && now > 0 && policy.enabled && (
                    <span className="block">
                      Coming now it would be due {formatHour(new Date(policy.dueNow), new Date(now))}
                    </span>
                  )}
                </>
              }
              onOpen={() => setOpen(policy)}
            />
            {!policy.enabled && <Badge>Off</Badge>}
            <span className="relative z-[1] flex">
              <IconButton
                icon={ArrowUp}
                label={`Move ${policy.name} up`}
                disabled={at === 0 || ordering.isPending}
                onClick={() => move(at, at - 1)}
              />
              <IconButton
                icon={ArrowDown}
                label={`Move ${policy.name} down`}
                disabled={at === (policies?.length ?? 0) - 1 || ordering.isPending}
                onClick={() => move(at, at + 1)}
              />
            </span>
          </>
        )}
      </ArrangedList>
      {open && data && (
        <PolicyDialog
          policy={open === 'new' ? null : open}
          calendars={data.calendars}
          teams={data.teams}
          onClose={() => setOpen(null)}
        />
      )}
    </SettingsPage>
  );
}
