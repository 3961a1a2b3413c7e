import { db } from '../platform/db';
import { measures } from './measures';
import type { MetricSettingsView } from './metric.schema';
import { readMetricSettings } from './metric-settings';

/** What a desk sets itself a target for, by what it is about. */
const targeted: readonly [name: string, keys: readonly string[]][] = [
  [
    'How it ends',
    ['verified_resolution', 'deflection', 'containment', 'abandoned', 'handed_over', 'transferred', 'reopened'],
  ],
  ['Customers', ['csat', 'csat_assistant', 'csat_agents', 'response_rate', 'first_contact', 'recontact']],
  [
    'Speed',
    [
      ...[
        'first_reply_assistant',
        'first_reply_agents',
        'wait_for_agents',
        'resolution_time',
        'resolution_time_agents',
      ],
      ...['handle_time_agents', 'sla'],
    ],
  ],
  ['Assistant', ['coverage', 'autonomous', 'escalated', 'right', 'error_rate']],
  ['Cost', ['cost_per_verified']],
];

/** The settings of the figures, with what a target can be set for and which kinds of channels there are. */
export async function viewMetricSettings(): Promise<MetricSettingsView> {
  const [settings, channels, calendars] = await Promise.all([
    readMetricSettings(),
    db().channel.findMany({ select: { kind: true }, distinct: ['kind'] }),
    db().calendar.count(),
  ]);
  return {
    settings,
    channels: channels.map(({ kind }) => kind),
    calendars,
    targets: targeted.map(([name, keys]) => ({
      name,
      measures: keys.map((key) => {
        const { name: called, says, unit, better } = measures.get(key)!;
        return { key, name: called, says, unit, better, target: settings.targets[key] ?? null };
      }),
    })),
  };
}
