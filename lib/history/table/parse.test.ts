import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { parseLength, parseNumber } from './parse-length';
import { guessDateOrder, isMoment, parseMoment } from './parse-moment';
import { readChannel, readCount, readSatisfied } from './read-ticket';

it.each([
  // These digits in a row pass for those of a card.
  ['2026-05-01 10:40:00', true],
  ['2026-03-04T09:12:30.123+02:00', true],
  ['4/3/2026 9:12 AM', true],
  ['2026-03-04', true],
  ['someday', false],
  ['2026-05-01 10:40:00, call 415 555 0134', false],
  ['4111 1111 1111 1111', false],
  ['4111-11-1111 1111', false],
])('%s is a date and nothing else: %s', (text, is) => expect(isMoment(text)).toBe(is));

describe('a moment', () => {
  it.each([
    ['2026-03-04T09:12:30Z', 'year', 'UTC', '2026-03-04T09:12:30.000Z'],
    ['2026-03-04 09:12:30 UTC', 'year', 'Europe/Berlin', '2026-03-04T09:12:30.000Z'],
    ['2026-03-04 09:12 +0200', 'year', 'UTC', '2026-03-04T07:12:00.000Z'],
    ['2026-03-04T09:12:30.123+02:00', 'year', 'UTC', '2026-03-04T07:12:30.000Z'],
    ['2026-07-04 09:12', 'year', 'Europe/Berlin', '2026-07-04T07:12:00.000Z'],
    ['4/3/2026 9:12 AM', 'day', 'UTC', '2026-03-04T09:12:00.000Z'],
    ['4/3/2026 9:12 PM', 'month', 'UTC', '2026-04-03T21:12:00.000Z'],
    ['12/31/26 12:05 am', 'month', 'UTC', '2026-12-31T00:05:00.000Z'],
    ['04.03.2026, 09:12', 'day', 'UTC', '2026-03-04T09:12:00.000Z'],
    ['Mar 4, 2026 09:12', 'year', 'UTC', '2026-03-04T09:12:00.000Z'],
    ['Wed, 4 March 2026 9:12 p.m.', 'year', 'UTC', '2026-03-04T21:12:00.000Z'],
    ['04-Mar-2026', 'year', 'UTC', '2026-03-04T00:00:00.000Z'],
    ['1772615550', 'year', 'UTC', '2026-03-04T09:12:30.000Z'],
    ['1772615550000', 'year', 'UTC', '2026-03-04T09:12:30.000Z'],
  ] as const)('%s (%s first, %s)', (text, order, zone, iso) => {
    expect(parseMoment(text, order, zone)?.toISOString()).toBe(iso);
  });
  it.each(['', 'yesterday', '31/31/2026', '2026-02-30', '13/01/2026 25:00', '4/3/2026 13:00 PM'])(
    '%s is none',
    (text) => {
      expect(parseMoment(text, 'day', 'UTC')).toBeNull();
    },
  );
  it.each([
    [['13/02/2026', '01/02/2026'], 'day'],
    [['02/13/2026', '01/02/2026'], 'month'],
    [['01/02/2026'], null],
    [['01.02.2026'], 'day'],
    [['2026-01-02'], 'year'],
  ] as const)('%j begins with the %s', (values, order) => {
    expect(guessDateOrder(values)).toBe(order);
  });
  it('reads back what it is written as, in any of the three orders', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2000-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
        fc.constantFrom(['year', 'yyyy-MM-dd HH:mm'], ['day', 'd/M/yyyy H:mm'], ['month', 'M/d/yyyy h:mm a']),
        (at, [order, format]) => {
          const minute = new Date(Math.floor(at.getTime() / 60_000) * 60_000);
          const text = DateTime.fromJSDate(minute, { zone: 'utc' }).setLocale('en-US').toFormat(format!);
          expect(parseMoment(text, order as 'day', 'UTC')).toEqual(minute);
        },
      ),
    );
  });
});

describe('a length of time', () => {
  it.each([
    ['12.5', 'minutes', 750_000],
    ['12,5', 'minutes', 750_000],
    ['1,234', 'seconds', 1_234_000],
    ['1.234,5', 'seconds', 1_234_500],
    ['0.5', 'hours', 1_800_000],
    ['1:02:30', 'clock', 3_750_000],
    ['02:30', 'minutes', 9_000_000],
    ['a while', 'minutes', null],
    ['-3', 'minutes', null],
    ['90', 'clock', null],
  ] as const)('%s in %s', (text, form, ms) => {
    expect(parseLength(text, form)).toBe(ms);
  });
  it.each([
    ['1,234,567.8', 1_234_567.8],
    ["1'234", 1_234],
    ['1.5', 1.5],
    ['', null],
    ['1-2', null],
  ])('%s is a number', (text, number) => {
    expect(parseNumber(text)).toBe(number);
  });
});

describe('satisfaction', () => {
  it.each([
    ['Good', 5, true],
    ['Good with comment', 5, true],
    ['Bad', 5, false],
    ['Offered', 5, null],
    ['Unoffered', 5, null],
    ['Very Happy', 5, true],
    ['Unhappy', 5, false],
    ['Neutral', 5, false],
    ['4', 5, true],
    ['3', 5, false],
    ['4/5', 5, true],
    ['8', 10, true],
    ['79%', 100, false],
    ['7', 5, null],
    ['😡', 5, false],
    ['', 5, null],
  ] as const)('%s of %s', (text, of, satisfied) => {
    expect(readSatisfied(text, of)).toBe(satisfied);
  });
});

it.each([
  ['Mail', 'email'],
  ['Web Widget', 'web_chat'],
  ['Facebook Messenger', 'social'],
  ['Phone call (inbound)', 'voice'],
  ['WhatsApp', 'sms'],
  ['Carrier pigeon', null],
])('the channel %s is %s', (text, channel) => {
  expect(readChannel(text)).toBe(channel);
});

it.each([
  ['2', 2],
  ['Yes', 1],
  ['false', 0],
  ['many', null],
])('the count %s is %s', (text, count) => {
  expect(readCount(text)).toBe(count);
});
