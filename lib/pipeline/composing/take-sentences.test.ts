import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { takeSentences } from './take-sentences';

const whole = (text: string) => takeSentences(text, true).sentences;

/** As a stream brings it: taken after each piece, and once more at the end. */
function inPieces(pieces: string[]): string[] {
  const sentences: string[] = [];
  let rest = '';
  for (const piece of pieces) {
    const taken = takeSentences(rest + piece, false);
    rest = taken.rest;
    sentences.push(...taken.sentences);
  }
  return [...sentences, ...whole(rest)];
}

describe('takeSentences', () => {
  it.each<[string, string[]]>([
    ['One. Two! Three?', ['One.', 'Two!', 'Three?']],
    ['It costs $4.50 a day. [p1] Fine.', ['It costs $4.50 a day. [p1]', 'Fine.']],
    ['It costs a lot [p1]. Fine.', ['It costs a lot [p1].', 'Fine.']],
    ['“Really.” [p1, c] Yes.', ['“Really.” [p1, c]', 'Yes.']],
    ['It costs a lot.\n[p1]\nFine.', ['It costs a lot.\n[p1]', 'Fine.']],
    ['It costs a lot (see below) [p1] We pay it. [p2]', ['It costs a lot (see below) [p1]', 'We pay it. [p2]']],
    ['It costs [p1] a lot. [p2]', ['It costs [p1] a lot. [p2]']],
    ['No end', ['No end']],
    ['First line\nSecond line', ['First line', 'Second line']],
    ['退货期为30天。', ['退货期为30天。']],
    ['[PERSON_1] is here. [PERSON_2] too.', ['[PERSON_1] is here.', '[PERSON_2] too.']],
    ['...', []],
    ['', []],
  ])('%j → %j', (text, sentences) => {
    expect(whole(text)).toEqual(sentences);
  });

  it('keeps back what may go on', () => {
    expect(takeSentences('It is here. It costs $4.', false)).toEqual({
      sentences: ['It is here.'],
      rest: 'It costs $4.',
    });
    expect(takeSentences('It is here.', false)).toEqual({ sentences: [], rest: 'It is here.' });
    expect(takeSentences('It is here. [p1', false).sentences).toEqual([]);
  });

  it('takes the same piece by piece as at once', () => {
    const part = fc.constantFrom(
      'It',
      ' costs',
      ' $4.50',
      ' a day',
      '.',
      ' [p1]',
      ' [p1, c]',
      '! ',
      '? ',
      '\n',
      ' Fine',
      ' [PERSON_1]',
      ' is 3',
      '。',
      '…',
      ' “Yes.”',
      ' No.',
      ' 5',
    );
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 25 }),
        fc.infiniteStream(fc.integer({ min: 1, max: 4 })),
        (parts, sizes) => {
          const text = parts.join('');
          const pieces: string[] = [];
          for (let at = 0; at < text.length; ) {
            const size = sizes.next().value as number;
            pieces.push(text.slice(at, at + size));
            at += size;
          }
          expect(inPieces(pieces)).toEqual(whole(text));
        },
      ),
      { numRuns: 1000 },
    );
  });
});
