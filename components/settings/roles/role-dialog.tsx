'use client';

import { useState } from 'react';
import { keepRole, removeRole } from '@/app/(workspace)/settings/people/actions';
import { usePeopleChange } from '@/components/settings/people/queries';
import { useMe } from '@/components/shell/me';
import { Button } from '@/components/ui/button';
import { ChoiceList } from '@/components/ui/choice-list';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import type { CustomRoleView } from '@/lib/auth/person.schema';
import { permissionGroups, permissionWords } from './permission-words';

/** The name of a role and what it grants. What one may not do oneself cannot be ticked. */
export function RoleDialog({ role, onClose }: { role: CustomRoleView | null; onClose: () => void }) {
  const me = useMe();
  const [name, setName] = useState(role?.name ?? '');
  const [permissions, setPermissions] = useState(role?.permissions ?? ['conversations.work']);
  const saving = usePeopleChange(keepRole, 'The role was not saved', role ? 'Holds from now on' : 'The role is there');
  const deleting = usePeopleChange(removeRole, 'The role was not deleted', 'The role is gone');
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={role ? role.name : 'New role'}>
      <form
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          saving.mutate({ id: role?.id ?? null, name, permissions }, { onSuccess: onClose });
        }}
      >
        <Field label="Name" required maxLength={60} value={name} onChange={(event) => setName(event.target.value)} />
        {permissionGroups.map((group) => (
          <ChoiceList
            key={group.title}
            label={group.title}
            options={group.permissions.map((key) => ({
              key,
              ...permissionWords[key],
              disabled: key === 'conversations.work' || !me.permissions.includes(key),
            }))}
            chosen={permissions}
            onChoose={setPermissions}
          />
        ))}
        <div className="flex justify-end gap-2">
          {role && (
            <Button
              size="form"
              look="danger-plain"
              className="mr-auto"
              disabled={role.used > 0}
              busy={deleting.isPending}
              onClick={() => deleting.mutate({ roleId: role.id }, { onSuccess: onClose })}
            >
              {role.used > 0 ? 'In use, cannot be deleted' : 'Delete'}
            </Button>
          )}
          <Button size="form" look="plain" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" size="form" look="filled" disabled={name.trim() === ''} busy={saving.isPending}>
            {role ? 'Save' : 'Make the role'}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
