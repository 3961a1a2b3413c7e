import { embedTexts, readEmbedding } from '../models/embed-texts';
import { db } from '../platform/db';
import { keyOfPassage, textOfPassage } from './passage-key';
import { readIndex } from './read-index';

const BATCH = 64;
/** A run is a tick of the schedule: the rest is done by the next ones. */
const BATCHES = 8;
const TIMEOUT_MS = 30_000;

/**
 * Embeds published passages that have no vector yet, a few hundred a run; gives how many. Two workers at it embed a
 * passage twice at worst and keep it once. Does nothing without an endpoint. Throws AppError `unavailable`.
 */
export async function embedPassages(): Promise<number> {
  const endpoint = await readEmbedding();
  if (!endpoint) return 0;
  const { passages } = await readIndex();
  const byKey = new Map(passages.map((passage) => [keyOfPassage(endpoint.model, passage), passage]));
  const known = await db().passageVector.findMany({ where: { model: endpoint.model }, select: { key: true } });
  for (const { key } of known) byKey.delete(key);
  const missing = [...byKey].slice(0, BATCH * BATCHES);
  for (let from = 0; from < missing.length; from += BATCH) {
    const batch = missing.slice(from, from + BATCH);
    const vectors = await embedTexts(
      batch.map(([, passage]) => textOfPassage(passage)),
      endpoint,
      { timeoutMs: TIMEOUT_MS, retries: 1 },
    );
    await db().passageVector.createMany({
      data: batch.map(([key], at) => ({ key, model: endpoint.model, vector: toBytes(vectors[at]!) })),
      skipDuplicates: true,
    });
  }
  return missing.length;
}

/** Float32, little endian, whatever the machine's own order is. */
export function toBytes(vector: Float32Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(vector.length * 4);
  const view = new DataView(bytes.buffer);
  vector.forEach((value, at) => {
    view.setFloat32(at * 4, value, true);
  });
  return bytes;
}
