import type { PersonActor } from '../auth/permissions';
import type { Column, Sums } from './columns';
import type { End, FlowAnswer, Held, SpanQuery } from './metric.schema';
import { planSpan } from './plan-span';
import { readSums } from './read-sums';

const columns = [
  ...(['conversations', 'closed', 'verified', 'assumed', 'byPeople', 'abandoned'] as const),
  ...(['abandonedWithPeople', 'recontacted'] as const),
] satisfies Column[];

/**
 * What went from which channel through whose hands to which end, of the conversations that came in a period: the four ends sum to all
 * that is closed now, and what is open is told apart. Throws `forbidden`, `invalid`.
 */
export async function readFlow(person: PersonActor, query: SpanQuery): Promise<FlowAnswer> {
  const { period, timeZone, span, filters, countedAt, choose } = await planSpan(person, query);
  const { sums } = await readSums({
    ...{ chosen: choose(['channel']), spans: [span], filters, by: 'channel', together: true },
    ...{ about: new Set(['conversations'] as const), columns, spreads: [] },
  });
  const links = sums.flatMap(({ value, sums: counted }) => linksOf(value, counted));
  const total = (column: Column) => sums.reduce((sum, row) => sum + (row.sums[column] ?? 0), 0);
  const closed = total('closed');
  const parts = <K extends string>(keys: readonly K[], keyOf: (link: (typeof links)[number]) => K) =>
    keys.map((key) => {
      const count = links.filter((link) => keyOf(link) === key).reduce((sum, link) => sum + link.count, 0);
      return { key, count, share: closed > 0 ? count / closed : null };
    });
  const channels = [...new Set(links.map(({ channel }) => channel))];
  return {
    ...{ timeZone, period, countedAt: countedAt.toISOString() },
    ...{ came: total('conversations'), closed, open: total('conversations') - closed, cameBack: total('recontacted') },
    channels: parts(channels, ({ channel }) => channel).sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1)),
    held: parts<Held>(['assistant', 'agents'], ({ held }) => held),
    ends: parts<End>(['verified', 'assumed', 'agent', 'abandoned'], ({ end }) => end),
    links,
  };
}

/** Who held it to the end is known by the end: what people brought to one was theirs, and only the assistant's can be verified or assumed. */
function linksOf(channel: string, sums: Sums): FlowAnswer['links'] {
  const { verified = 0, assumed = 0, byPeople = 0, abandoned = 0, abandonedWithPeople = 0 } = sums;
  const all: [Held, End, number][] = [
    ['assistant', 'verified', verified],
    ['assistant', 'assumed', assumed],
    ['assistant', 'abandoned', abandoned - abandonedWithPeople],
    ['agents', 'agent', byPeople],
    ['agents', 'abandoned', abandonedWithPeople],
  ];
  return all.flatMap(([held, end, count]) => (count > 0 ? [{ channel, held, end, count }] : []));
}
