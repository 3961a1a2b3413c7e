import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesOfText } from './cut-lines';
import { longestLine, mostLines, mostPages } from './document.schema';
import { layOutWords } from './lay-out-words';
import { writePdf } from './pdf.fixture';
import { readDocument } from './read-document';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('readDocument', () => {
  it('reads a PDF from top to bottom, and keeps a gap that parts a label from its value', async () => {
    const pdf = writePdf([
      [
        { x: 200, y: 700, text: 'KELLER' },
        { x: 50, y: 700, text: 'Surname' },
        { x: 50, y: 740, text: 'PASSPORT' },
      ],
      [{ x: 50, y: 700, text: 'Second page' }],
    ]);
    expect(await readDocument('application/pdf', pdf)).toEqual({
      readable: true,
      pages: [['PASSPORT', 'Surname  KELLER'], ['Second page']],
    });
  });

  it('reads text with any line ends', async () => {
    expect(await readDocument('text/plain', bytes('Name:\tMaria\r\n\r\nBorn  1990\rEnd'))).toEqual({
      readable: true,
      pages: [['Name:  Maria', 'Born  1990', 'End']],
    });
  });

  it.each([
    ['image/jpeg', bytes('x'), 'It is a picture'],
    ['text/plain', bytes(' \n\t'), 'There is no text'],
    ['application/pdf', bytes('%PDF-1.4 nothing of the kind'), 'The file is damaged.'],
    ['application/pdf', writePdf([[]]), 'It is a scan or a photo'],
    ['application/zip', bytes('PK'), 'PDF and plain text only'],
  ])('says of %s that it cannot be read, and why', async (type, content, why) => {
    expect(await readDocument(type, content)).toEqual({ readable: false, why: expect.stringContaining(why) });
  });

  it('never throws, whatever a PDF is made of', async () => {
    const whole = writePdf([[{ x: 50, y: 700, text: 'Name' }]]);
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.uint8Array({ maxLength: 40 }), async (at, noise) => {
        const broken = new Uint8Array(whole);
        broken.set(noise.subarray(0, whole.length - at), at);
        const read = await readDocument('application/pdf', broken);
        expect(typeof read.readable).toBe('boolean');
      }),
      { numRuns: 40 },
    );
  });
});

it('is never more than is bounded, and hides nothing between signs that are not seen', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 3_000 }), fc.integer({ min: 1, max: 3_000 }), (line, times) => {
      const pages = linesOfText(`${line}\n`.repeat(times).slice(0, 200_000));
      expect(pages.length).toBeLessThanOrEqual(mostPages);
      expect(pages.flat().length).toBeLessThanOrEqual(mostLines);
      for (const one of pages.flat()) {
        expect(one.length).toBeLessThanOrEqual(longestLine);
        expect(one).not.toMatch(/[\p{Cc}\p{Cf}]/u);
        expect(one.trim()).not.toBe('');
      }
    }),
    { numRuns: 60 },
  );
});

it.each([
  ['letters that stand together', [0, 10, 'Ke'], [10, 12, 'ller'], 'Keller'],
  ['words', [0, 30, 'Maria'], [33, 30, 'Keller'], 'Maria Keller'],
  ['columns', [0, 30, 'Name'], [90, 30, 'Keller'], 'Name  Keller'],
] as const)('puts %s apart as far as they are', (_, [x1, width1, one], [x2, width2, two], line) => {
  const placed = (x: number, width: number, text: string) => ({ x, y: 100.4, width, height: 10, text });
  expect(layOutWords([{ ...placed(x2, width2, two), y: 100 }, placed(x1, width1, one)])).toEqual([line]);
});
