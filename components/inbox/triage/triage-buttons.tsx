'use client';

import { AlarmClock, Tag } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useOffers } from '@/components/palette/offers';
import { useShortcut } from '@/components/shell/use-shortcut';
import { IconButton } from '@/components/ui/icon-button';
import { Popover } from '@/components/ui/popover';
import type { ConversationView } from '@/lib/conversations/conversation.schema';
import type { LabelView } from '@/lib/conversations/triage.schema';
import { firstName } from '@/lib/format/initials';
import { SnoozeMenu } from './snooze-menu';
import { type Triage, useLabels } from './use-triage';

const LabelPicker = dynamic(() => import('./label-picker').then((file) => file.LabelPicker), { ssr: false });

type Props = { view: ConversationView; triage: Triage; labelling: boolean; onLabelling: (open: boolean) => void };

/** In the header: out of sight until later, and by what it can be found. */
export function TriageButtons({ view, triage, labelling, onLabelling: setLabelling }: Props) {
  const { conversation, customer } = view;
  const [snoozing, setSnoozing] = useState(false);
  const maySnooze = conversation.state === 'open' && conversation.holder !== 'assistant';
  useShortcut('conversation.snooze', maySnooze && (() => setSnoozing(true)));
  useShortcut('conversation.label', () => setLabelling(true));
  const { data: labels } = useLabels(true);
  const change = ({ label, on }: { label: LabelView; on: boolean }) =>
    triage.label.mutate({
      add: on ? [label.id] : [],
      remove: on ? [] : [label.id],
      after: on ? [...conversation.labels, label] : conversation.labels.filter(({ id }) => id !== label.id),
    });
  useOffers(
    (labels?.labels ?? []).map((label) => {
      const on = conversation.labels.some(({ id }) => id === label.id);
      return {
        id: `label ${label.id}`,
        group: 'On this conversation',
        label: on ? `Take off the label ${label.name}` : `Label ${label.name}`,
        icon: Tag,
        quiet: true,
        act: () => change({ label, on: !on }),
      };
    }),
  );
  return (
    <>
      <Popover
        bare
        side="bottom"
        title="Labels"
        open={labelling}
        onOpenChange={setLabelling}
        // On a phone it is asked for in the menu, and opens where its sign would be.
        trigger={<IconButton icon={Tag} label="Labels" className="max-pane:invisible max-pane:w-0" />}
      >
        <LabelPicker chosen={conversation.labels.map(({ id }) => id)} onChange={change} />
      </Popover>
      {maySnooze && (
        <SnoozeMenu
          trigger={<IconButton icon={AlarmClock} label="Snooze" />}
          open={snoozing}
          onOpenChange={setSnoozing}
          customer={firstName(customer.name)}
          asleep={conversation.snoozedAt !== null}
          onSnooze={(until) => triage.snooze.mutate(until)}
          onWake={() => triage.wake.mutate()}
        />
      )}
    </>
  );
}
