import { databaseNow } from '../platform/clock';
import type { Tx } from '../platform/db';
import type { Prisma } from '../platform/records';
import { choosePolicy } from './choose-policy';
import { decideDue } from './decide-due';
import { readPolicies } from './read-policies';
import { clocksSchema, type Policy } from './sla.schema';

/**
 * Writes down which promise is due and when, after anything it hangs on has changed: holder, state, priority, team, sleep, who spoke
 * last. Under the caller's lock; by the database's clock. Answers the policy that holds.
 */
export async function stampPromise(tx: Tx, conversationId: string): Promise<Policy | null> {
  const row = await tx.conversation.findUniqueOrThrow({
    where: { id: conversationId },
    include: { customer: { select: { tier: true } }, channel: { select: { kind: true } } },
  });
  const known = clocksSchema.catch({}).parse(row.clocks);
  const open = row.state === 'open';
  const withPeople = row.holder !== 'assistant';
  // Most conversations are the assistant's, begin to end: nothing to read for those.
  if ((!open || !withPeople) && !known.reply && !known.resolve && !row.dueAt && row.pausedSeconds === null) return null;
  const policy = choosePolicy(await readPolicies(tx), {
    priority: row.priority,
    tier: row.customer.tier,
    teamId: row.teamId,
    channel: row.channel.kind,
  });
  const { clocks, dueAt, dueKind, pausedSeconds } = decideDue(
    known,
    {
      open,
      withPeople,
      waitingSince: row.waitingSince,
      asleep: row.snoozedAt !== null,
      answered: row.firstReplyAt !== null,
    },
    policy,
    await databaseNow(tx),
  );
  // What was told of one moment is told again of another: a promise moved is a promise anew.
  const same = row.dueKind === dueKind && row.dueAt?.getTime() === dueAt?.getTime();
  const told = same && known.told ? { told: known.told } : {};
  await tx.conversation.update({
    where: { id: conversationId },
    data: {
      clocks: { ...clocks, ...told } as unknown as Prisma.InputJsonValue,
      dueAt,
      dueKind,
      pausedSeconds,
      slaPolicyId: policy?.id ?? null,
    },
  });
  return policy;
}
