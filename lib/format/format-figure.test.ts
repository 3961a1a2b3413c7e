import { describe, expect, it } from 'vitest';
import { type FigureUnit, formatChange, formatFigure, formatTarget, sayTarget } from './format-figure';

describe('formatFigure', () => {
  it.each<[FigureUnit, number | null, string, string?]>([
    ['count', 12_480, '12,480'],
    ['count', 0, '0'],
    ['share', 0.45, '45.0%'],
    ['share', 1, '100.0%'],
    ['share', null, '–'],
    ['share', Number.NaN, '–'],
    ['milliseconds', 0, '0 s'],
    ['milliseconds', 340, '0.3 s'],
    ['milliseconds', 20, '0.1 s'],
    ['milliseconds', 4_200, '4 s'],
    ['milliseconds', 59_600, '1 min'],
    ['milliseconds', 60_400, '1 min', '1:00'],
    ['milliseconds', 221_000, '3 min 41 s', '3:41'],
    ['milliseconds', 3_599_700, '1 h', '59:59'],
    ['milliseconds', 13_920_000, '3 h 52 min', '3 h 52'],
    ['milliseconds', 86_399_000, '1 d'],
    ['milliseconds', 183_600_000, '2 d 3 h', '2 d 3'],
    ['micros', 8_120_000, '$8.12'],
    ['micros', 0, '$0'],
    ['micros', 3_100, '$0.0031'],
    ['micros', 9_430_400_000, '$9,430'],
    ['micros', -1_250_000, '−$1.25'],
    ['points', 42.4, '+42'],
    ['points', -7, '−7'],
  ])('%s of %s is %s', (unit, value, says, short) => {
    expect(formatFigure(unit, value)).toBe(says);
    if (short) expect(formatFigure(unit, value, { short: true })).toBe(short);
  });

  it.each<[FigureUnit, number, string]>([
    ['share', 0.42, '42%'],
    ['share', 0.825, '82.5%'],
    ['milliseconds', 300_000, '5 min'],
    ['micros', 8_500_000, '$8.50'],
  ])('a target of %s %s is %s', (unit, value, says) => expect(formatTarget(unit, value)).toBe(says));
});

describe('formatChange', () => {
  it.each<[string, FigureUnit, number | null, number | null, unknown]>([
    ['points of a share', 'share', 0.45, 0.418, { way: 'up', says: '3.2 pt' }],
    ['less', 'share', 0.812, 0.816, { way: 'down', says: '0.4 pt' }],
    ['too little to write', 'share', 0.4501, 0.4502, { way: 'same', says: 'no change' }],
    ['a time', 'milliseconds', 221_000, 273_000, { way: 'down', says: '52 s' }],
    ['money', 'micros', 8_120_000, 9_370_000, { way: 'down', says: '$1.25' }],
    ['under half a cent', 'micros', 8_120_000, 8_124_000, { way: 'same', says: 'no change' }],
    ['parts of a cent', 'micros', 3_100, 4_200, { way: 'down', says: '$0.0011' }],
    ['a count', 'count', 112, 100, { way: 'up', says: '12%' }],
    ['from nothing', 'count', 5, 0, null],
    ['nothing before', 'share', 0.4, null, null],
    ['nothing now', 'share', null, 0.4, null],
  ])('%s', (_, unit, value, before, change) => expect(formatChange(unit, value, before)).toEqual(change));
});

describe('sayTarget', () => {
  it.each<[string, FigureUnit, number | null, number, 'up' | 'down' | null, unknown]>([
    ['met', 'share', 0.45, 0.42, 'up', { met: true, says: 'Target 42%' }],
    ['just met', 'share', 0.42, 0.42, 'up', { met: true, says: 'Target 42%' }],
    ['short', 'share', 0.812, 0.82, 'up', { met: false, says: 'Target 82%, 0.8 short' }],
    ['over', 'milliseconds', 312_000, 300_000, 'down', { met: false, says: 'Target 5 min, 12 s over' }],
    ['over by minutes', 'milliseconds', 674_000, 300_000, 'down', { met: false, says: 'Target 5 min, 6 over' }],
    [
      'over by more than one',
      'milliseconds',
      374_000,
      300_000,
      'down',
      { met: false, says: 'Target 5 min, 74 s over' },
    ],
    ['over by hours', 'milliseconds', 10_860_000, 3_600_000, 'down', { met: false, says: 'Target 1 h, 2 over' }],
    ['money over', 'micros', 9_000_000, 8_500_000, 'down', { met: false, says: 'Target $8.50, $0.50 over' }],
    ['under a time', 'milliseconds', 221_000, 300_000, 'down', { met: true, says: 'Target 5 min' }],
    ['nothing measured', 'share', null, 0.42, 'up', { met: null, says: 'Target 42%' }],
    ['neither way is better', 'share', 0.3, 0.42, null, { met: null, says: 'Target 42%' }],
  ])('%s', (_, unit, value, target, better, said) => expect(sayTarget(unit, value, target, better)).toEqual(said));
});
