'use client';

import { useState } from 'react';
import { giveRights } from '@/app/(workspace)/settings/people/actions';
import { FormSection } from '@/components/settings/form-section';
import { Button } from '@/components/ui/button';
import type { PeopleView, PersonRow, Rights } from '@/lib/auth/person.schema';
import { usePeopleChange } from './queries';
import { RoleField } from './role-field';

type Props = { person: PersonRow; roles: PeopleView['roles']; own: boolean };

export function RightsSection({ person, roles, own }: Props) {
  const now: Rights = { role: person.role, customRoleId: person.customRoleId };
  const [rights, setRights] = useState(now);
  const giving = usePeopleChange(giveRights, 'The role was not changed', 'Holds from now on');
  const changed = rights.role !== now.role || rights.customRoleId !== now.customRoleId;
  return (
    <FormSection
      title="Rights"
      says={
        own
          ? 'Nobody changes their own rights. Ask somebody else who manages people.'
          : 'They hold from the next thing this person does.'
      }
    >
      <div className="flex max-w-72 flex-col gap-4">
        <RoleField value={rights} roles={roles} disabled={!person.mayManage} onChange={setRights} />
        {changed && (
          <div>
            <Button
              size="form"
              look="filled"
              busy={giving.isPending}
              onClick={() => giving.mutate({ personId: person.id, ...rights })}
            >
              Give this role
            </Button>
          </div>
        )}
      </div>
    </FormSection>
  );
}
