'use client';

import { accept } from '@/app/(public)/invitation/[token]/actions';
import { LinkForm } from './link-form';

type Props = { token: string; name: string; email: string; invitedBy: string; roleName: string };

export function InvitationForm({ token, name, email, invitedBy, roleName }: Props) {
  return (
    <LinkForm
      says={`${invitedBy} invites you to work here, as ${roleName}.`}
      email={email}
      name={name}
      verb="Join"
      act={(input) => accept({ token, ...input })}
    />
  );
}
