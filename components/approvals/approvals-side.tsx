'use client';

import { Scale, ScrollText, ShieldCheck } from 'lucide-react';
import { useOpenDifferences } from '@/components/actions/queries';
import { useCounts } from '@/components/inbox/queries';
import { Side, SideEntry, SideGroup } from '@/components/shell/side';

export type ActionsPlace = 'approvals' | 'ledger' | 'differences';

/** What waits to be decided, and the book of what was. */
export function ApprovalsSide({ place }: { place: ActionsPlace }) {
  const { data: counts } = useCounts();
  const differences = useOpenDifferences();
  return (
    <Side name="Actions">
      <SideGroup>
        <SideEntry
          href="/approvals"
          chosen={place === 'approvals'}
          name="Approvals"
          count={counts?.views.decide}
          sign={<ShieldCheck size={16} strokeWidth={1.75} aria-hidden />}
        />
        <SideEntry
          href="/actions"
          chosen={place === 'ledger'}
          name="Ledger"
          sign={<ScrollText size={16} strokeWidth={1.75} aria-hidden />}
        />
        <SideEntry
          href="/actions?differences=open"
          chosen={place === 'differences'}
          name="Differences"
          count={differences}
          sign={<Scale size={16} strokeWidth={1.75} aria-hidden />}
        />
      </SideGroup>
    </Side>
  );
}
