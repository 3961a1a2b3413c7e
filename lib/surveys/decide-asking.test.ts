import { describe, expect, it } from 'vitest';
import { chooseCsatWay, chooseNpsWay, isQuietHour, type Reach, roundOf } from './decide-asking';
import { surveySettingsSchema } from './surveys.schema';

const { csat, nps, limits } = surveySettingsSchema.parse({});

describe('quiet hours', () => {
  it.each([
    [20, 8, '2026-11-21T19:59:00Z', 'UTC', false],
    [20, 8, '2026-11-21T20:00:00Z', 'UTC', true],
    [20, 8, '2026-11-21T03:00:00Z', 'UTC', true],
    [20, 8, '2026-11-21T08:00:00Z', 'UTC', false],
    [12, 14, '2026-11-21T13:00:00Z', 'UTC', true],
    [12, 14, '2026-11-21T14:00:00Z', 'UTC', false],
    [9, 9, '2026-11-21T09:30:00Z', 'UTC', false],
    // 02:30 in Denver, half past nine here.
    [20, 8, '2026-11-21T09:30:00Z', 'America/Denver', true],
    // The night the clocks go back in Berlin: the hour that comes twice is quiet twice.
    [2, 3, '2026-10-25T00:30:00Z', 'Europe/Berlin', true],
    [2, 3, '2026-10-25T01:30:00Z', 'Europe/Berlin', true],
  ])('from %i to %i, %s in %s: %s', (quietFrom, quietTo, at, zone, quiet) => {
    expect(isQuietHour({ ...limits, quietFrom, quietTo }, zone, new Date(at))).toBe(quiet);
  });
});

describe('how somebody is asked', () => {
  const reach = (more: Partial<Reach>): Reach => ({
    channel: 'api',
    email: true,
    chat: false,
    mailWorks: true,
    ...more,
  });
  it.each([
    [{}, {}, 'mail'],
    [{}, { email: false }, 'message'],
    [{}, { mailWorks: false }, 'message'],
    [{ mail: false }, {}, 'message'],
    [{ message: false }, { email: false }, null],
    [{}, { channel: 'web_chat' }, null],
    [{}, { channel: 'voice', email: false }, null],
    [{}, { channel: 'voice' }, 'mail'],
  ] as const)('after a conversation %o %o: %s', (set, how, way) => {
    expect(chooseCsatWay({ ...csat, ...set }, reach(how))).toBe(way);
  });
  it.each([
    [{}, {}, 'mail'],
    [{}, { email: false, chat: true }, 'chat'],
    [{}, { email: false }, null],
    [{ mail: false }, { chat: true }, 'chat'],
    [{ chat: false }, { email: false, chat: true }, null],
    [{}, { mailWorks: false, chat: true }, 'chat'],
  ] as const)('whether they would recommend us %o %o: %s', (set, how, way) => {
    expect(chooseNpsWay({ ...nps, ...set }, reach(how))).toBe(way);
  });
});

it('draws anew with each round', () => {
  const day = (count: number) => new Date(count * 86_400_000);
  expect([0, 89, 90, 180].map((at) => roundOf(90, day(at)))).toEqual([0, 0, 1, 2]);
});
