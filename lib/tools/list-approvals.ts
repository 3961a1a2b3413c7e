import { type PersonActor, visibleTo } from '../auth/permissions';
import { type Names, readNames } from '../conversations/list-conversations';
import { viewAction } from '../conversations/view-action';
import { seenBy } from '../conversations/where-conversations';
import { db, type Prisma } from '../platform/db';
import { AppError } from '../platform/errors';
import { isId } from '../platform/ids';
import { type Restorer, restoreFor } from '../privacy/restore-for';
import type { ApprovalList, ApprovalRow, ApprovalView } from './approval.schema';
import { rankOf, ranksOf, standingOf } from './who-decides';

/** Longer than anybody works down; the count says how many there are. */
const most = 200;
const mostDecided = 20;

const includes = {
  conversation: { include: { customer: { select: { name: true, tier: true } } } },
  approvals: { orderBy: { createdAt: 'asc' } },
  _count: { select: { questions: true } },
} satisfies Prisma.ActionInclude;
type Row = Prisma.ActionGetPayload<{ include: typeof includes }>;

/** Actions of conversations this person may see that wait, or that people decided in the last 24 hours. */
export async function listApprovals(person: PersonActor): Promise<ApprovalList> {
  const seen: Prisma.ActionWhereInput = { conversation: visibleTo(person) };
  const [places, total, decided, names] = await Promise.all([
    db().$queryRaw<{ id: string }[]>`
      SELECT a.id::text FROM "Action" a JOIN "Conversation" c ON c.id = a."conversationId"
      WHERE a.status = 'waiting_approval' AND ${seenBy(person)}
      ORDER BY c.priority, coalesce(c."waitingSince", a."createdAt"), a.id LIMIT ${most}`,
    db().action.count({ where: { AND: [{ status: 'waiting_approval' }, seen] } }),
    db().action.findMany({
      where: {
        AND: [
          { status: { notIn: ['waiting_approval', 'denied', 'proposed'] }, approvers: { not: null } },
          { OR: [{ decidedAt: { gte: dayAgo() } }, { status: 'expired', endedAt: { gte: dayAgo() } }] },
          seen,
        ],
      },
      orderBy: [{ decidedAt: { sort: 'desc', nulls: 'last' } }, { id: 'desc' }],
      take: mostDecided,
      include: includes,
    }),
    readNames(),
  ]);
  const rows = await db().action.findMany({ where: { id: { in: places.map(({ id }) => id) } }, include: includes });
  const byId = new Map(rows.map((row) => [row.id, row]));
  const waiting = places.flatMap(({ id }) => byId.get(id) ?? []);
  const restore = await restoreFor(
    person,
    [...waiting, ...decided].map(({ conversationId }) => conversationId),
  );
  const view = (row: Row) => toRow(person, row, names, restore);
  return { waiting: waiting.map(view), decided: decided.map(view), total };
}

const dayAgo = () => new Date(Date.now() - 86_400_000);

/** How many wait that this person may decide now. */
export async function countDecidable(person: PersonActor): Promise<number> {
  const [row] = await db().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM "Action" a JOIN "Conversation" c ON c.id = a."conversationId"
    WHERE a.status = 'waiting_approval' AND coalesce(a.approvers, 'supervisor') = ANY(${ranksOf(person)}::text[])
      AND a."askedById" IS DISTINCT FROM ${person.id}::uuid AND ${seenBy(person)}
      AND NOT EXISTS (SELECT 1 FROM "Approval" v WHERE v."actionId" = a.id AND v."personId" = ${person.id}::uuid)`;
  return row?.count ?? 0;
}

/** One action with everything a person needs to decide it. Throws `not_found`. */
export async function viewApproval(person: PersonActor, id: string): Promise<ApprovalView> {
  const row = isId(id)
    ? await db().action.findFirst({
        where: { AND: [{ id }, { approvers: { not: null } }, { conversation: visibleTo(person) }] },
        include: {
          ...includes,
          questions: { orderBy: { createdAt: 'asc' } },
          compensates: { select: { id: true, says: true } },
        },
      })
    : null;
  if (!row) throw new AppError('not_found', 'There is no such approval.');
  const { conversationId, conversation } = row;
  const [names, restore, messages] = await Promise.all([
    readNames(),
    restoreFor(person, [conversationId]),
    db().message.findMany({
      where: { id: { in: row.questions.map(({ messageId }) => messageId) } },
      select: { id: true, text: true },
    }),
  ]);
  const textOf = new Map(messages.map(({ id: messageId, text }) => [messageId, text]));
  return {
    ...toRow(person, row, names, restore),
    action: restore(conversationId, viewAction(row, names)),
    votes: row.approvals.map(({ personId, decision, reason, createdAt }) => ({
      person: names.people.get(personId) ?? null,
      decision,
      reason,
      at: createdAt.toISOString(),
    })),
    questions: row.questions.map((one) => ({
      id: one.id,
      person: names.people.get(one.personId) ?? null,
      toCustomer: one.toCustomer,
      text: restore(conversationId, textOf.get(one.messageId) ?? ''),
      at: one.createdAt.toISOString(),
    })),
    holder: conversation.holder,
    holds: conversation.holder === 'agent' && conversation.agentId === person.id,
    open: conversation.state === 'open',
    takesBack: restore(conversationId, row.compensates),
  };
}

function toRow(person: PersonActor, row: Row, names: Names, restore: Restorer): ApprovalRow {
  const { conversation, conversationId } = row;
  const findings = row.findings as { says?: string };
  return restore(conversationId, {
    id: row.id,
    conversationId,
    number: conversation.number,
    customer: conversation.customer,
    priority: conversation.priority,
    tool: row.tool,
    says: row.says,
    amountCents: row.amountCents,
    policy: row.policy,
    why: findings.says ?? '',
    status: row.status,
    standing: standingOf(person, row),
    rank: rankOf(row),
    approvalsNeeded: row.approvalsNeeded,
    agreed: row.approvals.flatMap(({ personId, decision }) =>
      decision === 'approve' ? (names.people.get(personId) ?? []) : [],
    ),
    asked: row._count.questions,
    waitingSince: (conversation.waitingSince ?? row.createdAt).toISOString(),
    dueAt: row.dueAt?.toISOString() ?? null,
    decidedBy: row.decidedBy ? (names.people.get(row.decidedBy) ?? null) : null,
    decidedAt: (row.decidedAt ?? (row.status === 'expired' ? row.endedAt : null))?.toISOString() ?? null,
    reason: row.reason,
  });
}
