'use client';

import { useState } from 'react';
import { keepTeam, removeTeam } from '@/app/(workspace)/settings/people/actions';
import { usePeopleChange, usePeopleView } from '@/components/settings/people/queries';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { ChoiceList } from '@/components/ui/choice-list';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { SelectField } from '@/components/ui/select-field';
import { Skeleton } from '@/components/ui/skeleton';
import { Switch } from '@/components/ui/switch';
import type { TeamsView, TeamView } from '@/lib/auth/person.schema';

type Props = { team: TeamView | null; calendars: TeamsView['calendars']; onClose: () => void };

export function TeamDialog({ team, calendars, onClose }: Props) {
  const { data: view } = usePeopleView();
  const [name, setName] = useState(team?.name ?? '');
  const [autoAssign, setAutoAssign] = useState(team?.autoAssign ?? false);
  const [calendarId, setCalendarId] = useState(team?.calendarId ?? null);
  const [memberIds, setMemberIds] = useState(team?.members.map(({ id }) => id) ?? []);
  const saving = usePeopleChange(keepTeam, 'The team was not saved', team ? 'Saved' : 'The team is there');
  const deleting = usePeopleChange(removeTeam, 'The team was not deleted', 'The team is gone');
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={team ? team.name : 'New team'}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          saving.mutate({ id: team?.id ?? null, name, autoAssign, calendarId, memberIds }, { onSuccess: onClose });
        }}
      >
        <Field label="Name" required maxLength={60} value={name} onChange={(event) => setName(event.target.value)} />
        <Switch
          label="Give conversations out"
          help="To who is available, has the skills and holds less than their measure. Otherwise people take them."
          checked={autoAssign}
          onChange={setAutoAssign}
        />
        <SelectField
          label="Working hours"
          help="Its figures are told in the days of this calendar, and how long customers wait also in its hours."
          value={calendarId ?? ''}
          onChange={(event) => setCalendarId(event.target.value || null)}
        >
          <option value="">Day and night</option>
          {calendars.map(({ id, name: called }) => (
            <option key={id} value={id}>
              {called}
            </option>
          ))}
        </SelectField>
        {view ? (
          <ChoiceList
            label="Members"
            columns
            options={view.people
              .filter((person) => person.disabledAt === null)
              .map((person) => ({
                key: person.id,
                name: person.name,
                sign: <Avatar name={person.name} hue={person.hue} size={20} letters={1} />,
              }))}
            chosen={memberIds}
            onChoose={setMemberIds}
          />
        ) : (
          <Skeleton className="h-24 w-full" />
        )}
        {team?.kept && <p className="text-meta text-ink-3">To be deleted it would have to be empty: {team.kept}.</p>}
        <div className="flex justify-end gap-2">
          {team && !team.kept && (
            <Button
              size="form"
              look="danger-plain"
              className="mr-auto"
              busy={deleting.isPending}
              onClick={() => deleting.mutate({ teamId: team.id }, { onSuccess: onClose })}
            >
              Delete
            </Button>
          )}
          <Button size="form" look="plain" onClick={onClose}>
            Cancel
          </Button>
          <Button
            type="submit"
            size="form"
            look="filled"
            disabled={name.trim() === '' || !view}
            busy={saving.isPending}
          >
            {team ? 'Save' : 'Make the team'}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
