import fc from 'fast-check';
import { expect, it } from 'vitest';
import { writeCsv } from './write-csv';

const rows: [string | number | null, string][] = [
  ['plain', 'plain'],
  ['a, b', '"a, b"'],
  ['say "no"', '"say ""no"""'],
  ['two\nlines', '"two\nlines"'],
  ['=1+1', "'=1+1"],
  ['+49 170', "'+49 170"],
  ['-2', "'-2"],
  ['@sum', "'@sum"],
  [' =cmd|calc', "' =cmd|calc"],
  ['\t=1', "'\t=1"],
  ['=HYPERLINK("http://x","y")', `"'=HYPERLINK(""http://x"",""y"")"`],
  [-12.5, '-12.5'],
  [null, ''],
  ['', ''],
];
it.each(rows)('%j is written %j', (value, expected) => {
  expect(writeCsv([[value]])).toBe(`\ufeff${expected}\r\n`);
});

it('never begins a cell with what a spreadsheet calculates', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'=+-@", \t\r\na1\u00a0\ufeff') }), (text) => {
      const written = writeCsv([[text]]).slice(1, -2);
      const inner = written.startsWith('"') ? written.slice(1) : written;
      expect(inner.trimStart()).not.toMatch(/^[=+\-@]/);
    }),
  );
});
