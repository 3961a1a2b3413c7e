import { describe, expect, it } from 'vitest';
import { compareReports, type Measured } from './compare-reports';

const measured = (rows: [meant: string, text: string, taken: string][]): Measured => ({
  examples: rows.map(([intent, text]) => ({ intent, text, use: 'train' as const })),
  report: {
    accuracy: 1,
    macroF1: 1,
    ece: 0,
    threshold: 0.4,
    confusion: [],
    tests: null,
    perIntent: [...new Set(rows.map(([intent]) => intent))].map((intent) => ({
      intent,
      examples: 1,
      precision: 1,
      recall: 1,
      ece: 0,
      reliability: [],
      f1: rows.filter((row) => row[0] === intent && row[2] === intent).length,
    })),
    predictions: rows.map(([, , intent], at) => ({ at, intent, probability: 0.9 })),
  },
});

describe('compareReports', () => {
  const before = measured([
    ['refund', 'money back', 'charge'],
    ['refund', 'refund please', 'refund'],
    ['charge', 'billed twice', 'charge'],
    ['charge', 'gone since', 'charge'],
  ]);
  const after = measured([
    ['refund', 'refund please', 'wrap'],
    ['refund', 'money back', 'refund'],
    ['charge', 'billed twice', 'charge'],
    ['wrap', 'gift wrap', 'wrap'],
  ]);

  it('tells what is mended, what is broken and which intents moved', () => {
    expect(compareReports(before, after)).toEqual({
      intents: [
        { key: 'charge', before: 2, after: 1 },
        { key: 'refund', before: 1, after: 1 },
        { key: 'wrap', before: null, after: 1 },
      ],
      mended: [{ text: 'money back', meant: 'refund', was: 'charge', is: 'refund' }],
      broken: [{ text: 'refund please', meant: 'refund', was: 'refund', is: 'wrap' }],
    });
  });

  it('has nothing to compare the first version with', () => {
    expect(compareReports(null, after)).toMatchObject({ mended: [], broken: [] });
  });
});
