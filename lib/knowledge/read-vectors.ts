import { db } from '../platform/db';
import type { KnowledgeIndex } from './knowledge-index';
import { keyOfPassage } from './passage-key';

/** How soon newly embedded passages are found by meaning too. */
const lookMs = 10_000;

/** Vectors of length 1 by passage id; a passage that has none yet is found by its words. */
export type PassageVectors = ReadonlyMap<string, Float32Array>;

let kept: { index: KnowledgeIndex; model: string; vectors: Map<string, Float32Array>; looked: number } | undefined;
let looking: Promise<PassageVectors> | undefined;

/** The vectors there are for the passages of an index, looked up again while some are missing. */
export async function readVectors(index: KnowledgeIndex, model: string, now = Date.now()): Promise<PassageVectors> {
  const current = kept?.index === index && kept.model === model ? kept : undefined;
  if (current && (current.vectors.size === index.passages.length || now - current.looked < lookMs))
    return current.vectors;
  looking ??= refresh(index, model, now).finally(() => {
    looking = undefined;
  });
  return looking;
}

async function refresh(index: KnowledgeIndex, model: string, now: number): Promise<PassageVectors> {
  // An article that changed keeps the vectors of the passages that did not.
  const before = kept?.index === index && kept.model === model ? kept.vectors : new Map<string, Float32Array>();
  const wanted = new Map<string, string[]>();
  for (const passage of index.passages) {
    if (before.has(passage.id)) continue;
    const key = keyOfPassage(model, passage);
    wanted.set(key, [...(wanted.get(key) ?? []), passage.id]);
  }
  const vectors = new Map(before);
  const keys = [...wanted.keys()];
  for (let from = 0; from < keys.length; from += 1_000) {
    const rows = await db().passageVector.findMany({ where: { key: { in: keys.slice(from, from + 1_000) } } });
    for (const { key, vector } of rows) for (const id of wanted.get(key) ?? []) vectors.set(id, fromBytes(vector));
  }
  kept = { index, model, vectors, looked: now };
  return vectors;
}

/** Float32, little endian. */
export function fromBytes(bytes: Uint8Array): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Float32Array.from({ length: bytes.byteLength >> 2 }, (_, at) => view.getFloat32(at * 4, true));
}
