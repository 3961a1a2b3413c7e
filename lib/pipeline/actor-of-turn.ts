import { db } from '../platform/db';
import { newId } from '../platform/ids';
import { readTool } from '../tools/read-tool';
import type { ActorOfTurn } from './act-under-policy';
import type { RunningTurn } from './begin-turn';
import type { Understanding } from './understanding/understanding.schema';

/** From here on a message is taken for an attempt to steer the assistant: it may still read, no longer write. */
const steering = 0.8;

/** Who the turn acts for: the account behind the verified conversation, and nobody when it is not verified. */
export async function actorOf(running: RunningTurn, understood: Understanding): Promise<ActorOfTurn> {
  const { conversation, customer, turn } = running;
  const connector = await db().connector.findFirst({
    where: { enabled: true },
    orderBy: { createdAt: 'asc' },
    select: { key: true },
  });
  const base = {
    conversationId: conversation.id,
    turnId: turn.id,
    customerId: customer.id,
    connector: connector?.key ?? '',
    tier: customer.tier,
    verified: conversation.verified,
    trusted: understood.injectionRisk < steering,
  };
  if (!conversation.verified || !connector) return { ...base, subject: null };
  const account = customer.identities.find((identity) => identity.kind === 'account' && identity.verifiedAt);
  const subject = account?.value ?? (await findAccount(running, connector.key));
  return { ...base, subject, tier: customer.tier };
}

/** Looks a verified address up in the system of record, once; the answer is kept as an identity. */
async function findAccount({ customer }: RunningTurn, connector: string): Promise<string | null> {
  const email = customer.identities.find((identity) => identity.kind === 'email' && identity.verifiedAt);
  if (!email) return null;
  const outcome = await readTool({ connector, tool: 'customers.find', args: { email: email.value }, subject: null });
  const found =
    outcome.kind === 'done'
      ? (outcome.value.customer as { id?: string; name?: string; tier?: string | null } | undefined)
      : undefined;
  if (!found?.id) return null;
  await db().identity.createMany({
    data: [{ id: newId(), customerId: customer.id, kind: 'account', value: found.id, verifiedAt: new Date() }],
    skipDuplicates: true,
  });
  const named = customer.name === 'Visitor' || customer.name === email.value;
  await db().customer.update({
    where: { id: customer.id },
    data: { tier: found.tier ?? customer.tier, ...(named && found.name ? { name: found.name } : {}) },
  });
  customer.tier = found.tier ?? customer.tier;
  if (named && found.name) customer.name = found.name;
  return found.id;
}
