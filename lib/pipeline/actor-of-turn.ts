import { evaluateExpression } from '../governance/evaluate-expression';
import { db } from '../platform/db';
import { causeOf } from '../platform/errors';
import { newId } from '../platform/ids';
import { log } from '../platform/log';
import { chooseSubject } from '../tools/choose-subject';
import { openRegistry } from '../tools/find-tool';
import { readTool } from '../tools/read-tool';
import { whoseOf } from '../tools/read-whose';
import { nobody, type SubjectChoice } from '../tools/tool.schema';
import type { ActorOfTurn } from './act-under-policy';
import type { RunningTurn } from './begin-turn';
import type { Understanding } from './understanding/understanding.schema';

/** From here on a message is taken for an attempt to steer the assistant: it may still read, no longer write. */
const steering = 0.8;

/** Who the turn acts for: the verified identities of the customer, and nobody when the conversation is not verified. */
export async function actorOf(running: RunningTurn, understood: Understanding): Promise<ActorOfTurn> {
  const { conversation, customer, turn } = running;
  const base = {
    conversationId: conversation.id,
    turnId: turn.id,
    customerId: customer.id,
    verified: conversation.verified,
    trusted: understood.injectionRisk < steering,
  };
  if (!conversation.verified) return { ...base, whose: nobody, known: false, tier: customer.tier };
  const whose = whoseOf(customer.identities);
  const account = whose.account ?? (await findAccount(running, whose.email));
  const all = { ...whose, account };
  const { connectors } = await openRegistry();
  const known = connectors.some((connector) => connector.enabled && chooseSubject(connector, all) !== null);
  return { ...base, whose: all, known, tier: customer.tier };
}

/** Looks a verified address up in the system that knows accounts, once; the answer is kept as an identity. */
async function findAccount({ customer }: RunningTurn, email: string | null): Promise<string | null> {
  if (!email) return null;
  const { connectors } = await openRegistry();
  const knows = connectors.find(({ enabled, subject }) => enabled && subject.lookup);
  const found = knows?.subject.lookup && (await lookUp(knows.key, knows.subject.lookup, email));
  if (!found) return null;
  await db().identity.createMany({
    data: [{ id: newId(), customerId: customer.id, kind: 'account', value: found.id, verifiedAt: new Date() }],
    skipDuplicates: true,
  });
  const named = customer.name === 'Visitor' || customer.name === email;
  await db().customer.update({
    where: { id: customer.id },
    data: { tier: found.tier ?? customer.tier, ...(named && found.name ? { name: found.name } : {}) },
  });
  customer.tier = found.tier ?? customer.tier;
  if (named && found.name) customer.name = found.name;
  return found.id;
}

type Account = { id: string; name: string | null; tier: string | null };

async function lookUp(
  connector: string,
  { tool, args, ...values }: NonNullable<SubjectChoice['lookup']>,
  email: string,
): Promise<Account | null> {
  try {
    const call = Object.fromEntries(
      Object.entries(args).map(([name, expression]) => [name, evaluateExpression(expression, { email })]),
    );
    const outcome = await readTool({ tool: `${connector}:${tool}`, args: call, whose: nobody });
    if (outcome.kind !== 'done') return null;
    const id = textAt(values.value, outcome.value);
    return id === null
      ? null
      : { id, name: textAt(values.name, outcome.value), tier: textAt(values.tier, outcome.value) };
  } catch (error) {
    log.warn({ connector, cause: causeOf(error) }, 'the lookup of an account is not set up rightly');
    return null;
  }
}

/** What is not there is not known: a system that has no such account leaves it away. */
function textAt(expression: string | undefined, found: Record<string, unknown>): string | null {
  if (!expression) return null;
  try {
    const value = evaluateExpression(expression, { found });
    return typeof value === 'string' && value !== '' ? value.slice(0, 300) : null;
  } catch {
    return null;
  }
}
