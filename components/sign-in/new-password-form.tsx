'use client';

import { setNewPassword } from '@/app/(public)/new-password/[token]/actions';
import { LinkForm } from './link-form';

export function NewPasswordForm({ token, email }: { token: string; email: string }) {
  return (
    <LinkForm
      says="It takes the place of the old one and signs you out everywhere else."
      email={email}
      verb="Set the password"
      act={({ password }) => setNewPassword({ token, password })}
    />
  );
}
