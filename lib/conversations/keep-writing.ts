import type { PersonActor } from '../auth/permissions';
import { recordEvent } from '../events/record-event';
import { inTransaction, type Tx } from '../platform/db';
import type { Prisma } from '../platform/records';
import { destroyCardData } from '../privacy/destroy-card-data';
import { findVisible } from './list-conversations';
import { sealWriting, type WritingOpener } from './seal-writing';
import { viewWriting } from './view-writing';
import type { KeepWriting, KeptWriting, WrittenKind } from './writing.schema';

/**
 * Keeps what a person is writing. Of two browsers the one that saw less does not overwrite: it is answered what is newer.
 * Card data is destroyed before it is kept, though the text is sealed.
 */
export async function keepWriting(
  person: PersonActor,
  conversationId: string,
  writing: KeepWriting,
): Promise<KeptWriting> {
  const { customerId } = await findVisible(person, conversationId);
  const { kind, seen } = writing;
  return inTransaction(async (tx) => {
    const seal = await sealWriting(tx, { conversationId, customerId });
    const taken = writing.taken === null ? null : seal.close(destroyCardData(writing.taken).text);
    const text = seal.close(destroyCardData(writing.text).text);
    const actions = JSON.stringify(writing.actions);
    const [row] = await tx.$queryRaw<{ revision: number }[]>`
      INSERT INTO "Writing" ("conversationId", "personId", kind, text, "draftId", taken, "attachmentIds", actions, revision, "updatedAt")
      VALUES (${conversationId}::uuid, ${person.id}::uuid, ${kind}::"MessageKind", ${text}, ${writing.draftId}::uuid, ${taken},
        ${writing.attachmentIds}::uuid[], ${actions}::jsonb, ${seen + 1}, clock_timestamp())
      ON CONFLICT ("conversationId", "personId", kind) DO UPDATE SET
        text = excluded.text, "draftId" = excluded."draftId", taken = excluded.taken, "attachmentIds" = excluded."attachmentIds",
        actions = excluded.actions, revision = "Writing".revision + 1, "updatedAt" = clock_timestamp()
      WHERE "Writing".revision <= ${seen}
      RETURNING revision`;
    if (!row) return { kept: false, newer: (await viewWriting(tx, person, { conversationId, customerId }, kind))! };
    await recordEvent(tx, 'writing.kept', { conversationId, personId: person.id, kind, revision: row.revision });
    return { kept: true, revision: row.revision };
  });
}

/**
 * After it was sent: nothing is being written, in no browser. It leaves a revision even where nothing had been kept: what a
 * browser still had on its way then comes too late, instead of bringing back what was sent.
 */
export async function clearWriting(
  tx: Tx,
  { conversationId, personId, kind }: { conversationId: string; personId: string; kind: WrittenKind },
): Promise<void> {
  const { revision } = await tx.writing.upsert({
    where: { conversationId_personId_kind: { conversationId, personId, kind } },
    create: { conversationId, personId, kind, text: '', updatedAt: new Date() },
    update: {
      text: '',
      draftId: null,
      taken: null,
      attachmentIds: [],
      actions: [],
      revision: { increment: 1 },
      updatedAt: new Date(),
    },
  });
  await recordEvent(tx, 'writing.kept', { conversationId, personId, kind, revision });
}

/** `text` is opened, `taken` is as it stands. */
type Returned = {
  conversationId: string;
  customerId: string;
  personId: string;
  text: string;
  draftId: string | null;
  taken: string | null;
  attachmentIds: string[];
  actions: Prisma.JsonValue;
};

/** A reply that did not go out comes back as what its writer is writing; what they have begun since stays below it. */
export async function returnWriting(tx: Tx, returned: Returned, opener: WritingOpener): Promise<void> {
  const { conversationId, customerId, personId } = returned;
  const key = { conversationId, personId, kind: 'reply' as const };
  await tx.$queryRaw`SELECT 1 FROM "Writing" WHERE "conversationId" = ${conversationId}::uuid AND "personId" = ${personId}::uuid FOR UPDATE`;
  const now = await tx.writing.findUnique({ where: { conversationId_personId_kind: key } });
  const since = now ? opener.open(now.text) : '';
  const seal = await sealWriting(tx, { conversationId, customerId });
  const data = {
    text: seal.close(since.trim() === '' ? returned.text : `${returned.text}\n\n${since}`),
    draftId: returned.draftId,
    taken: returned.taken,
    attachmentIds: [...new Set([...returned.attachmentIds, ...(now?.attachmentIds ?? [])])].slice(0, 10),
    actions: returned.actions as Prisma.InputJsonValue,
    updatedAt: new Date(),
  };
  const { revision } = await tx.writing.upsert({
    where: { conversationId_personId_kind: key },
    create: { ...key, ...data },
    update: { ...data, revision: { increment: 1 } },
  });
  await recordEvent(tx, 'writing.kept', { conversationId, personId, kind: 'reply', revision });
}
