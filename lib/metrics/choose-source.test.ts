import { describe, expect, it } from 'vitest';
import { chooseSource } from './choose-source';
import { cutOf } from './cuts';
import type { Dimension, Granularity } from './metric.schema';

const sums = (grain: 'd' | 'h', dimensions: Dimension[]) => ({ from: 'sums', grain, cut: cutOf(dimensions) });
const facts = { from: 'facts' };
const desk = 'America/Denver';

describe('chooseSource', () => {
  it.each<[string, Dimension[], Granularity, string, object]>([
    ['everything, by the desk’s days', [], 'day', desk, sums('d', [])],
    ['one filter', ['intent'], 'week', desk, sums('d', ['intent'])],
    ['two', ['intent', 'channel'], 'day', desk, sums('d', ['intent', 'channel'])],
    ['three are not summed ahead', ['intent', 'channel', 'team'], 'day', desk, facts],
    ['a person', ['agent'], 'day', desk, sums('d', ['agent'])],
    ['a person, by channel', ['agent', 'channel'], 'day', desk, sums('d', ['agent', 'channel'])],
    ['a person, by two more', ['agent', 'channel', 'team'], 'day', desk, facts],
    ['by the hour', ['channel'], 'hour', desk, sums('h', ['channel'])],
    ['by the hour with two', ['channel', 'team'], 'hour', desk, facts],
    ['days of another zone are made of hours', ['channel'], 'day', 'Europe/Berlin', sums('h', ['channel'])],
    ['days that do not begin on an hour are not', [], 'day', 'Asia/Kolkata', facts],
  ])('%s', (_, dimensions, granularity, timeZone, expected) => {
    const onHours = timeZone !== 'Asia/Kolkata';
    expect(chooseSource({ dimensions, granularity, deskZone: desk, timeZone, onHours })).toEqual(expected);
  });

  it('takes the desk’s own days also where they do not begin on an hour', () => {
    const zone = 'Asia/Kolkata';
    const asked = { dimensions: [], granularity: 'day' as const, deskZone: zone, timeZone: zone, onHours: false };
    expect(chooseSource(asked)).toEqual(sums('d', []));
  });
});
