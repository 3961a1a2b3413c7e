import { formatFigure } from '@/lib/format/format-figure';
import type { ConfidenceAnswer } from '@/lib/metrics/metric.schema';
import type { TableData } from '../metric-table';

export function calibrationTable({ bins }: ConfidenceAnswer): TableData {
  const number = (value: number) => ({ says: value.toLocaleString('en'), value });
  return {
    title: 'Said against found',
    says: 'By the twentieth; from and to are what 95 of 100 samples would show',
    heads: ['Confidence', 'Turns', 'Carried', 'Reviewed', 'Right', 'Partly', 'Wrong', 'Said', 'Found', 'From', 'To'],
    rows: bins
      .filter(({ turns }) => turns > 0)
      .map((bin) => [
        `${bin.from.toFixed(2)} to ${bin.to.toFixed(2)}`,
        ...[bin.turns, bin.carried, bin.reviewed, bin.right, bin.partly, bin.wrong].map(number),
        ...[bin.said, bin.found, bin.low, bin.high].map((value) => ({ says: formatFigure('share', value), value })),
      ]),
  };
}
