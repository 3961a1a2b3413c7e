import { describe, expect, it } from 'vitest';
import { answerFromLines, type Line } from './answer-from-lines';

const line = (text: string, source = 0): Line => ({ text, source, language: 'en' });
const lines = [
  line('The pole of my Ridgeline 2 snapped on its first night.'),
  line('We leave for the Wind River Range on Saturday.', 1),
  line('Your tent is under warranty until November 2028.', 2),
  line('Order NL-48213, Ridgeline 2: delivered, $389.00.', 3),
];
const answer = (question: string) => answerFromLines(question, lines, 'en').map(({ source }) => source);

describe('answerFromLines', () => {
  it.each([
    ['When does the warranty end?', [2]],
    ['What snapped?', [0]],
    ['When do they leave on Saturday?', [1]],
    ['What is the status of order NL-48213?', [3]],
    ['What is the shoe size?', []],
    ['???', []],
  ])('%s', (question, sources) => {
    expect(answer(question).slice(0, 1)).toEqual(sources);
  });

  it('answers only in words that were given to it', () => {
    for (const found of answerFromLines('Ridgeline warranty order', lines, 'en')) expect(lines).toContain(found);
  });
});
