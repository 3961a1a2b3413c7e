import { expect, it } from 'vitest';
import { chooseZone } from './choose-zone';
import { metricSettingsSchema } from './metric.schema';

const settings = metricSettingsSchema.parse({ timeZone: 'America/Denver' });
const zones = { berlin: 'Europe/Berlin', tokyo: 'Asia/Tokyo' };

it.each([
  ['everything', {}, 'America/Denver'],
  ['one team that has hours', { filters: { team: ['berlin'] } }, 'Europe/Berlin'],
  ['the same through one channel', { filters: { team: ['berlin'], channel: ['email' as const] } }, 'Europe/Berlin'],
  ['one team that has none', { filters: { team: ['denver'] } }, 'America/Denver'],
  ['several teams', { filters: { team: ['berlin', 'tokyo'] } }, 'America/Denver'],
  ['what has no team', { filters: { team: [''] } }, 'America/Denver'],
  ['one team, in the days of somebody else', { timeZone: 'UTC', filters: { team: ['berlin'] } }, 'UTC'],
])('of %s', (_, asked, zone) => {
  expect(chooseZone({ filters: {}, ...asked }, { settings, zones })).toBe(zone);
});
