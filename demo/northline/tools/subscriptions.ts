import { z } from 'zod';
import { type PlanName, planNames, plans } from '../data/plans';
import type { SubscriptionStatus } from '../data/rows';
import type { Database } from '../database';
import { StoreError } from '../store-error';
import { loadAccount } from './customers';
import { customerId, defineRead, defineWrite, reason } from './tool';

interface SubscriptionFacts {
  id: string;
  plan: PlanName;
  status: SubscriptionStatus;
  price_cents: number;
  renews_at: Date | null;
  paused_until: Date | null;
  ends_at: Date | null;
  started_at: Date;
}

const columns = 'id, plan, status, price_cents, renews_at, paused_until, ends_at, started_at';

function show(row: SubscriptionFacts) {
  return {
    id: row.id,
    plan: row.plan,
    status: row.status,
    priceCents: row.price_cents,
    interval: 'year',
    ...(row.renews_at && { renewsAt: row.renews_at.toISOString() }),
    ...(row.paused_until && { pausedUntil: row.paused_until.toISOString() }),
    ...(row.ends_at && { endsAt: row.ends_at.toISOString() }),
    startedAt: row.started_at.toISOString(),
  };
}

async function lockSubscription(database: Database, customer: string): Promise<SubscriptionFacts> {
  const { rows } = await database.query<SubscriptionFacts>(
    `SELECT ${columns} FROM subscriptions WHERE customer = $1 FOR UPDATE`,
    [customer],
  );
  if (!rows[0]) throw new StoreError('not_found', 'This customer has no membership');
  return rows[0];
}

export const subscriptionsGet = defineRead({
  name: 'subscriptions.get',
  title: 'Get the membership',
  description: "The customer's membership: plan, status, price and dates. Absent if there is none.",
  input: z.strictObject({ customer: customerId }),
  run: async (database, args) => {
    await loadAccount(database, args.customer, 'read');
    const { rows } = await database.query<SubscriptionFacts>(
      `SELECT ${columns} FROM subscriptions WHERE customer = $1`,
      [args.customer],
    );
    return rows[0] ? { subscription: show(rows[0]) } : {};
  },
});

export const subscriptionsPause = defineWrite({
  name: 'subscriptions.pause',
  title: 'Pause the membership',
  description: 'Pauses an active membership for one to six months; the renewal moves by as much.',
  input: z.strictObject({ customer: customerId, months: z.number().int().min(1).max(6) }),
  run: async ({ client }, args) => {
    const found = await lockSubscription(client, args.customer);
    if (found.status === 'paused') throw new StoreError('already_done', 'The membership is already paused');
    if (found.status !== 'active') throw new StoreError('wrong_status', `The membership is ${found.status}`);
    if (found.ends_at) throw new StoreError('wrong_status', 'The membership is cancelled and runs to its end');
    const { rows } = await client.query<SubscriptionFacts>(
      `UPDATE subscriptions SET status = 'paused', paused_until = now() + make_interval(months => $2),
         renews_at = renews_at + make_interval(months => $2) WHERE customer = $1 RETURNING ${columns}`,
      [args.customer, args.months],
    );
    return { subscription: show(rows[0] ?? found) };
  },
});

export const subscriptionsResume = defineWrite({
  name: 'subscriptions.resume',
  title: 'Resume the membership',
  description: 'Ends a pause now. The renewal comes forward by the part of the pause that was not used.',
  input: z.strictObject({ customer: customerId }),
  run: async ({ client }, args) => {
    const found = await lockSubscription(client, args.customer);
    if (found.status === 'active') throw new StoreError('already_done', 'The membership is active');
    if (found.status !== 'paused') throw new StoreError('wrong_status', `The membership is ${found.status}`);
    const { rows } = await client.query<SubscriptionFacts>(
      `UPDATE subscriptions SET status = 'active', paused_until = NULL,
         renews_at = renews_at - greatest(paused_until - now(), interval '0') WHERE customer = $1 RETURNING ${columns}`,
      [args.customer],
    );
    return { subscription: show(rows[0] ?? found) };
  },
});

export const subscriptionsCancel = defineWrite({
  name: 'subscriptions.cancel',
  title: 'Cancel the membership',
  description: 'Cancels the membership; it stays in force until the end of the year that is paid.',
  input: z.strictObject({ customer: customerId, reason }),
  run: async ({ client }, args) => {
    const found = await lockSubscription(client, args.customer);
    if (found.status === 'ended' || found.ends_at)
      throw new StoreError('already_done', 'The membership is already cancelled');
    // A year that was never paid has no end to wait for.
    const unpaid = found.status === 'past_due';
    const { rows } = await client.query<SubscriptionFacts>(
      `UPDATE subscriptions SET ends_at = CASE WHEN $2 THEN now() ELSE coalesce(renews_at, now()) END, renews_at = NULL,
         paused_until = NULL, status = CASE WHEN $2 THEN 'ended' ELSE 'active' END WHERE customer = $1 RETURNING ${columns}`,
      [args.customer, unpaid],
    );
    if (unpaid) await client.query('UPDATE customers SET tier = NULL WHERE id = $1', [args.customer]);
    return { subscription: show(rows[0] ?? found) };
  },
});

export const subscriptionsReinstate = defineWrite({
  name: 'subscriptions.reinstate',
  title: 'Take a cancellation of the membership back',
  description: 'Lets a membership that was cancelled and still runs renew again at the end of the year that is paid.',
  input: z.strictObject({ customer: customerId }),
  run: async ({ client }, args) => {
    const found = await lockSubscription(client, args.customer);
    if (found.status === 'ended') throw new StoreError('wrong_status', 'The membership has ended');
    if (!found.ends_at) throw new StoreError('already_done', 'The membership is not cancelled');
    const { rows } = await client.query<SubscriptionFacts>(
      `UPDATE subscriptions SET renews_at = ends_at, ends_at = NULL WHERE customer = $1 RETURNING ${columns}`,
      [args.customer],
    );
    return { subscription: show(rows[0] ?? found) };
  },
});

export const subscriptionsChange = defineWrite({
  name: 'subscriptions.change',
  title: 'Change the plan',
  description: 'Moves the membership to another plan at once; the new price is charged from the next renewal.',
  input: z.strictObject({ customer: customerId, plan: z.enum(planNames) }),
  run: async ({ client }, args) => {
    const found = await lockSubscription(client, args.customer);
    if (found.status !== 'active') throw new StoreError('wrong_status', `The membership is ${found.status}`);
    if (found.ends_at) throw new StoreError('wrong_status', 'The membership is cancelled and runs to its end');
    if (found.plan === args.plan) throw new StoreError('already_done', `The membership is already ${args.plan}`);
    const { rows } = await client.query<SubscriptionFacts>(
      `UPDATE subscriptions SET plan = $2, price_cents = $3 WHERE customer = $1 RETURNING ${columns}`,
      [args.customer, args.plan, plans[args.plan].priceCents],
    );
    await client.query('UPDATE customers SET tier = $2 WHERE id = $1', [args.customer, args.plan]);
    return { subscription: show(rows[0] ?? found), previousPlan: found.plan };
  },
});
