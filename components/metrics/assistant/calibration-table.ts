import { formatFigure } from '@/lib/format/format-figure';
import type { ConfidenceAnswer } from '@/lib/metrics/metric.schema';
import type { TableData } from '../metric-table';
import type { Behind } from '../use-behind-href';

export function calibrationTable({ bins }: ConfidenceAnswer, behind: Behind): TableData {
  return {
    title: 'Said against found',
    says: 'By the twentieth; from and to are what 95 of 100 samples would show',
    heads: ['Confidence', 'Turns', 'Carried', 'Reviewed', 'Right', 'Partly', 'Wrong', 'Said', 'Found', 'From', 'To'],
    rows: bins
      .filter(({ turns }) => turns > 0)
      .map((bin) => {
        const way = (measure: string, counted: 'in' | 'of' = 'in') => ({
          href: behind({ measure, counted, confidence: { from: bin.from, to: bin.to } }),
        });
        const number = (value: number, more = {}) => ({ says: value.toLocaleString('en'), value, ...more });
        const share = (value: number | null) => ({ says: formatFigure('share', value), value });
        return [
          `${bin.from.toFixed(2)} to ${bin.to.toFixed(2)}`,
          ...[number(bin.turns, way('turns')), number(bin.carried, way('coverage'))],
          ...[number(bin.reviewed, way('right', 'of')), number(bin.right, way('right'))],
          ...[number(bin.partly), number(bin.wrong, way('wrong'))],
          ...[bin.said, bin.found, bin.low, bin.high].map(share),
        ];
      }),
  };
}
