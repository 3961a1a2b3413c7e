import { unseal } from '../platform/crypto';
import { db } from '../platform/db';
import { env } from '../platform/env';
import type { ModelChoice } from '../platform/records';
import type { ModelRole } from './model.schema';

/** Millionths of a dollar per million tokens. */
export type Prices = { input: number; cached: number; output: number };
export type Endpoint = {
  id: string;
  name: string;
  /** Up to and with `/v1`. */
  url: string;
  key: string;
  style: 'chat' | 'responses';
  patienceMs: number;
  mostAtOnce: number;
  mostPerMinute: number | null;
  models: Partial<Record<ModelRole, { model: string; prices: Prices }>>;
};

export const keyRecord = (id: string): string => `model-provider:${id}`;
export const environmentId = 'environment';

const keptMs = 1_000; // what is set counts everywhere within a second
let kept: { at: number; value: Promise<Endpoint[]> } | undefined;

/** The endpoints that may be asked, in the order they are asked in: those of the settings, then the one of the environment. */
export function readEndpoints(now = Date.now()): Promise<Endpoint[]> {
  if (!kept || now - kept.at > keptMs) {
    kept = { at: now, value: load() };
    kept.value.catch(forgetEndpoints);
  }
  return kept.value;
}

export function forgetEndpoints(): void {
  kept = undefined;
}

async function load(): Promise<Endpoint[]> {
  const rows = await db().modelProvider.findMany({
    where: { enabled: true },
    orderBy: [{ position: 'asc' }, { createdAt: 'asc' }],
    include: { choices: true },
  });
  const own = rows.map(
    (row): Endpoint => ({
      id: row.id,
      name: row.name,
      url: row.url,
      key: row.key === '' ? '' : unseal(row.key, keyRecord(row.id)),
      style: row.style,
      patienceMs: row.patienceMs,
      mostAtOnce: row.mostAtOnce,
      mostPerMinute: row.mostPerMinute,
      models: Object.fromEntries(row.choices.map((choice) => [choice.role, modelOf(choice)])),
    }),
  );
  return [...own, ...environmentEndpoints()];
}

const modelOf = ({ model, inputPrice, cachedPrice, outputPrice }: ModelChoice) => ({
  model,
  prices: { input: Number(inputPrice), cached: Number(cachedPrice), output: Number(outputPrice) },
});

/** What the environment sets: a model to write with, one for vectors, or both, which may be served at two addresses. */
export function environmentEndpoints(): Endpoint[] {
  const set = env();
  const limits = {
    id: environmentId,
    patienceMs: set.BATON_MODEL_PATIENCE_MS,
    mostAtOnce: set.BATON_MODEL_AT_ONCE,
    mostPerMinute: set.BATON_MODEL_PER_MINUTE ?? null,
  };
  const found: Endpoint[] = [];
  if (set.BATON_MODEL_URL && set.BATON_MODEL) {
    const large = { model: set.BATON_MODEL, prices: set.BATON_MODEL_PRICE };
    const small = set.BATON_MODEL_SMALL
      ? { model: set.BATON_MODEL_SMALL, prices: set.BATON_MODEL_SMALL_PRICE }
      : undefined;
    found.push({
      ...limits,
      name: 'Environment',
      url: set.BATON_MODEL_URL.replace(/\/+$/, ''),
      key: set.BATON_MODEL_KEY,
      style: set.BATON_MODEL_STYLE,
      models: { large, ...(small && { small }) },
    });
  }
  if (set.BATON_EMBEDDING_URL && set.BATON_EMBEDDING_MODEL) {
    const embedding = { model: set.BATON_EMBEDDING_MODEL, prices: set.BATON_EMBEDDING_PRICE };
    found.push({
      ...limits,
      name: 'Environment, embeddings',
      url: set.BATON_EMBEDDING_URL.replace(/\/+$/, ''),
      key: set.BATON_EMBEDDING_KEY,
      style: 'chat',
      models: { embedding },
    });
  }
  return found;
}
