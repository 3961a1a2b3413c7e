'use client';

import { Plus, Tag } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { ArrangedList, RowName } from '@/components/settings/desk/arranged-list';
import { useLabelUses } from '@/components/settings/desk/queries';
import { SettingsPage } from '@/components/settings/settings-side';
import { Button } from '@/components/ui/button';
import { LabelDot } from '@/components/ui/chip';
import type { LabelView } from '@/lib/conversations/triage.schema';

const LabelDialog = dynamic(() => import('./label-dialog').then((one) => one.LabelDialog));

/** By what conversations can be found and counted. */
export function LabelsDesk() {
  const { data, error, refetch } = useLabelUses();
  const [open, setOpen] = useState<LabelView | 'new' | null>(null);
  return (
    <SettingsPage
      title="Labels"
      says={data && `${data.labels.length} ${data.labels.length === 1 ? 'label' : 'labels'}`}
      doing={
        <Button size="form" look="filled" icon={Plus} onClick={() => setOpen('new')}>
          New label
        </Button>
      }
    >
      <ArrangedList
        what="labels"
        rows={data?.labels}
        error={error}
        onRetry={() => void refetch()}
        empty={{
          icon: Tag,
          title: 'There is no label yet',
          says: 'Labels gather what belongs together across teams, such as a storm or a recall.',
        }}
      >
        {(label) => (
          <>
            <LabelDot hue={label.hue} />
            <RowName
              name={label.name}
              says={label.open === 1 ? 'On 1 open conversation' : `On ${label.open} open conversations`}
              onOpen={() => setOpen(label)}
            />
          </>
        )}
      </ArrangedList>
      {open && <LabelDialog label={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </SettingsPage>
  );
}
