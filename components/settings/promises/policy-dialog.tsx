'use client';

import { useState } from 'react';
import { keepPolicy, removePolicy } from '@/app/(workspace)/settings/promises/actions';
import { FormFoot } from '@/components/settings/desk/form-foot';
import { useDeskChange, usePreview } from '@/components/settings/desk/queries';
import { ChoiceList } from '@/components/ui/choice-list';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { SelectField } from '@/components/ui/select-field';
import { Switch } from '@/components/ui/switch';
import type { PolicyView } from '@/lib/conversations/sla.schema';
import { type Priority, priorityNames } from '@/lib/conversations/triage.schema';
import { formatHour } from '@/lib/format/choose-hour';
import { formatSpan } from '@/lib/format/format-time';
import { channelName } from '@/lib/format/name-channel';

type Named = { id: string; name: string };
type Props = { policy: PolicyView | null; calendars: Named[]; teams: Named[]; onClose: () => void };

const fresh: Omit<PolicyView, 'id' | 'dueNow'> = {
  name: '',
  fits: { priorities: [], tiers: [], teamIds: [], channels: [] },
  firstReplyMinutes: 60,
  nextReplyMinutes: 60,
  resolveMinutes: null,
  calendarId: null,
  pauseSnoozed: true,
  pauseWaiting: true,
  enabled: true,
};
const channels = ['web_chat', 'email', 'sms', 'voice', 'social', 'api'] as const;

export function PolicyDialog({ policy, calendars, teams, onClose }: Props) {
  const [given, setGiven] = useState(policy ?? fresh);
  const [tiers, setTiers] = useState(given.fits.tiers.join(', '));
  const saving = useDeskChange(keepPolicy, 'The promise was not saved', policy ? 'Saved' : 'The promise is there');
  const removing = useDeskChange(removePolicy, 'The promise was not deleted', 'The promise is gone');
  const set = (more: Partial<typeof given>) => setGiven((now) => ({ ...now, ...more }));
  const narrow = (more: Partial<typeof given.fits>) => set({ fits: { ...given.fits, ...more } });
  const first = given.firstReplyMinutes ?? given.nextReplyMinutes ?? given.resolveMinutes;
  const { data: preview } = usePreview(first, given.calendarId);
  const save = () => {
    const { dueNow: _, id, ...input } = { dueNow: null, id: undefined, ...given };
    const named = tiers
      .split(',')
      .map((tier) => tier.trim())
      .filter(Boolean);
    saving.mutate({ ...input, ...(id ? { id } : {}), fits: { ...given.fits, tiers: named } }, { onSuccess: onClose });
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={policy ? policy.name : 'New promise'}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Field
          label="Name"
          required
          maxLength={60}
          value={given.name}
          onChange={(event) => set({ name: event.target.value })}
        />
        <div className="grid grid-cols-3 gap-3 max-pane:grid-cols-1">
          <Minutes
            label="First reply"
            value={given.firstReplyMinutes}
            onChange={(firstReplyMinutes) => set({ firstReplyMinutes })}
          />
          <Minutes
            label="Next reply"
            value={given.nextReplyMinutes}
            onChange={(nextReplyMinutes) => set({ nextReplyMinutes })}
          />
          <Minutes label="Solved" value={given.resolveMinutes} onChange={(resolveMinutes) => set({ resolveMinutes })} />
        </div>
        <SelectField
          label="Counts"
          value={given.calendarId ?? ''}
          onChange={(event) => set({ calendarId: event.target.value || null })}
          help={
            first === null
              ? 'A promise needs at least one time.'
              : preview
                ? `A conversation that comes now would be due ${formatHour(new Date(preview.dueAt), new Date())}.`
                : 'Reading when that would be due.'
          }
        >
          <option value="">Day and night</option>
          {calendars.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        <ChoiceList
          label="Fits these priorities"
          columns
          options={([1, 2, 3, 4] as const).map((one) => ({ key: String(one), name: priorityNames[one] }))}
          chosen={given.fits.priorities.map(String)}
          onChoose={(keys) => narrow({ priorities: keys.map((key) => Number(key) as Priority) })}
        />
        {teams.length > 0 && (
          <ChoiceList
            label="And these teams"
            columns
            options={teams.map(({ id, name }) => ({ key: id, name }))}
            chosen={given.fits.teamIds}
            onChoose={(teamIds) => narrow({ teamIds })}
          />
        )}
        <ChoiceList
          label="And these channels"
          columns
          options={channels.map((key) => ({ key, name: channelName(key) }))}
          chosen={given.fits.channels}
          onChoose={(chosen) => narrow({ channels: chosen })}
        />
        <Field
          label="And these tiers"
          value={tiers}
          maxLength={200}
          onChange={(event) => setTiers(event.target.value)}
          help="Separated by commas. Of each kind, nothing chosen means all."
        />
        <Switch
          label="The clock stands while it is snoozed"
          checked={given.pauseSnoozed}
          onChange={(pauseSnoozed) => set({ pauseSnoozed })}
        />
        <Switch
          label="The clock for solving stands while we wait for the customer"
          checked={given.pauseWaiting}
          onChange={(pauseWaiting) => set({ pauseWaiting })}
        />
        <Switch
          label="In force"
          help="What waits already keeps its promise until something changes in it."
          checked={given.enabled}
          onChange={(enabled) => set({ enabled })}
        />
        <FormFoot
          verb={policy ? 'Save' : 'Make the promise'}
          ready={given.name.trim() !== '' && first !== null}
          busy={saving.isPending}
          onClose={onClose}
          {...(policy && {
            removing: {
              verb: 'Delete',
              busy: removing.isPending,
              act: () => removing.mutate({ id: policy.id }, { onSuccess: onClose }),
            },
          })}
        />
      </form>
    </Dialog>
  );
}

type MinutesProps = { label: string; value: number | null; onChange: (minutes: number | null) => void };

function Minutes({ label, value, onChange }: MinutesProps) {
  return (
    <Field
      label={`${label}, minutes`}
      type="number"
      min={1}
      max={525_600}
      step={1}
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value === '' ? null : Math.trunc(event.target.valueAsNumber))}
      help={value === null ? 'not promised' : value < 60 ? undefined : formatSpan(value * 60_000)}
    />
  );
}
