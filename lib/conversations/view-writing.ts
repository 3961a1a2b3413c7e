import { z } from 'zod';
import { may, type PersonActor } from '../auth/permissions';
import { db, type Tx } from '../platform/db';
import type { Writing } from '../platform/records';
import { macroActionSchema } from './macro.schema';
import { openWriting, type WritingOpener } from './seal-writing';
import { readAttachments } from './view-attachments';
import type { AttachmentView, Writings, WritingView, WrittenKind } from './writing.schema';

type Of = { conversationId: string; customerId: string };

export const actionsOf = (stored: unknown) => z.array(macroActionSchema).catch([]).parse(stored);

/** What one is writing in a conversation the caller has found, and what whoever had it before began. */
export async function readWritings(person: PersonActor, of: Of): Promise<Writings> {
  const rows = await db().writing.findMany({
    where: { conversationId: of.conversationId, OR: [{ personId: person.id }, { kind: 'reply', text: { not: '' } }] },
    orderBy: { updatedAt: 'desc' },
    take: 12,
  });
  if (rows.length === 0) return { reply: null, note: null, left: null };
  const opener = await openWriting(db(), of);
  const mine = rows.filter((row) => row.personId === person.id);
  const attachments = await readAttachments(
    db(),
    of,
    mine.flatMap((row) => row.attachmentIds),
  );
  const view = (kind: WrittenKind) => {
    const row = mine.find((one) => one.kind === kind);
    return row ? toView(row, opener, attachments) : null;
  };
  return { reply: view('reply'), note: view('note'), left: await viewLeft() };

  /** Only for who has it now, and may see what stands in it: a colleague's half a reply is else nobody's business. */
  async function viewLeft(): Promise<Writings['left']> {
    const row = rows.find((one) => one.personId !== person.id && one.kind === 'reply');
    if (!row || !may(person, 'privacy.reveal')) return null;
    const [conversation, writer] = await Promise.all([
      db().conversation.findUnique({ where: { id: of.conversationId }, select: { agentId: true, state: true } }),
      db().person.findUnique({ where: { id: row.personId }, select: { id: true, name: true, hue: true } }),
    ]);
    const text = opener.open(row.text).trim();
    if (conversation?.agentId !== person.id || conversation.state === 'closed' || !writer || text === '') return null;
    return { person: writer, text, at: row.updatedAt.toISOString() };
  }
}

/** One text of one's own, in the caller's transaction. */
export async function viewWriting(
  tx: Tx,
  person: Pick<PersonActor, 'id'>,
  of: Of,
  kind: WrittenKind,
): Promise<WritingView | null> {
  const row = await tx.writing.findUnique({
    where: { conversationId_personId_kind: { conversationId: of.conversationId, personId: person.id, kind } },
  });
  return row ? toView(row, await openWriting(tx, of), await readAttachments(tx, of, row.attachmentIds)) : null;
}

function toView(row: Writing, opener: WritingOpener, attachments: Map<string, AttachmentView>): WritingView {
  return {
    kind: row.kind === 'note' ? 'note' : 'reply',
    text: opener.open(row.text),
    draftId: row.draftId,
    taken: opener.openMaybe(row.taken),
    attachments: row.attachmentIds.flatMap((id) => attachments.get(id) ?? []),
    actions: actionsOf(row.actions),
    revision: row.revision,
    at: row.updatedAt.toISOString(),
  };
}
