import { signIn } from 'next-auth/react';

/** Opens a session; false when email and password do not belong together, or the person may not enter. */
export async function enter(email: string, password: string): Promise<boolean> {
  const answer = await signIn('credentials', { email, password, redirect: false });
  return answer?.ok === true && !answer.error;
}

/** Where to go once in: only a path of this house, never another site's address. */
export function safePath(to: string | null | undefined): string {
  return to && /^\/(?![/\\])[^\s\\]*$/.test(to) ? to : '/inbox/needs-me';
}
