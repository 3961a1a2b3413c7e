import { db } from './db';

/**
 * A fixed window counted in Postgres, so that it holds over all processes. Answers whether this one is still within it.
 */
export async function consume(
  limiter: string,
  key: string,
  { points, seconds }: { points: number; seconds: number },
): Promise<boolean> {
  const [row] = await db().$queryRaw<{ count: number }[]>`
    INSERT INTO "RateWindow" (key, count, "endsAt") VALUES (${`${limiter}:${key}`}, 1, clock_timestamp() + make_interval(secs => ${seconds}))
    ON CONFLICT (key) DO UPDATE SET
      count = CASE WHEN "RateWindow"."endsAt" < clock_timestamp() THEN 1 ELSE "RateWindow".count + 1 END,
      "endsAt" = CASE WHEN "RateWindow"."endsAt" < clock_timestamp() THEN excluded."endsAt" ELSE "RateWindow"."endsAt" END
    RETURNING count`;
  return row!.count <= points;
}
