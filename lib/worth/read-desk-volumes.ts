import type { PersonActor } from '../auth/permissions';
import type { Column, Sums } from '../metrics/columns';
import type { SpanQuery } from '../metrics/metric.schema';
import { planSpan } from '../metrics/plan-span';
import { readSums } from '../metrics/read-sums';
import { addBins, quantileOf, type Spread } from '../metrics/spread';
import { db } from '../platform/db';
import type { Achieved, Volume } from './map-categories';

const columns = [
  ...(['conversations', 'closed', 'verified', 'assumed', 'transferred', 'reopened'] as const),
  ...(['peopleHandled', 'peopleHandleMs', 'turns', 'modelMicros', 'channelMicros'] as const),
] satisfies Column[];

export type DeskVolumes = {
  volumes: Volume[];
  achieved: Map<string, Achieved>;
  /** Models a conversation, of those that came. */
  automatedMicros: number;
  /** All of it together. */
  sums: Sums;
  timeZone: string;
};

/** What came to this desk in a period by what it was about, from the same sums as every other figure. Throws `forbidden`. */
export async function readDeskVolumes(person: PersonActor, query: SpanQuery): Promise<DeskVolumes> {
  const { timeZone, span, filters, choose } = await planSpan(person, query);
  const [{ sums, spreads }, intents] = await Promise.all([
    readSums({
      ...{ chosen: choose(['intent']), spans: [span], filters, by: 'intent', together: true },
      ...{ about: new Set(['conversations', 'turns'] as const), columns, spreads: ['peopleHandle'] },
    }),
    db().intent.findMany({ select: { key: true, name: true } }),
  ]);
  const nameOf = new Map(intents.map(({ key, name }) => [key, name]));
  const spreadOf = new Map<string, Spread>();
  for (const { value, bins } of spreads) {
    const spread = spreadOf.get(value) ?? [];
    addBins(spread, bins);
    spreadOf.set(value, spread);
  }
  const together = new Map<string, Sums>();
  for (const { value, sums: more } of sums) together.set(value, add(together.get(value) ?? {}, more));
  const rows = [...together].filter(([, { conversations = 0 }]) => conversations > 0);
  const all = rows.reduce<Sums>((sum, [, one]) => add(sum, one), {});
  const keyOf = (intent: string) => (nameOf.has(intent) ? `intent:${intent}` : 'none');
  const known = rows.filter(([intent]) => keyOf(intent) !== 'none');
  const others = rows.filter(([intent]) => keyOf(intent) === 'none');
  return {
    volumes: [
      ...known.map(([intent, one]) => toVolume(keyOf(intent), nameOf.get(intent)!, one, spreadOf.get(intent) ?? [])),
      ...(others.length > 0
        ? [
            toVolume(
              'none',
              'Not understood',
              others.reduce<Sums>((sum, [, one]) => add(sum, one), {}),
              [],
            ),
          ]
        : []),
    ],
    achieved: new Map(
      known.flatMap(([intent, { verified = 0, assumed = 0, closed = 0 }]) =>
        closed > 0 ? [[keyOf(intent), { value: (verified + assumed) / closed, n: closed }] as const] : [],
      ),
    ),
    automatedMicros: (all.modelMicros ?? 0) / Math.max(1, all.conversations ?? 0),
    sums: all,
    timeZone,
  };
}

function add(one: Sums, more: Sums): Sums {
  const sum = { ...one };
  for (const column of columns) sum[column] = (one[column] ?? 0) + (more[column] ?? 0);
  return sum;
}

function toVolume(key: string, name: string, sums: Sums, spread: Spread): Volume {
  const { conversations = 0, transferred = 0, reopened = 0, peopleHandled = 0, peopleHandleMs = 0, turns = 0 } = sums;
  return {
    ...{ key, kind: key === 'none' ? 'none' : 'intent', name, tickets: conversations },
    handle:
      peopleHandled === 0
        ? null
        : {
            meanMs: peopleHandleMs / peopleHandled,
            n: peopleHandled,
            medianMs: quantileOf([spread], 0.5),
            p90Ms: quantileOf([spread], 0.9),
          },
    turns: turns > 0 ? turns / conversations : null,
    reopened: reopened / conversations,
    transferred: transferred / conversations,
  };
}
