'use client';

import { useState } from 'react';
import { saveIntent } from '@/app/(workspace)/automation/actions';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import type { IntentsView, IntentView } from '@/lib/governance/intent-view.schema';
import { useIntentChange } from './queries';
import { TeamField } from './team-field';

type Props = { intent: IntentView; teams: IntentsView['teams']; onClose: () => void };

/** A share typed by a person; empty is the workspace's own, anything else that is no share is wrong. */
function readShare(text: string): number | undefined | null {
  if (text.trim() === '') return undefined;
  const value = Number(text.replace(',', '.'));
  return value >= 0 && value <= 1 ? value : null;
}

export function EditIntentDialog({ intent, teams, onClose }: Props) {
  const [name, setName] = useState(intent.name);
  const [description, setDescription] = useState(intent.description);
  const [teamKey, setTeamKey] = useState(intent.team?.key ?? null);
  const [alone, setAlone] = useState(String(intent.thresholds.autonomous ?? ''));
  const [reviewed, setReviewed] = useState(String(intent.thresholds.reviewed ?? ''));
  const save = useIntentChange(saveIntent, 'The intent was not saved', 'Saved');
  const thresholds = { autonomous: readShare(alone), reviewed: readShare(reviewed) };
  const { autonomous, reviewed: from } = thresholds;
  const wrong = (value: number | undefined | null) => (value === null ? 'A number from 0 to 1' : null);
  const ready = name.trim() !== '' && autonomous !== null && from !== null;
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={`Edit ${intent.name}`}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (autonomous === null || from === null) return;
          save.mutate(
            {
              id: intent.id,
              name,
              description,
              teamKey,
              thresholds: {
                ...(autonomous === undefined ? {} : { autonomous }),
                ...(from === undefined ? {} : { reviewed: from }),
              },
            },
            { onSuccess: onClose },
          );
        }}
      >
        <Field label="Name" value={name} maxLength={80} onChange={(event) => setName(event.target.value)} />
        <Field
          label="What the customer wants"
          value={description}
          maxLength={500}
          onChange={(event) => setDescription(event.target.value)}
        />
        <TeamField teams={teams} value={teamKey} onChange={setTeamKey} />
        <div className="grid grid-cols-2 gap-4">
          <Field
            label="Answers alone from"
            inputMode="decimal"
            placeholder="workspace"
            value={alone}
            wrong={wrong(autonomous)}
            onChange={(event) => setAlone(event.target.value)}
          />
          <Field
            label="Reviewed from"
            inputMode="decimal"
            placeholder="workspace"
            value={reviewed}
            wrong={wrong(from)}
            onChange={(event) => setReviewed(event.target.value)}
          />
        </div>
        <p className="-mt-2 text-meta text-ink-3">In force within a second, without training.</p>
        <div className="flex justify-end gap-2">
          <Button size="form" look="plain" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" size="form" look="filled" disabled={!ready} busy={save.isPending}>
            Save
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
