import { expect, it } from 'vitest';
import { type Judged, measureEscalation } from './measure-escalation';

const of = (turns: number, judged: number, needed: number): Judged => ({ turns, judged, needed });

it.each<[string, Judged, Judged, number | null, number | null]>([
  ['nothing judged', of(100, 0, 0), of(900, 0, 0), null, null],
  ['too few of either', of(100, 19, 19), of(900, 19, 0), null, null],
  ['only those passed on', of(100, 20, 15), of(900, 3, 0), 0.75, null],
  ['nobody was missed', of(100, 20, 20), of(900, 20, 0), 1, 1],
  // 90 of 100 were needed; 1 in 20 of 900 others, 45, should have been passed on: 90 ÷ 135.
  ['weighed by how many there were', of(100, 40, 36), of(900, 20, 1), 0.9, 90 / 135],
  // Judged alone it would be 36 ÷ 37.
  ['as many of both', of(500, 40, 36), of(500, 20, 1), 0.9, 450 / 475],
  ['never needed', of(100, 20, 0), of(900, 20, 0), 0, null],
])('%s', (_, escalated, others, precision, recall) => {
  const found = measureEscalation(escalated, others);
  expect(found.precision).toBe(precision);
  if (recall === null) expect(found.recall).toBeNull();
  else expect(found.recall).toBeCloseTo(recall, 12);
});
