import { db } from '../platform/db';
import { type BudgetReached, decideBudget } from './decide-budget';
import { readModelSettings } from './read-settings';

export type Spent = { day: number; month: number };

const keptMs = 1_000;
let kept: { at: number; value: Promise<Spent> } | undefined;

/** What models have cost today and this month (UTC), in millionths of a dollar; at most a second old. */
export function readSpent(now = Date.now()): Promise<Spent> {
  if (!kept || now - kept.at > keptMs) {
    const value = sum(new Date(now));
    kept = { at: now, value };
    value.catch(forgetSpent);
  }
  return kept.value;
}

export function forgetSpent(): void {
  kept = undefined;
}

async function sum(now: Date): Promise<Spent> {
  const day = dayOf(now);
  const [row] = await db().$queryRaw<{ day: bigint; month: bigint }[]>`
    SELECT coalesce(sum(micros) FILTER (WHERE day = ${day}::date), 0)::bigint AS day, coalesce(sum(micros), 0)::bigint AS month
    FROM "ModelSpend" WHERE day >= date_trunc('month', ${day}::date) AND day <= ${day}::date`;
  return { day: Number(row!.day), month: Number(row!.month) };
}

/** `2026-11-21`: the day in UTC. */
export const dayOf = (now: Date): string => now.toISOString().slice(0, 10);

/** How far the budgets are used now. */
export async function readBudget(): Promise<BudgetReached> {
  return decideBudget(await readSpent(), await readModelSettings());
}
