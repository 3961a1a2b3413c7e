'use client';

import { useState } from 'react';
import { changeWork } from '@/app/(workspace)/settings/people/actions';
import { FormSection } from '@/components/settings/form-section';
import { Button } from '@/components/ui/button';
import { ChoiceList } from '@/components/ui/choice-list';
import { Field } from '@/components/ui/field';
import type { PeopleView, PersonRow } from '@/lib/auth/person.schema';
import { formatLanguage } from '@/lib/format/format-language';
import { usePeopleChange } from './queries';

/** The languages the assistant was taught; another that somebody speaks stays in the list. */
const languages = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'sv', 'da', 'nb', 'fi', 'cs', 'tr', 'uk', 'ja'];

type Props = { person: PersonRow; view: PeopleView; edits: boolean };

export function WorkSection({ person, view, edits }: Props) {
  const [name, setName] = useState(person.name);
  const [teamIds, setTeamIds] = useState(person.teams.map(({ id }) => id));
  const [skills, setSkills] = useState(person.skills);
  const [spoken, setSpoken] = useState(person.languages);
  const [capacity, setCapacity] = useState(String(person.capacity));
  const saving = usePeopleChange(changeWork, 'Nothing was saved', 'Saved');
  const count = Number(capacity);
  const wrong = capacity.trim() === '' || !Number.isInteger(count) || count < 0 || count > 100;
  const next = { name: name.trim(), teamIds, skills, languages: spoken, capacity: count };
  const before = {
    name: person.name,
    teamIds: person.teams.map(({ id }) => id),
    skills: person.skills,
    languages: person.languages,
    capacity: person.capacity,
  };
  const changed = JSON.stringify(next) !== JSON.stringify(before);
  return (
    <FormSection title="Work" says="What comes to this person, and how much of it at once.">
      <form
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          saving.mutate({ personId: person.id, ...next });
        }}
      >
        <fieldset disabled={!edits} className="flex flex-col gap-5">
          <Field label="Name" required maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />
          <ChoiceList
            label="Teams"
            columns
            options={view.teams.map(({ id, name: team }) => ({ key: id, name: team, disabled: !edits }))}
            chosen={teamIds}
            onChoose={setTeamIds}
          />
          {view.skills.length > 0 && (
            <ChoiceList
              label="Skills"
              columns
              options={view.skills.map(({ key, name: skill }) => ({ key, name: skill, disabled: !edits }))}
              chosen={skills}
              onChoose={setSkills}
            />
          )}
          <ChoiceList
            label="Languages"
            columns
            options={[...new Set([...languages, ...person.languages])].map((key) => ({
              key,
              name: formatLanguage(key),
              disabled: !edits || (spoken.length === 1 && spoken[0] === key),
            }))}
            chosen={spoken}
            onChoose={setSpoken}
          />
          <Field
            label="Conversations at once"
            inputMode="numeric"
            className="w-48"
            help="No more are given out; more can be taken"
            wrong={wrong ? 'A number from 0 to 100' : null}
            value={capacity}
            onChange={(event) => setCapacity(event.target.value)}
          />
        </fieldset>
        {edits && changed && (
          <div>
            <Button
              type="submit"
              size="form"
              look="filled"
              disabled={wrong || next.name === ''}
              busy={saving.isPending}
            >
              Save the work
            </Button>
          </div>
        )}
      </form>
    </FormSection>
  );
}
