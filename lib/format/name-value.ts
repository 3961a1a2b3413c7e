import type { MetricValues } from '../metrics/metric-frame.schema';
import { formatLanguage } from './format-language';
import type { FilterKey } from './metrics-place';
import { channelName, isChannel } from './name-channel';
import { titleKey } from './title-key';

export const filterNames: Record<FilterKey, { one: string; all: string; none: string }> = {
  channel: { one: 'Channel', all: 'All channels', none: 'No channel' },
  team: { one: 'Team', all: 'All teams', none: 'No team' },
  intent: { one: 'Intent', all: 'All intents', none: 'Not known' },
  language: { one: 'Language', all: 'All languages', none: 'Not known' },
  tier: { one: 'Assistant’s tier', all: 'Any tier', none: 'No turn' },
  customerTier: { one: 'Customer tier', all: 'All tiers', none: 'No tier' },
};

/** As the assistant's first turn was carried. */
const tiers: Record<string, string | undefined> = {
  autonomous: 'By itself',
  reviewed: 'Reviewed',
  escalated: 'Passed on',
};

/** What a value is called for people; while names are read, or where a thing is gone, as well as it can be said. */
export function nameValue(key: FilterKey, value: string, values: MetricValues | undefined): string {
  if (value === '') return filterNames[key].none;
  switch (key) {
    case 'channel':
      return isChannel(value) ? channelName(value) : value;
    case 'team':
      return values ? (values.team.find((one) => one.key === value)?.name ?? 'A team that is gone') : '…';
    case 'intent':
      return values?.intent.find((one) => one.key === value)?.name ?? titleKey(value);
    case 'language':
      return formatLanguage(value);
    case 'tier':
      return tiers[value] ?? value;
    case 'customerTier':
      return titleKey(value);
  }
}

/** What can be chosen, and last of all what is not known. */
export function optionsOf(key: FilterKey, values: MetricValues | undefined): { key: string; name: string }[] {
  if (key === 'tier') return Object.keys(tiers).map((tier) => ({ key: tier, name: tiers[tier]! }));
  if (!values) return [];
  const known =
    key === 'team' || key === 'intent'
      ? values[key]
      : values[key].map((value) => ({ key: value, name: nameValue(key, value, values) }));
  return key === 'channel' ? known : [...known, { key: '', name: filterNames[key].none }];
}
