'use client';

import { formatFigure } from '@/lib/format/format-figure';
import { askedOf } from '@/lib/format/metrics-place';
import { nameValue } from '@/lib/format/name-value';
import { shareOut } from '@/lib/format/share-out';
import { type FlowAnswer, flowAnswerSchema } from '@/lib/metrics/metric.schema';
import type { FlowLink, FlowNode } from './flow-chart';
import type { TableData } from './metric-table';
import { useFigures, useMetricValues } from './queries';
import { useBehindHref } from './use-behind-href';
import { useMetricsPlace } from './use-metrics-place';

export const ends = {
  verified: { name: 'Verified', colour: '--chart-2', measure: 'verified_resolution' },
  assumed: { name: 'Assumed', colour: '--chart-6', measure: 'assumed_resolution' },
  agent: { name: 'Agent', colour: '--chart-1', measure: 'agent_resolution' },
  abandoned: { name: 'Abandoned', colour: '--chart-3', measure: 'abandoned' },
} as const;
const holders = {
  assistant: { name: 'Assistant', colour: '--chart-2', measure: 'closed_assistant' },
  agents: { name: 'Agents', colour: '--chart-1', measure: 'closed_agents' },
} as const;

/** Where conversations came in, who held them to the end, and how they ended. */
export function useFlow() {
  const { period, filters } = askedOf(useMetricsPlace());
  return useFigures('/api/metrics/flow', flowAnswerSchema, { period, filters });
}

/** The flow as a chart draws it, each node and band with the way to what is behind it. */
export function useFlowParts(flow: FlowAnswer): { nodes: FlowNode[]; links: FlowLink[]; table: TableData } {
  const { data: values } = useMetricValues();
  const behind = useBehindHref();
  const part = <K extends string>(parts: readonly { key: K; count: number }[]) => {
    const shares = shareOut(parts.map(({ count }) => count));
    return parts.map((one, at) => ({ ...one, share: formatFigure('share', shares[at] ?? null) }));
  };
  const nodes: FlowNode[] = [
    ...part(flow.channels).map(
      ({ key, count, share }): FlowNode => ({
        ...{ key: `from ${key}`, column: 0, count, share, colour: '--chart-previous' },
        name: nameValue('channel', key, values),
        href: behind({ measure: 'closed', filters: { channel: [key] } }),
      }),
    ),
    ...part(flow.held).map(
      ({ key, count, share }): FlowNode => ({
        ...{ key: `by ${key}`, column: 1, count, share, name: holders[key].name, colour: holders[key].colour },
        href: behind({ measure: holders[key].measure }),
      }),
    ),
    ...part(flow.ends).map(
      ({ key, count, share }): FlowNode => ({
        ...{ key: `as ${key}`, column: 2, count, share, name: ends[key].name, colour: ends[key].colour },
        href: behind({ measure: ends[key].measure }),
      }),
    ),
  ].filter(({ count }) => count > 0) as FlowNode[];
  const sum = (fits: (link: FlowAnswer['links'][number]) => boolean) =>
    flow.links.filter(fits).reduce((all, { count }) => all + count, 0);
  const left = flow.channels.flatMap(({ key }) =>
    flow.held.map(
      (held): FlowLink => ({
        ...{ from: `from ${key}`, to: `by ${held.key}`, colour: holders[held.key].colour, faint: true },
        count: sum((link) => link.channel === key && link.held === held.key),
        href: behind({ measure: holders[held.key].measure, filters: { channel: [key] } }),
      }),
    ),
  );
  const right = flow.held.flatMap(({ key }) =>
    flow.ends.map(
      (end): FlowLink => ({
        ...{ from: `by ${key}`, to: `as ${end.key}`, colour: ends[end.key].colour },
        count: sum((link) => link.held === key && link.end === end.key),
        // What was abandoned is told apart for agents only.
        ...(end.key !== 'abandoned'
          ? { href: behind({ measure: ends[end.key].measure }) }
          : key === 'agents'
            ? { href: behind({ measure: 'abandoned_with_people' }) }
            : {}),
      }),
    ),
  );
  return {
    nodes,
    links: [...left, ...right].filter(({ count }) => count > 0),
    table: {
      title: 'Where every conversation ended',
      heads: ['Ended as', 'Share', 'Closed'],
      rows: part(flow.ends).map(({ key, count, share }) => [
        ends[key].name,
        { says: share, value: flow.closed > 0 ? count / flow.closed : null },
        { says: count.toLocaleString('en'), value: count, href: behind({ measure: ends[key].measure }) },
      ]),
    },
  };
}
