import { z } from 'zod';
import { type CustomerRecords, customerRecordsSchema } from '../conversations/conversation.schema';
import { evaluateExpression } from '../governance/evaluate-expression';
import { type Fault, type RecordsSetting, type ShownField, shownFields } from './records.schema';
import type { JsonObject } from './tool.schema';

export type MappedRecords = { records: CustomerRecords; faults: Fault[] };

/** More than anybody scrolls through: a system that answers with everything is not passed on whole. */
const mostOrders = 100;

/** A day that cannot be read would break the page that shows it. */
const day = z.string().refine((text) => !Number.isNaN(Date.parse(text)), 'is not a date');
const found = customerRecordsSchema.options[0].shape;
const shapes = {
  since: day.nullable(),
  ordersCount: found.ordersCount,
  lifetimeCents: found.lifetimeCents,
  orders: z.array(found.orders.element.extend({ at: day })),
  subscription: found.subscription
    .unwrap()
    .extend({ renewsAt: day.nullable().default(null) })
    .nullable(),
} satisfies Record<ShownField, z.ZodType>;

const wanted: Record<ShownField, string> = {
  since: 'a date or null',
  ordersCount: 'a number',
  lifetimeCents: 'a number of cents',
  orders: 'a list of records with number, status, totalCents, at and summary',
  subscription: 'a record with plan, status, priceCents, interval and renewsAt, or null',
};

/**
 * The answers as they are shown, and what keeps them from it, field by field. With a fault they are `unavailable`: the
 * setting does not fit the system. Touches nothing.
 */
export function mapRecords(show: RecordsSetting['show'], answers: JsonObject, now = new Date()): MappedRecords {
  const faults: Fault[] = [];
  const read = <F extends ShownField>(field: F): z.infer<(typeof shapes)[F]> | null => {
    const expression = show[field];
    if (expression === undefined) return null;
    const value = comeTo(expression, answers);
    const parsed = 'wrong' in value ? null : shapes[field].safeParse(limit(value.is));
    if (parsed?.success) return parsed.data as z.infer<(typeof shapes)[F]>;
    const says = 'wrong' in value ? value.wrong : sayUnlike(value.is, wanted[field], parsed!.error!);
    faults.push({ where: `show.${field}`, called: shownFields[field], says });
    return null;
  };
  const [since, ordersCount, lifetimeCents] = [read('since'), read('ordersCount'), read('lifetimeCents')];
  const [orders, subscription] = [read('orders'), read('subscription')];
  if (ordersCount === null || lifetimeCents === null || orders === null || faults.length > 0) {
    const why = 'What the systems answered is not what the setting “records” expects.';
    return { records: { kind: 'unavailable', why }, faults };
  }
  const readAt = now.toISOString();
  return { records: { kind: 'found', since, ordersCount, lifetimeCents, orders, subscription, readAt }, faults };
}

function comeTo(expression: string, answers: JsonObject): { is: unknown } | { wrong: string } {
  try {
    return { is: evaluateExpression(expression, answers) ?? null };
  } catch (error) {
    const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    return { wrong: `It comes to nothing: ${line}.` };
  }
}

const limit = (value: unknown): unknown => (Array.isArray(value) ? value.slice(0, mostOrders) : value);

function sayUnlike(value: unknown, should: string, error: z.ZodError): string {
  const { path, message } = error.issues[0]!;
  if (path.length === 0) return `It comes to ${JSON.stringify(value).slice(0, 60)}, and should be ${should}.`;
  return `It should be ${should}. At ${path.join('.')}: ${message.replace(/^Invalid input: /, '')}.`;
}
