'use client';

import {
  CartesianGrid,
  ErrorBar,
  ReferenceLine,
  ResponsiveContainer,
  Scatter,
  ScatterChart,
  XAxis,
  YAxis,
} from 'recharts';
import type { ReliabilityBin } from '@/lib/governance/intent.schema';

/** Half the width of a 95% Wilson interval: how far chance alone may have moved what was found. */
function whisker({ right, count }: ReliabilityBin): [number, number] {
  const z = 1.96;
  const middle = (right + (z * z) / (2 * count)) / (1 + (z * z) / count);
  const half = (z * Math.sqrt((right * (1 - right)) / count + (z * z) / (4 * count * count))) / (1 + (z * z) / count);
  return [Math.max(0, right - (middle - half)), Math.max(0, middle + half - right)];
}

function Dot({ cx, cy }: { cx?: number; cy?: number }) {
  return <circle cx={cx} cy={cy} r={3.5} fill="var(--chart-2)" />;
}

/** One or two examples say nothing about a bin: their point would only be noise. */
const least = 3;

export function ReliabilityDiagram({ bins }: { bins: ReliabilityBin[] }) {
  const drawn = bins.filter(({ count }) => count >= least);
  const points = drawn.map((bin) => ({ ...bin, whisker: whisker(bin) }));
  const lowest = Math.min(0.5, ...drawn.map(({ said }) => said), ...drawn.map(({ right }) => right));
  const from = Math.max(0, Math.floor(lowest * 5) / 5);
  const ticks = [0, 0.2, 0.4, 0.6, 0.8, 1].filter((tick) => tick >= from);
  const axis = {
    type: 'number' as const,
    domain: [from, 1],
    ticks,
    tickFormatter: (tick: number) => tick.toFixed(1),
    tick: { fill: 'var(--ink-3)', fontSize: 12 },
    axisLine: false,
    tickLine: false,
  };
  return (
    <figure className="mt-2">
      <div aria-hidden className="h-[188px]">
        <ResponsiveContainer width="100%" height="100%">
          <ScatterChart margin={{ top: 8, right: 8, bottom: 0, left: -28 }} accessibilityLayer={false}>
            <CartesianGrid vertical={false} stroke="var(--chart-grid)" />
            <XAxis dataKey="said" {...axis} />
            <YAxis dataKey="right" {...axis} />
            <ReferenceLine
              segment={[
                { x: from, y: from },
                { x: 1, y: 1 },
              ]}
              stroke="var(--chart-target)"
              strokeDasharray="3 3"
            />
            <Scatter data={points} fill="var(--chart-2)" isAnimationActive={false} shape={Dot}>
              <ErrorBar dataKey="whisker" direction="y" width={0} stroke="var(--chart-6)" strokeWidth={1.5} />
            </Scatter>
          </ScatterChart>
        </ResponsiveContainer>
      </div>
      <figcaption className="sr-only">
        <table>
          <caption>Said against found</caption>
          <thead>
            <tr>
              <th scope="col">Said</th>
              <th scope="col">Found</th>
              <th scope="col">Examples</th>
            </tr>
          </thead>
          <tbody>
            {bins.map(({ from: start, said, right, count }) => (
              <tr key={start}>
                <td>{said.toFixed(2)}</td>
                <td>{right.toFixed(2)}</td>
                <td>{count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </figcaption>
    </figure>
  );
}
