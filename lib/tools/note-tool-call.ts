import { db } from '../platform/db';
import { causeOf } from '../platform/errors';
import { log } from '../platform/log';
import { passingCodes, type ToolInfo, type ToolOutcome } from './tool.schema';

/** Durations kept of one tool and minute: enough for a p95, and a row stays small whatever comes. */
const mostKept = 200;
const gatherMs = 500;

type Tally = { calls: number; failures: number; refusals: number; tookMs: number[]; at: Date; failure: string | null };
const minuteMs = 60_000;
let tallies = new Map<string, Tally>();
let timer: ReturnType<typeof setTimeout> | undefined;

/** Writes down how a call went, beside the work: it is gathered here for half a second and holds nobody up. */
export function noteToolCall(
  { id }: Pick<ToolInfo, 'id'>,
  outcome: ToolOutcome,
  tookMs: number,
  now = new Date(),
): void {
  const minute = new Date(Math.floor(now.getTime() / minuteMs) * minuteMs).toISOString();
  const name = `${id} ${minute}`;
  const tally = tallies.get(name) ?? { calls: 0, failures: 0, refusals: 0, tookMs: [], at: now, failure: null };
  tally.calls++;
  tally.at = now;
  const failure = failureOf(outcome);
  if (failure !== null) {
    tally.failures++;
    tally.failure = failure;
  } else if (outcome.kind === 'refused') tally.refusals++;
  if (tally.tookMs.length < mostKept) tally.tookMs.push(Math.round(tookMs));
  tallies.set(name, tally);
  timer ??= setTimeout(() => void writeToolCalls(), gatherMs).unref();
}

/** In words, or null when the system did its part, a refusal among it. */
export function failureOf(outcome: ToolOutcome): string | null {
  if (outcome.kind === 'done') return null;
  if (outcome.kind === 'refused' && !passingCodes.has(outcome.code)) return null;
  return outcome.message.slice(0, 300) || 'It did not answer.';
}

/** Writes what was gathered. Never throws: figures that are lost are in the log, and nothing else is lost with them. */
export async function writeToolCalls(): Promise<void> {
  clearTimeout(timer);
  timer = undefined;
  const gathered = tallies;
  tallies = new Map();
  // In one order everywhere: two processes that write the same rows would else wait for each other.
  for (const [name, tally] of [...gathered].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [id, minute] = name.split(' ') as [string, string];
    try {
      await db().$executeRaw`
        WITH minute AS (
          INSERT INTO "ToolMinute" ("toolId", minute, calls, failures, refusals, "tookMs")
          SELECT id, ${minute}::timestamptz, ${tally.calls}, ${tally.failures}, ${tally.refusals}, ${tally.tookMs}::int[]
          FROM "Tool" WHERE id = ${id}::uuid
          ON CONFLICT ("toolId", minute) DO UPDATE SET calls = "ToolMinute".calls + excluded.calls,
            failures = "ToolMinute".failures + excluded.failures, refusals = "ToolMinute".refusals + excluded.refusals,
            "tookMs" = ("ToolMinute"."tookMs" || excluded."tookMs")[1:${mostKept}::int])
        UPDATE "Tool" SET "lastUsedAt" = greatest("lastUsedAt", ${tally.at}),
          "lastFailure" = coalesce(${tally.failure}, "lastFailure"),
          "lastFailedAt" = CASE WHEN ${tally.failure}::text IS NULL THEN "lastFailedAt" ELSE ${tally.at} END
        WHERE id = ${id}::uuid`;
    } catch (error) {
      log.warn({ tool: id, cause: causeOf(error) }, 'how a tool did could not be written down');
    }
  }
}

/** What is older than eight days is nobody's health any more. */
export async function pruneToolMinutes(): Promise<void> {
  await db().$executeRaw`DELETE FROM "ToolMinute" WHERE minute < clock_timestamp() - interval '8 days'`;
}
