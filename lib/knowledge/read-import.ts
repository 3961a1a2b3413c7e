import { recordEvent } from '../events/record-event';
import { db, inTransaction, type Tx } from '../platform/db';
import { fetchSafely } from '../platform/fetch-safely';
import { type ImportOptions, importOptionsSchema } from './import.schema';
import { crawlSite } from './importing/crawl-site';
import { markRepeated } from './importing/mark-repeated';
import { readUpload } from './importing/read-upload';
import type { ReadItem } from './importing/reading';

/** Progress is worth a write to the database this often, no matter how quick the files are. */
const tellEveryMs = 400;

/**
 * Reads an import's files or pages, and puts what came of each up for confirmation. Safe to repeat: it begins anew until
 * everything is read, and does nothing once it is, or once somebody has cancelled.
 */
export async function readImport(importId: string): Promise<void> {
  const row = await db().import.findUnique({ where: { id: importId } });
  if (row?.state !== 'reading') return;
  const options = importOptionsSchema.parse(row.options);
  const tell = tellProgress(importId);
  const read =
    row.kind === 'sitemap'
      ? await crawlSite(options, options, fetchSafely(), tell)
      : await readUpload(row.kind, row.upload ?? new Uint8Array(), options, tell);
  if (read.ok) await keepItems(importId, markRepeated(read.items), options);
  else await inTransaction((tx) => end(tx, importId, read.error));
}

/** Answers whether the import still waits to be read: a cancelled one is left alone. */
function tellProgress(importId: string): (total: number, done: number) => Promise<boolean> {
  let told = 0;
  let going = true;
  return async (total, done) => {
    const now = Date.now();
    if (done < total && done > 0 && now - told < tellEveryMs) return going;
    told = now;
    await inTransaction(async (tx) => {
      const { count } = await tx.import.updateMany({
        where: { id: importId, state: 'reading' },
        data: { total, done },
      });
      going = count > 0;
      if (going) await recordEvent(tx, 'import.changed', { importId });
    });
    return going;
  };
}

async function keepItems(importId: string, items: ReadItem[], options: ImportOptions): Promise<void> {
  await inTransaction(async (tx) => {
    if (!items.some(({ state }) => state === 'ready')) {
      if (!(await end(tx, importId, 'Nothing in it can be imported.'))) return;
    } else {
      const { count } = await tx.import.updateMany({
        where: { id: importId, state: 'reading' },
        data: { state: 'ready', total: items.length, done: items.length, options },
      });
      if (count === 0) return;
      await recordEvent(tx, 'import.changed', { importId });
    }
    await tx.importItem.deleteMany({ where: { importId } });
    await tx.importItem.createMany({ data: items.map((item, position) => toRow(importId, position, item)) });
  });
}

function toRow(importId: string, position: number, item: ReadItem) {
  const common = { importId, position, file: item.file, state: item.state };
  if (item.state !== 'ready') return { ...common, error: item.error };
  const { slug, language, title, ...article } = item.article;
  return { ...common, slug, language, title, article };
}

/** Answers whether it was still being read. */
async function end(tx: Tx, importId: string, error: string): Promise<boolean> {
  const { count } = await tx.import.updateMany({
    where: { id: importId, state: 'reading' },
    data: { state: 'failed', error, upload: null, finishedAt: new Date() },
  });
  if (count > 0) await recordEvent(tx, 'import.changed', { importId });
  return count > 0;
}
