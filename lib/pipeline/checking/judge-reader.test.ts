import { expect, it } from 'vitest';
import { blankPart } from '../blank-part';
import type { Part } from '../plan.schema';
import { judgeReader, type Verdict } from './judge-reader';

const fine: Verdict = { answers: true, tone: true, language: true, leaks: false };
const part = (evidence: number): Part => {
  const blank = blankPart({ intent: 'unknown', wants: '', team: null }, 0.9);
  return { ...blank, scores: { ...blank.scores, evidence } };
};

it.each<[string, Verdict | null, number[], boolean, RegExp]>([
  ['found nothing', fine, [0.7], true, /found nothing wrong/],
  ['says it tells too much', { ...fine, leaks: true }, [1], false, /not for the customer/],
  ['says it does not answer', { ...fine, answers: false }, [1], false, /does not answer/],
  ['says it is rude', { ...fine, tone: false }, [1], false, /tone/],
  ['says it is in another language', { ...fine, language: false }, [1], false, /another language/],
  ['names what is worst first', { answers: false, tone: false, language: false, leaks: true }, [1], false, /not for/],
  ['was not there, and it keeps to its sources', null, [0.9, 0.95], true, /keeps to the words/],
  ['was not there, and one part is far from them', null, [0.95, 0.89], false, /Nobody could read/],
])('a second reader who %s', (_, verdict, evidence, ok, why) => {
  expect(judgeReader(verdict, evidence.map(part))).toEqual([{ name: 'reader', ok, why: expect.stringMatching(why) }]);
});
