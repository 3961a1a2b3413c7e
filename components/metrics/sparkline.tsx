import { drawLine, rangeOf } from './scale';

type Props = {
  values: readonly (number | null)[];
  previous: readonly (number | null)[] | null;
  target: number | null;
  tone: 'people' | 'assistant';
};

const [width, height] = [160, 32];

/** How a figure went, beside the period before in grey and the target dashed. The numbers stand beside it: nothing here is for those who listen. */
export function Sparkline({ values, previous, target, tone }: Props) {
  const range = rangeOf([...values, ...(previous ?? []), target]);
  const stroke = tone === 'assistant' ? 'var(--chart-2)' : 'var(--chart-1)';
  const last = values.findLastIndex((value) => value !== null);
  const y = (value: number) => (range ? 3 + (1 - (value - range.low) / (range.high - range.low)) * (height - 6) : 0);
  const x = (at: number, count: number) => (count > 1 ? (at / (count - 1)) * width : width / 2);
  const line = (points: readonly (number | null)[]) =>
    drawLine(points.map((value, at) => (value === null ? null : [x(at, points.length), y(value)])));
  const shared = { fill: 'none', vectorEffect: 'non-scaling-stroke' as const, strokeLinejoin: 'round' as const };
  return (
    <div aria-hidden className="relative my-1 h-8">
      {range && (
        <>
          <svg
            aria-hidden="true"
            viewBox={`0 0 ${width} ${height}`}
            preserveAspectRatio="none"
            className="absolute inset-y-0 left-0 h-full w-[calc(100%-8px)] overflow-visible"
          >
            {previous && <path d={line(previous)} {...shared} stroke="var(--chart-previous)" strokeWidth={1.25} />}
            {target !== null && (
              <path
                d={`M0 ${y(target)}H${width + 6}`}
                {...shared}
                stroke="var(--chart-target)"
                strokeWidth={1}
                strokeDasharray="2 2.5"
              />
            )}
            <path d={line(values)} {...shared} stroke={stroke} strokeWidth={1.75} />
          </svg>
          {last >= 0 && (
            <span
              style={{
                left: `calc(${(x(last, values.length) / width) * 100}% - ${(x(last, values.length) / width) * 8}px)`,
                top: `${(y(values[last]!) / height) * 100}%`,
                background: stroke,
              }}
              className="absolute size-1.5 -translate-x-1/2 -translate-y-1/2 rounded-full"
            />
          )}
        </>
      )}
    </div>
  );
}
