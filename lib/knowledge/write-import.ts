import { appendAudit } from '../audit/append-audit';
import { recordEvent } from '../events/record-event';
import { db, type Tx } from '../platform/db';
import type { ImportItem } from '../platform/records';
import { importedArticleSchema, importOptionsSchema } from './import.schema';
import { settleDetails } from './importing/settle-details';
import type { Audience } from './knowledge.schema';
import { writeArticle } from './write-article';

/** 2,000 articles take about half a minute here; a transaction that is cut off would have to begin again. */
const longestMs = 300_000;

type Locked = { state: string; options: unknown; personId: string; name: string };

/** Writes every good item of a confirmed import in one transaction: all of them, or none. Safe to repeat. */
export async function writeImport(importId: string): Promise<void> {
  await db().$transaction(
    async (tx) => {
      const [row] = await tx.$queryRaw<Locked[]>`
        SELECT state::text, options, "personId", name FROM "Import" WHERE id = ${importId}::uuid FOR UPDATE`;
      if (row?.state !== 'writing') return;
      const { publish } = importOptionsSchema.parse(row.options);
      const items = await tx.importItem.findMany({ where: { importId, state: 'ready' }, orderBy: { position: 'asc' } });
      const known = await findKnown(tx, items);
      const counts = { created: 0, updated: 0, unchanged: 0, left: 0 };
      for (const item of items) {
        const now = known.get(placeOf(item));
        // A draft goes over no draft that a person has begun.
        if (!publish && now?.isBeingWritten) {
          counts.left++;
          await mark(tx, item, { state: 'failed', error: `${item.file}: somebody is writing a draft of this article` });
          continue;
        }
        const { articleId, outcome } = await writeItem(tx, item, now, publish, row.personId);
        counts[outcome]++;
        await mark(
          tx,
          item,
          outcome === 'unchanged' ? { state: 'skipped', articleId } : { state: 'written', articleId },
        );
      }
      await tx.import.update({
        where: { id: importId },
        data: { state: 'done', upload: null, finishedAt: new Date() },
      });
      await recordEvent(tx, 'import.changed', { importId });
      await appendAudit(tx, {
        actor: { kind: 'person', id: row.personId },
        action: 'import.written',
        subject: { kind: 'import', id: importId },
        after: { name: row.name, publish, ...counts },
      });
    },
    { maxWait: 10_000, timeout: longestMs },
  );
}

const placeOf = ({ slug, language }: { slug: string | null; language: string | null }): string => `${slug} ${language}`;

type Known = { audience: Audience; collection: string; isBeingWritten: boolean };

/** The articles there are already, by place. */
async function findKnown(tx: Tx, items: ImportItem[]): Promise<Map<string, Known>> {
  const rows = await tx.article.findMany({
    where: { slug: { in: items.flatMap(({ slug }) => slug ?? []) } },
    select: { slug: true, language: true, audience: true, collection: true, draftBody: true, draftBy: true },
  });
  return new Map(
    rows.map(({ audience, collection, draftBody, draftBy, ...place }) => [
      placeOf(place),
      { audience, collection, isBeingWritten: draftBody !== null && draftBy !== null },
    ]),
  );
}

function writeItem(tx: Tx, item: ImportItem, now: Known | undefined, publish: boolean, personId: string) {
  const read = importedArticleSchema.parse(item.article);
  const { audience, collection } = settleDetails(read, now);
  return writeArticle(tx, {
    slug: item.slug!,
    language: item.language!,
    title: item.title!,
    body: read.body,
    audience,
    collection,
    // What the file does not say stays as it is.
    teamKey: read.teamKey ?? undefined,
    reviewAt: read.reviewAt === null ? undefined : new Date(`${read.reviewAt}T00:00:00Z`),
    origin: item.file,
    note: `Imported from ${item.file}`,
    publish,
    personId,
  });
}

async function mark(
  tx: Tx,
  { importId, position }: ImportItem,
  data: { state: 'failed' | 'skipped' | 'written'; error?: string; articleId?: string },
): Promise<void> {
  await tx.importItem.update({ where: { importId_position: { importId, position } }, data });
}
