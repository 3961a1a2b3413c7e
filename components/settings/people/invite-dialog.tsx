'use client';

import { useState } from 'react';
import { invite } from '@/app/(workspace)/settings/people/actions';
import { Button } from '@/components/ui/button';
import { ChoiceList } from '@/components/ui/choice-list';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import type { PeopleView, Rights } from '@/lib/auth/person.schema';
import { LinkOnce } from './link-once';
import { usePeopleChange } from './queries';
import { RoleField } from './role-field';

type Props = { view: PeopleView; onClose: () => void };

export function InviteDialog({ view, onClose }: Props) {
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [rights, setRights] = useState<Rights>({ role: 'agent', customRoleId: null });
  const [teamIds, setTeamIds] = useState<string[]>([]);
  const inviting = usePeopleChange(invite, 'Nobody was invited');
  const ready = name.trim() !== '' && /^\S+@\S+\.\S+$/.test(email.trim());
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title="Invite somebody">
      {inviting.data ? (
        <LinkOnce label="Link for the invitation" {...inviting.data} onDone={onClose} />
      ) : (
        <form
          className="flex flex-col gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            inviting.mutate({ name, email: email.trim(), teamIds, ...rights });
          }}
        >
          <Field label="Name" required maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />
          <Field
            label="Email"
            type="email"
            required
            maxLength={254}
            help="What they will sign in with"
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
          <RoleField value={rights} roles={view.roles} onChange={setRights} />
          {view.teams.length > 0 && (
            <ChoiceList
              label="Teams"
              columns
              options={view.teams.map(({ id, name: team }) => ({ key: id, name: team }))}
              chosen={teamIds}
              onChoose={setTeamIds}
            />
          )}
          <div className="flex justify-end gap-2">
            <Button size="form" look="plain" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" size="form" look="filled" disabled={!ready} busy={inviting.isPending}>
              Make the link
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
