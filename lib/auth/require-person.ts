import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { db } from '../platform/db';
import { findPerson } from './find-person';
import type { PersonActor } from './permissions';

/** For pages: whoever is not signed in is sent to sign in, and comes back afterwards. */
export async function requirePerson(): Promise<PersonActor & { workspace: string }> {
  const person = await findPerson();
  if (!person) {
    const path = (await headers()).get('x-baton-path') ?? '/inbox';
    redirect(`/sign-in?to=${encodeURIComponent(path)}`);
  }
  return { ...person, workspace: await readWorkspaceName() };
}

export async function readWorkspaceName(): Promise<string> {
  const setting = await db().setting.findUnique({ where: { key: 'workspace' } });
  return (setting?.value as { name?: string } | null)?.name ?? 'Baton';
}
