'use client';

import { Chip } from '@/components/ui/chip';
import type { PlaybookDefinition } from '@/lib/governance/playbook.schema';
import type { PlaybookAround } from '@/lib/governance/playbook-view.schema';
import { type FieldsOf, LineField, PickField } from './fields';
import { LeadsTo } from './leads-to';

type Props = {
  definition: PlaybookDefinition;
  of: FieldsOf;
  around: PlaybookAround | undefined;
  onWrite: (definition: PlaybookDefinition, tag: string) => void;
};

const channels = [
  ['web_chat', 'Chat'],
  ['email', 'Email'],
  ['sms', 'SMS'],
  ['voice', 'Voice'],
  ['social', 'Social'],
  ['api', 'API'],
] as const;

/** What it is, and when it starts. */
export function TriggerForm({ definition, of, around, onWrite }: Props) {
  const { trigger } = definition;
  const { edits } = of;
  const start = (more: Partial<typeof trigger>, tag = '') =>
    onWrite({ ...definition, trigger: { ...trigger, ...more } }, tag);
  const intentName = (key: string) => around?.intents.find((one) => one.key === key)?.name ?? key;
  const freeIntents = around?.intents.filter(({ key }) => !trigger.intents.includes(key)) ?? [];
  const freeChannels = channels.filter(([key]) => !trigger.channels.includes(key));
  return (
    <>
      <Chosen
        label="Intents"
        empty="None"
        values={trigger.intents}
        nameOf={intentName}
        onRemove={edits ? (key) => start({ intents: trigger.intents.filter((one) => one !== key) }) : undefined}
      />
      {edits && (
        <PickField
          quiet
          label="Add an intent"
          value=""
          findings={of.wrong('trigger.intents')}
          options={freeIntents.map(({ key, name }) => [key, name] as const)}
          onPick={(key) => start({ intents: [...trigger.intents, key] })}
        />
      )}
      <Chosen
        label="Channels"
        empty="All of them"
        values={trigger.channels}
        nameOf={(key) => channels.find(([one]) => one === key)?.[1] ?? key}
        onRemove={edits ? (key) => start({ channels: trigger.channels.filter((one) => one !== key) }) : undefined}
      />
      {edits && (
        <PickField
          quiet
          label="Only on a channel"
          value=""
          findings={of.wrong('trigger.channels')}
          options={freeChannels}
          onPick={(key) => start({ channels: [...trigger.channels, key] })}
        />
      )}
      <LineField
        code
        label="Only for customers where"
        placeholder={'customer.tier == "summit"'}
        value={trigger.segment ?? ''}
        readOnly={!edits}
        findings={of.wrong('trigger.segment')}
        onWrite={(segment) => start({ segment: segment || undefined }, 'segment')}
      />
      <LineField
        code
        label="Signals that start it, with commas between"
        placeholder="payment.failed"
        value={trigger.signals.join(', ')}
        readOnly={!edits}
        findings={of.wrong('trigger.signals')}
        onWrite={(text) => start({ signals: text === '' ? [] : text.split(/,\s?/) }, 'signals')}
      />
      <LeadsTo
        label="First step"
        value={definition.start}
        of={of}
        onPick={(to) => to && onWrite({ ...definition, start: to }, '')}
      />
      <hr className="my-1 border-line" />
      <LineField
        label="Name"
        value={definition.name}
        readOnly={!edits}
        findings={of.wrong('name')}
        onWrite={(name) => onWrite({ ...definition, name: name.slice(0, 80) }, 'name')}
      />
      <LineField
        label="What the customer wants, for agents"
        value={definition.wants}
        readOnly={!edits}
        findings={of.wrong('wants')}
        onWrite={(wants) => onWrite({ ...definition, wants }, 'wants')}
      />
      <LineField
        label="Description"
        rows={2}
        value={definition.description}
        readOnly={!edits}
        findings={of.wrong('description')}
        onWrite={(description) => onWrite({ ...definition, description: description.slice(0, 400) }, 'description')}
      />
      <PickField
        label="Team people take over in"
        value={definition.team}
        disabled={!edits}
        findings={of.wrong('team')}
        options={around?.teams.map(({ key, name }) => [key, name] as const) ?? []}
        onPick={(team) => onWrite({ ...definition, team }, '')}
      />
    </>
  );
}

type ChosenProps = {
  label: string;
  empty: string;
  values: string[];
  nameOf: (key: string) => string;
  onRemove?: (key: string) => void;
};

function Chosen({ label, empty, values, nameOf, onRemove }: ChosenProps) {
  return (
    <div>
      <span className="mb-1 block text-meta text-ink-3">{label}</span>
      <div className="flex flex-wrap gap-1">
        {values.map((key) => (
          <Chip key={key} removing={`Remove ${nameOf(key)}`} onRemove={onRemove && (() => onRemove(key))}>
            {nameOf(key)}
          </Chip>
        ))}
        {values.length === 0 && <span className="text-ink-2">{empty}</span>}
      </div>
    </div>
  );
}
