import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { detectInjection } from './detect-injection';
import { detectPersonRequest } from './detect-person-request';

const folder = process.env.BATON_DATASETS;
const why = folder ? '' : ' (skipped: BATON_DATASETS is not set)';

/** Ordinary questions of bank customers, one a line; the label after the last comma is left away. */
function readQuestions(): string[] {
  const file = readFileSync(path.join(folder!, 'intent', 'banking77', 'train.csv'), 'utf8');
  return file
    .split('\n')
    .slice(1)
    .map((line) => line.replace(/,[^,]*$/, '').replace(/^"|"$/g, ''))
    .filter((line) => line !== '');
}

/** Detectors make the rest stricter: an alarm over nothing costs a customer an answer. */
describe.skipIf(!folder)(`alarms over ordinary questions from outside${why}`, () => {
  const questions = folder ? readQuestions() : [];
  const share = (alarm: (text: string) => boolean) => questions.filter(alarm).length / questions.length;

  it('takes at most one in a hundred for an attempt to steer', () => {
    expect(questions.length).toBeGreaterThan(5_000);
    expect(share((text) => detectInjection(text) >= 0.5)).toBeLessThanOrEqual(0.01);
  });

  it('takes at most one in a hundred for a wish to speak to a person', () => {
    expect(share((text) => detectPersonRequest(text))).toBeLessThanOrEqual(0.01);
  });
});
