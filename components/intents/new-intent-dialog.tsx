'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { newIntent } from '@/app/(workspace)/automation/actions';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { leastExamples } from '@/lib/governance/intent.schema';
import type { IntentsView } from '@/lib/governance/intent-view.schema';
import { readLines } from './example-lines';
import { ExamplesField } from './examples-field';
import { useIntentChange } from './queries';
import { TeamField } from './team-field';

type Props = { teams: IntentsView['teams']; onClose: () => void };

export function NewIntentDialog({ teams, onClose }: Props) {
  const router = useRouter();
  const [name, setName] = useState('');
  const [description, setDescription] = useState('');
  const [teamKey, setTeamKey] = useState<string | null>(null);
  const [text, setText] = useState('');
  const create = useIntentChange(newIntent, 'The intent was not added');
  const examples = readLines(text);
  const ready = name.trim() !== '' && examples.length >= leastExamples;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="New intent"
      description="Something customers want that has no name yet. It is understood once a version with it is trained and released."
    >
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          create.mutate(
            { name, description, teamKey, examples },
            {
              onSuccess: ({ key }) => {
                onClose();
                router.push(`/automation/intents/${key}`);
              },
            },
          );
        }}
      >
        <Field label="Name" value={name} maxLength={80} autoFocus onChange={(event) => setName(event.target.value)} />
        <Field
          label="What the customer wants"
          value={description}
          maxLength={500}
          onChange={(event) => setDescription(event.target.value)}
        />
        <TeamField teams={teams} value={teamKey} onChange={setTeamKey} />
        <ExamplesField label="Examples" value={text} onChange={setText} least={leastExamples} />
        <div className="flex justify-end gap-2">
          <Button size="form" look="plain" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" size="form" look="filled" disabled={!ready} busy={create.isPending}>
            Add intent
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
