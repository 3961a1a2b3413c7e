import { db } from '../platform/db';
import type { Prisma } from '../platform/records';

/** A kept answer by its name, and counts that it was used; null when there is none. */
export async function findCachedAnswer(key: string): Promise<Prisma.JsonValue | null> {
  const [row] = await db().$queryRaw<{ answer: Prisma.JsonValue }[]>`
    UPDATE "CachedAnswer" SET hits = hits + 1, "savedMicros" = "savedMicros" + "costMicros", "usedAt" = now()
    WHERE key = ${key} RETURNING answer`;
  return row?.answer ?? null;
}

type Kept = {
  key: string;
  question: string;
  answer: Prisma.InputJsonValue;
  articles: string[];
  costMicros: number;
};

/** Keeps an answer under a name made of everything behind it: of two at once the first stays. A trigger drops it when an article behind it changes. */
export async function keepCachedAnswer(kept: Kept): Promise<void> {
  await db().cachedAnswer.createMany({ data: [kept], skipDuplicates: true });
}

const keptDays = 30;

/** Drops what nobody asked for in a month. */
export async function dropUnusedAnswers(now = new Date()): Promise<number> {
  const before = new Date(now.getTime() - keptDays * 86_400_000);
  const { count } = await db().cachedAnswer.deleteMany({ where: { usedAt: { lt: before } } });
  return count;
}
