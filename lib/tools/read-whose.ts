import { db } from '../platform/db';
import type { Identity } from '../platform/records';
import type { Whose } from './tool.schema';

/** The identities of a customer that somebody vouched for; a claim is none. */
export function whoseOf(identities: readonly Pick<Identity, 'kind' | 'value' | 'verifiedAt'>[]): Whose {
  const verified = (kind: 'account' | 'email') =>
    identities.find((identity) => identity.kind === kind && identity.verifiedAt !== null)?.value ?? null;
  return { account: verified('account'), email: verified('email') };
}

export async function readWhose(customerId: string): Promise<Whose> {
  return whoseOf(await db().identity.findMany({ where: { customerId, verifiedAt: { not: null } } }));
}
