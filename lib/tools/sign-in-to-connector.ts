import { auth as authorize } from '@modelcontextprotocol/sdk/client/auth.js';
import type { PersonActor } from '../auth/permissions';
import { randomToken } from '../platform/crypto';
import { db } from '../platform/db';
import { AppError, isAppError } from '../platform/errors';
import { fetchGuarded } from '../platform/fetch-guarded';
import { isId } from '../platform/ids';
import { arrangeTools } from './arrange-tools';
import { signInProvider, storeSignIn } from './keep-sign-in';
import { lookAtConnector } from './look-at-connectors';
import { type Credentials, readCredentials } from './read-secret';
import { sayUnreached } from './say-unreached';

/** The page of the other system on which a person lets Baton in. Throws `not_found`, and `invalid` with what is wrong. */
export async function beginSignIn(person: PersonActor, { id }: { id: string }): Promise<{ address: string }> {
  const { url, credentials } = await credentialsOf(id);
  const store = storeSignIn(id);
  await store.write({ discovery: undefined, tokens: undefined });
  const led: URL[] = [];
  const lead = { state: `${id}.${randomToken()}`, personId: person.id, go: (to: URL) => void led.push(to) };
  const { auth } = credentials;
  if (auth.kind !== 'authorization_code') throw new AppError('invalid', 'Nobody has to sign in to this one.');
  try {
    await authorize(signInProvider({ ...credentials, auth, lead }), { serverUrl: url, fetchFn: fetchGuarded() });
  } catch (error) {
    if (isAppError(error) && error.code !== 'invalid') throw error;
    throw new AppError('invalid', sayUnreached(error, new URL(url), 10_000));
  }
  const [address] = led;
  if (!address || !/^https?:$/.test(address.protocol))
    throw new AppError('invalid', 'It does not say where one signs in.');
  return { address: address.href };
}

/**
 * Ends a sign-in that this person began: the code is changed for tokens, which are sealed. Throws `conflict` when it was not
 * begun here or by somebody else, and `invalid` with what the other system said.
 */
export async function endSignIn(
  person: PersonActor,
  { state, code, error }: { state: string; code?: string | undefined; error?: string | undefined },
): Promise<{ id: string }> {
  const id = state.split('.')[0] ?? '';
  const strange = new AppError('conflict', 'This sign-in was not begun here. Begin it again on the page Tools.');
  if (!isId(id)) throw strange;
  const store = storeSignIn(id);
  const kept = await store.read();
  if (!kept.state || kept.state !== state || kept.personId !== person.id) throw strange;
  await store.write({ state: undefined, personId: undefined });
  if (error || !code)
    throw new AppError('invalid', `It did not let Baton in: ${(error ?? 'no code came').slice(0, 120)}`);
  const { url, credentials } = await credentialsOf(id);
  const { auth } = credentials;
  if (auth.kind !== 'authorization_code') throw strange;
  try {
    await authorize(signInProvider({ ...credentials, auth }), {
      serverUrl: url,
      authorizationCode: code,
      fetchFn: fetchGuarded(),
    });
  } catch (failure) {
    throw new AppError('invalid', sayUnreached(failure, new URL(url), 10_000));
  }
  await store.write({ verifier: undefined });
  await arrangeTools(person, 'connector.sign_in', async () => ({
    connectorId: id,
    subject: { kind: 'connector', id },
    after: { signedIn: true },
  }));
  await lookAtConnector(id);
  return { id };
}

async function credentialsOf(id: string): Promise<{ url: string; credentials: Credentials }> {
  const row = isId(id) ? await db().connector.findUnique({ where: { id }, select: { url: true } }) : null;
  if (!row) throw new AppError('not_found', 'There is no such connector.');
  return { url: row.url, credentials: await readCredentials(id) };
}
