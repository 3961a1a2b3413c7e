import { setTimeout as pause } from 'node:timers/promises';
import type { KeyActor } from '../auth/find-api-key';
import { versionReportSchema } from '../governance/intent.schema';
import type { ApiVersion, TrainBody } from '../governance/intents-api.schema';
import { requestTraining } from '../governance/request-training';
import { writeIntents } from '../governance/write-intents';
import { db } from '../platform/db';
import { AppError } from '../platform/errors';

const lookMs = 150;

/** Writes the intents given, asks for a version, and waits for it as long as the caller said. */
export async function trainFromApi(key: KeyActor, body: TrainBody): Promise<ApiVersion> {
  const actor = { kind: 'key' as const, id: key.id };
  const listed = [...Map.groupBy(body.examples, ({ intent }) => intent)].map(([intent, some]) => ({
    key: intent,
    examples: some.map(({ text }) => text),
    tests: [],
    replace: false,
  }));
  await writeIntents(actor, [...body.intents, ...listed]);
  const { number } = await requestTraining(actor, body);
  const until = Date.now() + body.wait * 1_000;
  for (;;) {
    const version = await readApiVersion(number);
    const settled = version.state !== 'training' && !(body.release && version.state === 'ready');
    if (settled || Date.now() >= until) return version;
    await pause(lookMs);
  }
}

/** Throws `not_found` for a number no version has. */
export async function readApiVersion(number: number): Promise<ApiVersion> {
  const version = await db().intentVersion.findUnique({
    where: { number },
    select: { number: true, state: true, trainedMs: true, error: true, report: true },
  });
  if (!version) throw new AppError('not_found', `There is no version ${number}.`);
  const report = version.report === null ? null : versionReportSchema.parse(version.report);
  const examples = await db().$queryRaw<{ count: number }[]>`
    SELECT jsonb_array_length(examples)::int AS count FROM "IntentVersion" WHERE number = ${number}`;
  return {
    version: version.number,
    state: version.state,
    examples: examples[0]?.count ?? 0,
    trainedMs: version.trainedMs,
    error: version.error,
    heldOut: report && {
      accuracy: report.accuracy,
      macroF1: report.macroF1,
      ece: report.ece,
      threshold: report.threshold,
      perIntent: report.perIntent.map(({ intent, examples: count, precision, recall, f1 }) => ({
        intent,
        examples: count,
        precision,
        recall,
        f1,
      })),
    },
  };
}
