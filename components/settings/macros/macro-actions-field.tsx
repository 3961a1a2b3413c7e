'use client';

import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { z } from 'zod';
import { fetchJson } from '@/components/shell/fetch-json';
import { Button } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { SelectField } from '@/components/ui/select-field';
import { TextAreaField } from '@/components/ui/text-area-field';
import type { MacroAction } from '@/lib/conversations/macro.schema';
import { labelSchema } from '@/lib/conversations/triage.schema';
import { sayAction, sayHours } from '@/lib/format/say-action';

type Named = { id: string; name: string };
type Props = {
  actions: MacroAction[];
  people: Named[];
  teams: Named[];
  onChange: (actions: MacroAction[]) => void;
};
type Kind = MacroAction['kind'];

const kinds: [Kind, string][] = [
  ['label', 'Add a label'],
  ['assign_team', 'Give it to a team'],
  ['assign_person', 'Give it to a colleague'],
  ['priority', 'Set the priority'],
  ['snooze', 'Snooze it'],
  ['note', 'Leave a note'],
  ['solve', 'Solve it'],
];
const hours = [1, 4, 24, 72, 168];
const labelsSchema = z.object({ labels: z.array(labelSchema) });

/** What a macro does beside its text: chosen one after the other, each taken away again by its chip. */
export function MacroActionsField({ actions, people, teams, onChange }: Props) {
  const [kind, setKind] = useState<Kind | ''>('');
  const [note, setNote] = useState('');
  const labels = useQuery({
    queryKey: ['desk', 'labels', 'choice'],
    queryFn: ({ signal }) => fetchJson('/api/inbox/labels', labelsSchema, signal),
    enabled: kind === 'label',
  });
  const add = (action: MacroAction) => {
    const others = actions.filter((one) =>
      one.kind === 'label' && action.kind === 'label' ? one.labelId !== action.labelId : one.kind !== action.kind,
    );
    onChange([...others, action].slice(0, 10));
    setKind('');
    setNote('');
  };
  const named = (from: Named[], make: (one: Named) => MacroAction) => (
    <Choice
      options={from.map((one) => [one.id, one.name])}
      onPick={(id) => add(make(from.find((one) => one.id === id)!))}
    />
  );
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1.5 font-medium">What it does</legend>
      {actions.length > 0 && (
        <div className="flex flex-wrap gap-1.5">
          {actions.map((action) => {
            const says = sayAction(action);
            return (
              <Chip
                key={says}
                removing={`Do not ${says}`}
                onRemove={() => onChange(actions.filter((one) => one !== action))}
              >
                {says}
              </Chip>
            );
          })}
        </div>
      )}
      <div className="grid grid-cols-2 gap-2 max-pane:grid-cols-1">
        <SelectField label="Add" value={kind} onChange={({ target }) => setKind(target.value as Kind | '')}>
          <option value="">Choose what it does</option>
          {kinds.map(([key, says]) => (
            <option key={key} value={key}>
              {says}
            </option>
          ))}
        </SelectField>
        {kind === 'label' && named(labels.data?.labels ?? [], ({ id, name }) => ({ kind: 'label', labelId: id, name }))}
        {kind === 'assign_team' && named(teams, ({ id, name }) => ({ kind: 'assign_team', teamId: id, name }))}
        {kind === 'assign_person' && named(people, ({ id, name }) => ({ kind: 'assign_person', personId: id, name }))}
        {kind === 'priority' && (
          <Choice
            options={[
              ['1', 'Urgent'],
              ['2', 'High'],
              ['3', 'Normal'],
              ['4', 'Low'],
            ]}
            onPick={(value) => add({ kind: 'priority', priority: Number(value) })}
          />
        )}
        {kind === 'snooze' && (
          <Choice
            options={[
              ['reply', 'Until the customer replies'],
              ...hours.map((one) => [String(one), `For ${sayHours(one)}`] as const),
            ]}
            onPick={(value) => add({ kind: 'snooze', hours: value === 'reply' ? null : Number(value) })}
          />
        )}
        {kind === 'solve' && (
          <Button className="self-end" size="form" icon={Plus} onClick={() => add({ kind: 'solve' })}>
            Add
          </Button>
        )}
      </div>
      {kind === 'note' && (
        <div className="flex flex-col items-end gap-2">
          <TextAreaField
            className="w-full"
            label="Note"
            maxLength={2_000}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
          <Button
            size="form"
            icon={Plus}
            disabled={note.trim() === ''}
            onClick={() => add({ kind: 'note', text: note.trim() })}
          >
            Add
          </Button>
        </div>
      )}
    </fieldset>
  );
}

function Choice({
  options,
  onPick,
}: {
  options: readonly (readonly [key: string, says: string])[];
  onPick: (key: string) => void;
}) {
  return (
    <SelectField label="Which" value="" onChange={({ target }) => target.value && onPick(target.value)}>
      <option value="">{options.length === 0 ? 'There is none yet' : 'Choose'}</option>
      {options.map(([key, says]) => (
        <option key={key} value={key}>
          {says}
        </option>
      ))}
    </SelectField>
  );
}
