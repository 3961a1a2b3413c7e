import { appendAudit } from '../audit/append-audit';
import { type PersonActor, visibleTo } from '../auth/permissions';
import { recordEvent } from '../events/record-event';
import { db, inTransaction } from '../platform/db';
import { AppError } from '../platform/errors';
import { restoreFor } from '../privacy/restore-for';
import type { JudgeSample, SampleView } from './level.schema';

const most = 20;

/** Turns that wait to be judged, of conversations one may see, the newest first. */
export async function listSamples(person: PersonActor): Promise<{ samples: SampleView[]; waiting: number }> {
  const open = await db().escalationSample.findMany({
    where: { needed: null },
    orderBy: [{ at: 'desc' }, { turnId: 'asc' }],
    take: 500,
  });
  const conversations = await db().conversation.findMany({
    where: { AND: [{ id: { in: open.map(({ conversationId }) => conversationId) } }, visibleTo(person)] },
    select: { id: true, number: true, gist: true, customer: { select: { name: true } } },
  });
  const of = new Map(conversations.map((one) => [one.id, one]));
  const seen = open.filter(({ conversationId }) => of.has(conversationId));
  const page = seen.slice(0, most);
  const restore = await restoreFor(
    person,
    page.map(({ conversationId }) => conversationId),
  );
  return {
    waiting: seen.length,
    samples: page.map(({ turnId, conversationId, escalated, at }) => {
      const { number, gist, customer } = of.get(conversationId)!;
      return restore(conversationId, {
        ...{ turnId, conversationId, number, escalated, gist },
        customer: customer.name,
        at: at.toISOString(),
      });
    }),
  };
}

/** Keeps whether a turn needed somebody of the desk. It may be judged again: the last word counts, the audit has all. */
export async function judgeSample(person: PersonActor, { turnId, needed }: JudgeSample): Promise<void> {
  await inTransaction(async (tx) => {
    const sample = await tx.escalationSample.findUnique({ where: { turnId } });
    const seen =
      sample &&
      (await tx.conversation.findFirst({
        where: { AND: [{ id: sample.conversationId }, visibleTo(person)] },
        select: { id: true },
      }));
    if (!sample || !seen) throw new AppError('not_found', 'There is no such sample.');
    await tx.escalationSample.update({
      where: { turnId },
      data: { needed, personId: person.id, judgedAt: new Date() },
    });
    await recordEvent(tx, 'desk.changed', { what: 'levels' });
    await appendAudit(tx, {
      actor: { kind: 'person', id: person.id },
      action: 'escalation.judge',
      subject: { kind: 'turn', id: turnId },
      before: { needed: sample.needed },
      after: { needed },
    });
  });
}
