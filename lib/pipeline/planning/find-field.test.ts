import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesOfText } from '../../documents/cut-lines';
import { extractFieldSchema } from '../../governance/extract.schema';
import { findField } from './find-field';
import { readDate } from './read-date';

const now = '2026-11-21T12:00:00.000Z';
const field = (more: object) => extractFieldSchema.parse(more);
const find = (text: string, more: object, others: string[] = []) => {
  const one = field(more);
  return findField(one, linesOfText(text), [...one.labels, ...others], now);
};
const name = { labels: ['Name', 'Full name'], is: 'name' };
const born = { labels: ['Date of birth'], is: 'birth_date' };

describe('a field with a label', () => {
  it.each<[string, string, object, string | null, string?]>([
    ['beside it', 'PASSPORT\nName: Maria Keller', name, 'Maria Keller', 'line 2'],
    ['after a gap', 'Name      Maria Keller', name, 'Maria Keller'],
    ['after one space', 'Name Maria Keller', name, 'Maria Keller'],
    ['under it', 'Name\nMaria Keller', name, 'Maria Keller', 'line 2'],
    ['under it, in its column', 'Surname  Name\nKELLER  MARIA', name, 'MARIA', 'line 2'],
    ['under it, but never another label', 'Name\nDate of birth: 1990-03-12', name, null],
    ['beside it, but never another label', 'Name  Date of birth\nMaria Keller  1990-03-12', name, 'Maria Keller'],
    ['in two languages', 'Name / Nom: Maria Keller', name, 'Maria Keller'],
    ['in two languages, under it', 'Name / Nom\nMaria Keller', name, 'Maria Keller'],
    ['at the head rather than in a sentence', 'The name of the bank is A\nName: Maria', name, 'Maria'],
    ['never inside another word', 'Username: mk', name, null],
    ['by any of its labels', 'Full name: Maria Keller', name, 'Maria Keller'],
    ['whatever its case', 'FULL NAME: Maria Keller', name, 'Maria Keller'],
    ['up to the next column', 'Name: Maria Keller  Sex: F', name, 'Maria Keller'],
    ['not where nothing is written', 'Name: ----', name, null],
    ['as a date', 'Date of birth: 12 MAR 1990', born, '1990-03-12'],
    ['as a date after a word', 'Date of birth: on 12.03.1990', born, '1990-03-12'],
    ['as a date under it, where beside is none', 'Date of birth (day/month/year)\n12/03/1990', born, '1990-03-12'],
    ['not as what is no date', 'Date of birth: unknown', born, null],
    ['in its form', 'No: ref 12 C01X00T47', { labels: ['No'], pattern: '\\b([A-Z0-9]{9})\\b' }, 'C01X00T47'],
    ['only in its form', 'No: 12', { labels: ['No'], pattern: '[A-Z]{3}' }, null],
  ])('is found %s', (_, text, asked, value, where) => {
    const found = find(text, asked, ['Date of birth', 'Sex', 'Surname']);
    expect(found?.value ?? null).toBe(value);
    if (where) expect(found?.where).toBe(where);
  });

  it('says the page where there are several', () => {
    expect(find('Cover\fName: Maria', name)).toEqual({
      value: 'Maria',
      text: 'Maria',
      where: 'page 2, line 1',
      place: { page: 2, line: 1 },
    });
  });
});

it('finds by form alone, the first of them', () => {
  expect(find('a\nRef AB-123\nRef CD-456', { pattern: '[A-Z]{2}-(\\d{3})' })).toMatchObject({
    value: '123',
    where: 'line 2',
  });
  expect(find('Paid on 3 May 2026.', { pattern: '.*', is: 'date' })).toMatchObject({ value: '2026-05-03' });
});

it('says of a pattern that is none that it is none', () => {
  expect(() => find('x', { pattern: '(' })).toThrow('the pattern ( is none');
  expect(() => find('x', { pattern: '(a|b){999}' })).toThrow('too large');
  // Looking ahead and back cannot be bounded: RE2 has neither.
  expect(() => find('x', { pattern: '(?=x)x' })).toThrow('is none');
});

it.each(['^(a+)+$', '(a|aa)*b', '(.*)*x', '(\\w+\\s?)+!'])(
  'is over soon with %s, however unkind the text',
  (pattern) => {
    const text = `${'a'.repeat(400)}\n`.repeat(200);
    const from = performance.now();
    find(text, { pattern });
    expect(performance.now() - from).toBeLessThan(2_000);
  },
);

it('never throws and never says more than stands there, whatever the text', () => {
  const asked = [name, born, { labels: ['No'], pattern: '[A-Z0-9]{3,9}', is: 'id_number' }, { pattern: '\\d+' }];
  const word = fc.constantFrom(
    'Name',
    ':',
    '  ',
    '\n',
    '/',
    'Date of birth',
    '12.03.1990',
    'No',
    'X12',
    'é',
    '(',
    '\f',
  );
  fc.assert(
    fc.property(
      fc.array(fc.oneof(word, fc.string({ maxLength: 6 })), { maxLength: 60 }),
      fc.constantFrom(...asked),
      (words, one) => {
        const text = words.join(' ');
        const found = find(text, one, ['Name', 'Date of birth', 'No']);
        if (!found) return;
        expect(
          linesOfText(text)
            .flat()
            .some((line) => line.includes(found.text)),
        ).toBe(true);
        expect(found.value.length).toBeLessThanOrEqual(200);
      },
    ),
  );
});

describe('readDate', () => {
  it.each<[string, string | null, 'month_first'?]>([
    ['1990-03-12', '1990-03-12'],
    ['12.03.1990', '1990-03-12'],
    ['03/12/1990', '1990-12-03'],
    ['03/12/1990', '1990-03-12', 'month_first'],
    ['12/31/2026', '2026-12-31'],
    ['31/12/2026', '2026-12-31', 'month_first'],
    ['12 MAR 1990', '1990-03-12'],
    ['12 MAR / MARS 1990', '1990-03-12'],
    ['12th March 1990', '1990-03-12'],
    ['March 12, 1990', '1990-03-12'],
    ['12. März 1990', '1990-03-12'],
    ['12 de marzo de 1990', '1990-03-12'],
    ['12.03.90', '1990-03-12'],
    ['12.03.31', '2031-03-12'],
    ['30.02.2026', null],
    ['12 Foo 1990', null],
    ['1234567', null],
    ['', null],
  ])('%s is %s', (text, iso, order) => {
    expect(readDate(text, order ?? 'day_first', now)?.iso ?? null).toBe(iso);
  });

  it('reads any day as it was written', () => {
    const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [year, month, number] = iso.split('-');
        expect(readDate(iso, 'day_first', now)?.iso).toBe(iso);
        expect(readDate(`${number}.${month}.${year}`, 'day_first', now)?.iso).toBe(iso);
        expect(readDate(`${month}/${number}/${year}`, 'month_first', now)?.iso).toBe(iso);
        const said = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' }).format(date);
        expect(readDate(said, 'day_first', now)?.iso).toBe(iso);
      }),
    );
  });
});
