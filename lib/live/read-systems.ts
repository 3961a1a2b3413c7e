import { listProviders } from '../models/list-providers';
import { db } from '../platform/db';
import { listConnectors } from '../tools/list-connectors';
import type { Health, LiveView } from './live.schema';

type Systems = Pick<LiveView, 'models' | 'connectors' | 'machine'>;

/** So long one reading serves: what fails, fails for longer, and an event a second must not ask a second's worth of calls. */
const keptMs = 2_000;
const mostLetters = 20;
let kept: { at: number; value: Promise<Systems> } | undefined;

/** How models, systems and the machine itself do; at most two seconds old. */
export function readSystems(now = Date.now()): Promise<Systems> {
  if (!kept || now - kept.at > keptMs) {
    const value = read();
    kept = { at: now, value };
    value.catch(() => {
      kept = undefined;
    });
  }
  return kept.value;
}

async function read(): Promise<Systems> {
  const [models, connectors, machine] = await Promise.all([readModels(), readConnectors(), readMachine()]);
  return { models, connectors, machine };
}

async function readModels(): Promise<Systems['models']> {
  const [providers, slow] = await Promise.all([
    listProviders(),
    db().$queryRaw<{ provider: string; p95Ms: number | null }[]>`
      SELECT provider, (percentile_cont(0.95) WITHIN GROUP (ORDER BY "tookMs"))::float AS "p95Ms" FROM "ModelCall"
      WHERE at > clock_timestamp() - interval '1 hour' AND failure IS NULL GROUP BY provider`,
  ]);
  return providers
    .filter(({ enabled }) => enabled)
    .map(({ name, health, calls, failures, lastFailure }) => ({
      ...{ name, health, calls, failures, lastFailure },
      p95Ms: slow.find(({ provider }) => provider === name)?.p95Ms ?? null,
    }));
}

const worst: Health[] = ['down', 'failing', 'well', 'unused'];

/** A system is as well as its worst tool. */
async function readConnectors(): Promise<Systems['connectors']> {
  const { connectors } = await listConnectors();
  return connectors
    .filter(({ enabled }) => enabled)
    .map(({ id, name, lastFailure, tools }) => {
      const called = tools.map(({ health }) => health);
      const slowest = tools.flatMap(({ hour }) => hour.p95Ms ?? []);
      return {
        ...{ id, name, lastFailure },
        health: lastFailure !== null ? 'down' : (worst.find((one) => called.includes(one)) ?? 'unused'),
        p95Ms: slowest.length > 0 ? Math.max(...slowest) : null,
        calls: tools.reduce((sum, { hour }) => sum + hour.calls, 0),
        failures: tools.reduce((sum, { hour }) => sum + hour.failures, 0),
      };
    });
}

async function readMachine(): Promise<Systems['machine']> {
  const [[row], letters] = await Promise.all([
    db().$queryRaw<
      { workers: number; events: number; oldestEvent: Date | null; mailWaiting: number; mailFailed: number }[]
    >`
      SELECT (SELECT count(*) FROM "WorkerLease" WHERE "beatAt" > clock_timestamp() - interval '30 seconds')::int AS workers,
        count(*)::int AS events, min("createdAt") AS "oldestEvent",
        (SELECT count(*) FROM "OutgoingMail" WHERE state = 'waiting' AND "nextAt" <= clock_timestamp())::int AS "mailWaiting",
        (SELECT count(*) FROM "OutgoingMail" WHERE state = 'failed' AND "endedAt" > clock_timestamp() - interval '1 day')::int AS "mailFailed"
      FROM "OutboxEvent" WHERE "dispatchedAt" IS NULL`,
    db().deadLetter.findMany({
      where: { redrivenAt: null, createdAt: { gt: new Date(Date.now() - 86_400_000) } },
      orderBy: { createdAt: 'desc' },
      take: mostLetters,
    }),
  ]);
  return {
    ...row!,
    oldestEvent: row!.oldestEvent?.toISOString() ?? null,
    letters: letters.map(({ id, event, cause, createdAt }) => ({
      ...{ id, event, cause: cause.slice(0, 300), at: createdAt.toISOString() },
    })),
  };
}
