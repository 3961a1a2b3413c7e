import { appendAudit } from '../audit/append-audit';
import { recordEvent } from '../events/record-event';
import { db, type Tx } from '../platform/db';
import type { Article, ImportItem } from '../platform/records';
import { type ImportedArticle, importedArticleSchema, importOptionsSchema } from './import.schema';
import { isSameArticle } from './importing/is-same-article';
import { settleDetails } from './importing/settle-details';
import { type WriteOutcome, type WrittenArticle, writeArticle } from './write-article';
import { writeNewArticles } from './write-new-articles';

/** 2,000 changed articles take about half a minute; a transaction that is cut off would have to begin again. */
const longestMs = 300_000;

type Locked = { state: string; options: unknown; personId: string; name: string };
/** What came of an item; `left` is one that somebody else is writing on. */
type Done = { item: ImportItem; articleId: string | null; outcome: WriteOutcome['outcome'] | 'left' };
type Waiting = { item: ImportItem; now: Article | undefined; read: ImportedArticle; written: WrittenArticle };

/** Writes every good item of a confirmed import in one transaction: all of them, or none. Safe to repeat. */
export async function writeImport(importId: string): Promise<void> {
  await db().$transaction(
    async (tx) => {
      const [row] = await tx.$queryRaw<Locked[]>`
        SELECT state::text, options, "personId", name FROM "Import" WHERE id = ${importId}::uuid FOR UPDATE`;
      if (row?.state !== 'writing') return;
      const { publish } = importOptionsSchema.parse(row.options);
      const waiting = await readWaiting(tx, importId, publish, row.personId);
      const done = await writeAll(tx, waiting, publish);
      await markAll(tx, importId, done);
      await tx.import.update({
        where: { id: importId },
        data: { state: 'done', upload: null, finishedAt: new Date() },
      });
      await recordEvent(tx, 'import.changed', { importId });
      const count = (outcome: Done['outcome']) => done.filter((one) => one.outcome === outcome).length;
      await appendAudit(tx, {
        actor: { kind: 'person', id: row.personId },
        action: 'import.written',
        subject: { kind: 'import', id: importId },
        after: {
          name: row.name,
          publish,
          created: count('created'),
          updated: count('updated'),
          unchanged: count('unchanged'),
          left: count('left'),
        },
      });
    },
    { maxWait: 10_000, timeout: longestMs },
  );
}

async function readWaiting(tx: Tx, importId: string, publish: boolean, personId: string): Promise<Waiting[]> {
  const items = await tx.importItem.findMany({ where: { importId, state: 'ready' }, orderBy: { position: 'asc' } });
  const articles = await tx.article.findMany({ where: { slug: { in: items.flatMap(({ slug }) => slug ?? []) } } });
  const known = new Map(articles.map((one) => [`${one.slug} ${one.language}`, one]));
  return items.map((item) => {
    const now = known.get(`${item.slug} ${item.language}`);
    const read = importedArticleSchema.parse(item.article);
    const written: WrittenArticle = {
      slug: item.slug!,
      language: item.language!,
      title: item.title!,
      body: read.body,
      ...settleDetails(read, now),
      // What the file does not say stays as it is.
      teamKey: read.teamKey ?? undefined,
      reviewAt: read.reviewAt === null ? undefined : new Date(`${read.reviewAt}T00:00:00Z`),
      origin: item.file,
      note: `Imported from ${item.file}`,
      publish,
      personId,
    };
    return { item, now, read, written };
  });
}

/** New ones together, what is the same not at all, and the rest one by one. */
async function writeAll(tx: Tx, waiting: Waiting[], publish: boolean): Promise<Done[]> {
  const isNew = waiting.filter(({ now }) => !now);
  const made = await writeNewArticles(
    tx,
    isNew.map(({ written }) => written),
  );
  const done: Done[] = isNew.flatMap(({ item }, at) => {
    const articleId = made[at]!;
    return articleId ? [{ item, articleId, outcome: 'created' as const }] : [];
  });
  const settled = new Set(done.map(({ item }) => item.position));
  for (const { item, now, read, written } of waiting) {
    if (settled.has(item.position)) continue;
    const isPlain = read.teamKey === null && read.reviewAt === null;
    if (now && publish && isPlain && isSameArticle(now, written))
      done.push({ item, articleId: now.id, outcome: 'unchanged' });
    // A draft goes over no draft that a person has begun.
    else if (now && !publish && now.draftBody !== null && now.draftBy !== null)
      done.push({ item, articleId: null, outcome: 'left' });
    else done.push({ item, ...(await writeArticle(tx, written)) });
  }
  return done;
}

/** One statement for all: each item with what came of it. */
async function markAll(tx: Tx, importId: string, done: Done[]): Promise<void> {
  const marks = done.map(({ item, articleId, outcome }) => ({
    position: item.position,
    articleId,
    state: outcome === 'left' ? 'failed' : outcome === 'unchanged' ? 'skipped' : 'written',
    error: outcome === 'left' ? `${item.file}: somebody is writing a draft of this article` : null,
  }));
  await tx.$executeRaw`
    UPDATE "ImportItem" i SET state = m.state::"ImportItemState", error = m.error, "articleId" = m."articleId"
    FROM jsonb_to_recordset(${JSON.stringify(marks)}::jsonb) AS m(position int, "articleId" uuid, state text, error text)
    WHERE i."importId" = ${importId}::uuid AND i.position = m.position`;
}
