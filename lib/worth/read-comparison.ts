import { DateTime } from 'luxon';
import type { z } from 'zod';
import type { PersonActor } from '../auth/permissions';
import type { Column } from '../metrics/columns';
import type { SpanQuery } from '../metrics/metric.schema';
import { readMetricSettings } from '../metrics/metric-settings';
import { planSpan } from '../metrics/plan-span';
import { readSums, whereFact } from '../metrics/read-sums';
import { addBins, countOf, quantileOf, type Spread } from '../metrics/spread';
import { db } from '../platform/db';
import { type Counted, compareBaseline, type Side, shareComparable } from './compare-baseline';
import { readBaseline } from './save-baseline';
import { type CompareAnswer, type ComparedKey, compareQuerySchema } from './worth.schema';

const columns = [
  ...(['conversations', 'closed', 'matured', 'firstContact', 'rated', 'satisfied'] as const),
  ...(['peopleHandled', 'peopleHandleMs', 'labourMicros', 'modelMicros', 'channelMicros'] as const),
] satisfies Column[];

type Whole = Side & { volume: Map<string, number>; tickets: number };

/** What was before, entered or from old tickets, beside what this desk does in a period. Throws `forbidden`. */
export async function readComparison(
  person: PersonActor,
  query: z.input<typeof compareQuerySchema>,
): Promise<CompareAnswer> {
  const { against, span } = compareQuerySchema.parse(query);
  const [now, past, baseline] = await Promise.all([readNow(person, span), readPast(), readBaseline()]);
  const history = against === 'history' && past !== null;
  return {
    against,
    before: history ? { from: past.from, to: past.to, tickets: past.tickets } : null,
    now: { ...span.period, tickets: now.tickets },
    comparable: history ? shareComparable(past.volume, now.volume) : null,
    rows: compareBaseline(
      history
        ? { kind: 'history', side: past }
        : { kind: 'hand', values: against === 'hand' ? (baseline?.values ?? {}) : {} },
      now,
    ),
    hasHistory: past !== null,
    baseline,
  };
}

async function readNow(person: PersonActor, query: SpanQuery): Promise<Whole> {
  const { span, filters, choose } = await planSpan(person, query);
  const [{ sums, spreads }, [reply]] = await Promise.all([
    readSums({
      ...{ chosen: choose(['intent']), spans: [span], filters, by: 'intent', together: true },
      ...{ about: new Set(['conversations'] as const), columns, spreads: ['resolutionAlone', 'resolutionWithPeople'] },
    }),
    // Whoever replied first: the two spreads that are kept tell the assistant's and people's apart.
    db().$queryRaw<{ value: number | null; n: number }[]>`
      SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY least(f."assistantReplyMs", f."peopleReplyMs")) AS value,
        count(least(f."assistantReplyMs", f."peopleReplyMs"))::int AS n
      FROM "ConversationFact" f WHERE ${whereFact({ ...span, filters }, 'f."cameAt"')}`,
  ]);
  const resolution: Spread = [];
  for (const { bins } of spreads) addBins(resolution, bins);
  const by = (part: (one: (typeof sums)[number]['sums']) => Counted) =>
    new Map(sums.map(({ value, sums: one }) => [value, part(one)] as const).filter(([, { n }]) => n > 0));
  const volume = new Map(sums.map(({ value, sums: one }) => [value, one.conversations ?? 0]));
  return {
    volume,
    tickets: [...volume.values()].reduce((sum, one) => sum + one, 0),
    means: {
      first_contact: by(({ firstContact = 0, matured = 0 }) => ({ sum: firstContact, n: matured })),
      handle_time: by(({ peopleHandleMs = 0, peopleHandled = 0 }) => ({ sum: peopleHandleMs, n: peopleHandled })),
      cost: by(({ labourMicros = 0, modelMicros = 0, channelMicros = 0, closed = 0 }) => ({
        sum: labourMicros + modelMicros + channelMicros,
        n: closed,
      })),
      csat: by(({ satisfied = 0, rated = 0 }) => ({ sum: satisfied, n: rated })),
    },
    medians: {
      first_reply: reply ?? { value: null, n: 0 },
      resolution_time: { value: quantileOf([resolution], 0.5), n: countOf([resolution]) },
    },
  };
}

type PastRow = { intent: string; tickets: number } & Record<
  'closed' | 'reopenKnown' | 'kept' | 'handled' | 'rated' | 'satisfied' | 'handleMs',
  number
>;

async function readPast(): Promise<(Whole & { from: string; to: string }) | null> {
  const [rows, [whole], settings] = await Promise.all([
    db().$queryRaw<PastRow[]>`
      SELECT coalesce(intent, '') AS intent, count(*)::int AS tickets, count(*) FILTER (WHERE closed)::int AS closed,
        count(*) FILTER (WHERE closed AND reopened IS NOT NULL)::int AS "reopenKnown",
        count(*) FILTER (WHERE closed AND reopened = 0)::int AS kept,
        count("handleMs")::int AS handled, coalesce(sum("handleMs"), 0)::float8 AS "handleMs",
        count(satisfied)::int AS rated, count(*) FILTER (WHERE satisfied)::int AS satisfied
      FROM "PastTicket" GROUP BY 1`,
    db().$queryRaw<
      {
        from: Date | null;
        to: Date | null;
        reply: number | null;
        replied: number;
        ended: number | null;
        ends: number;
      }[]
    >`
      SELECT min("cameAt") AS from, max("cameAt") AS to, count("firstReplyMs")::int AS replied, count("resolutionMs")::int AS ends,
        percentile_cont(0.5) WITHIN GROUP (ORDER BY "firstReplyMs") AS reply,
        percentile_cont(0.5) WITHIN GROUP (ORDER BY "resolutionMs") AS ended FROM "PastTicket"`,
    readMetricSettings(),
  ]);
  if (!whole?.from || !whole.to) return null;
  const by = (part: (one: PastRow) => Counted) =>
    new Map(rows.map((one) => [one.intent, part(one)] as const).filter(([, { n }]) => n > 0));
  const hour = settings.labourMicrosPerHour;
  const means: Partial<Record<ComparedKey, Map<string, Counted>>> = {
    first_contact: by(({ kept, reopenKnown }) => ({ sum: kept, n: reopenKnown })),
    handle_time: by(({ handleMs, handled }) => ({ sum: handleMs, n: handled })),
    // A ticket nobody noted the time of is no free one.
    cost: by(({ handleMs, handled }) => ({ sum: (handleMs / 3_600_000) * hour, n: hour > 0 ? handled : 0 })),
    csat: by(({ satisfied, rated }) => ({ sum: satisfied, n: rated })),
  };
  const day = (at: Date) => DateTime.fromJSDate(at, { zone: settings.timeZone }).toISODate()!;
  return {
    ...{ means, from: day(whole.from), to: day(whole.to) },
    volume: new Map(rows.map(({ intent, tickets }) => [intent, tickets])),
    tickets: rows.reduce((sum, { tickets }) => sum + tickets, 0),
    medians: {
      first_reply: { value: whole.reply, n: whole.replied },
      resolution_time: { value: whole.ended, n: whole.ends },
    },
  };
}
