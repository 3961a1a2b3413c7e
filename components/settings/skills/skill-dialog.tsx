'use client';

import { useState } from 'react';
import { keepSkill, removeSkill } from '@/app/(workspace)/settings/promises/actions';
import { FormFoot } from '@/components/settings/desk/form-foot';
import { useDeskChange } from '@/components/settings/desk/queries';
import { ChoiceList } from '@/components/ui/choice-list';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import type { SkillsView } from '@/lib/conversations/triage.schema';

type Props = { skill: SkillsView['skills'][number] | null; intents: SkillsView['intents']; onClose: () => void };

export function SkillDialog({ skill, intents, onClose }: Props) {
  const [name, setName] = useState(skill?.name ?? '');
  const [chosen, setChosen] = useState(skill?.intents ?? []);
  const saving = useDeskChange(keepSkill, 'The skill was not saved', skill ? 'Saved' : 'The skill is there');
  const removing = useDeskChange(removeSkill, 'The skill was not deleted', 'The skill is gone');
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={skill ? skill.name : 'New skill'}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          saving.mutate({ ...(skill ? { id: skill.id } : {}), name, intents: chosen }, { onSuccess: onClose });
        }}
      >
        <Field
          label="Name"
          required
          maxLength={40}
          value={name}
          onChange={(event) => setName(event.target.value)}
          help="Who has it is said with each person, under People."
        />
        <ChoiceList
          label="Asked for by"
          columns
          options={intents.map(({ key, name: intent }) => ({ key, name: intent }))}
          chosen={chosen}
          onChoose={setChosen}
          className="max-h-64 overflow-y-auto"
        />
        <FormFoot
          verb={skill ? 'Save' : 'Make the skill'}
          ready={name.trim() !== ''}
          busy={saving.isPending}
          onClose={onClose}
          {...(skill && {
            removing: {
              verb: 'Delete',
              busy: removing.isPending,
              act: () => removing.mutate({ id: skill.id }, { onSuccess: onClose }),
            },
          })}
        />
      </form>
    </Dialog>
  );
}
