import { unseal } from '../platform/crypto';
import { db } from '../platform/db';
import type { Connector } from '../platform/records';
import { type Auth, authSchema } from './auth.schema';
import { type SignInStore, storeSignIn } from './keep-sign-in';
import type { RegisteredConnector } from './tool.schema';

/** Whose secret a sealed one is: moved to another connector it does not open. */
export const secretRecord = (key: string): string => `connector:${key}`;

export const openSecret = ({ key, token }: Pick<Connector, 'key' | 'token'>): string =>
  token === '' ? '' : unseal(token, secretRecord(key));

/** Everything a connection is made of. */
export type Credentials = { auth: Auth; secret: string; store: SignInStore };
export type Reachable = Pick<RegisteredConnector, 'id' | 'key' | 'kind' | 'url'> & { timeoutMs?: number | null };

/** How to be believed by a connector, with its secret opened. */
export async function readCredentials(id: string): Promise<Credentials> {
  const row = await db().connector.findUniqueOrThrow({ where: { id } });
  return { auth: authSchema.parse(row.auth), secret: openSecret(row), store: storeSignIn(id) };
}

/** The headers that say who we are, where that is all there is to it; OAuth has a life of its own. */
export function plainHeaders({ auth, secret }: Pick<Credentials, 'auth' | 'secret'>): Record<string, string> {
  switch (auth.kind) {
    case 'bearer':
      return secret === '' ? {} : { authorization: `Bearer ${secret}` };
    case 'header':
      return { [auth.header.toLowerCase()]: secret };
    case 'basic':
      return { authorization: `Basic ${Buffer.from(`${auth.user}:${secret}`).toString('base64')}` };
    case 'none':
    case 'client_credentials':
    case 'authorization_code':
      return {};
  }
}
