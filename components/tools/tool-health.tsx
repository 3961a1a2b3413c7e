'use client';

import { Bar, BarChart, CartesianGrid, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { useNow } from '@/components/ui/use-now';
import { formatClock, formatMoment, formatTook } from '@/lib/format/format-time';
import type { ToolView } from '@/lib/tools/registry.schema';
import { sayErrors, sayTime } from './say-tools';
import { ToolHealthSign } from './standing-badge';

type Hour = ToolView['hours'][number];

/** How a tool did: the last hour and day in figures, the day hour by hour in two small pictures. */
export function ToolHealth({ tool, hours }: Pick<ToolView, 'tool' | 'hours'>) {
  const now = useNow(60_000);
  const { hour, day } = tool;
  const rows = [
    ['Calls', hour.calls.toLocaleString('en'), day.calls.toLocaleString('en')],
    ['Errors', sayErrors(hour), sayErrors(day)],
    ['It said no', hour.refusals.toLocaleString('en'), day.refusals.toLocaleString('en')],
    ['Median', sayTime(hour.medianMs), sayTime(day.medianMs)],
    ['p95', sayTime(hour.p95Ms), sayTime(day.p95Ms)],
  ];
  return (
    <section aria-labelledby="tool-health">
      <h2 id="tool-health" className="flex items-center justify-between font-strong">
        Health
        <span className="font-text">
          <ToolHealthSign health={tool.health} />
        </span>
      </h2>
      <table className="mt-2 w-full border-separate border-spacing-0">
        <thead>
          <tr className="text-meta text-ink-3">
            <th scope="col" className="h-7 border-b border-line text-left font-text">
              <span className="sr-only">Figure</span>
            </th>
            {['Hour', '24 hours'].map((name) => (
              <th key={name} scope="col" className="h-7 border-b border-line text-right font-text">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...values]) => (
            <tr key={name}>
              <th scope="row" className="h-7 text-left font-text text-ink-2">
                {name}
              </th>
              {values.map((value, at) => (
                <td key={at === 0 ? 'hour' : 'day'} className="h-7 text-right tabular-nums">
                  {value}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {day.calls > 0 && now > 0 && (
        <>
          <Chart name="Calls, errors in red" hours={hours} />
          <Times hours={hours} />
        </>
      )}
      {tool.lastFailure && tool.lastFailedAt && (
        <p className="mt-3 text-meta text-pretty [overflow-wrap:anywhere] text-ink-2">
          Last error{now > 0 ? `, ${formatMoment(tool.lastFailedAt, now)}` : ''}: {tool.lastFailure}
        </p>
      )}
    </section>
  );
}

const tick = { fill: 'var(--ink-3)', fontSize: 12 };
const axis = { tick, axisLine: false, tickLine: false };
const place = { margin: { top: 6, right: 0, bottom: 0, left: 0 }, accessibilityLayer: false };

function Chart({ name, hours }: { name: string; hours: Hour[] }) {
  const data = hours.map((one) => ({ ...one, well: one.calls - one.failures }));
  return (
    <figure className="mt-4">
      <figcaption className="text-meta text-ink-3">{name}</figcaption>
      <div aria-hidden className="mt-1 h-24">
        <ResponsiveContainer width="100%" height="100%">
          <BarChart data={data} {...place}>
            <CartesianGrid vertical={false} stroke="var(--chart-grid)" />
            <XAxis dataKey="at" tickFormatter={(at: string) => formatClock(at)} minTickGap={40} {...axis} />
            <YAxis width={32} tickCount={3} allowDecimals={false} {...axis} />
            <Tooltip cursor={{ fill: 'var(--hover)' }} isAnimationActive={false} content={<Shown />} />
            <Bar dataKey="well" stackId="calls" fill="var(--chart-2)" isAnimationActive={false} />
            <Bar dataKey="failures" stackId="calls" fill="var(--danger)" isAnimationActive={false} />
          </BarChart>
        </ResponsiveContainer>
      </div>
      <HourTable hours={hours} />
    </figure>
  );
}

function Times({ hours }: { hours: Hour[] }) {
  return (
    <figure className="mt-4">
      <figcaption className="text-meta text-ink-3">95 of 100 answered within</figcaption>
      <div aria-hidden className="mt-1 h-24">
        <ResponsiveContainer width="100%" height="100%">
          <LineChart data={hours} {...place}>
            <CartesianGrid vertical={false} stroke="var(--chart-grid)" />
            <XAxis dataKey="at" tickFormatter={(at: string) => formatClock(at)} minTickGap={40} {...axis} />
            <YAxis width={52} tickCount={3} tickFormatter={(ms: number) => formatTook(ms)} {...axis} />
            <Tooltip isAnimationActive={false} content={<Shown />} />
            <Line
              dataKey="p95Ms"
              stroke="var(--chart-2)"
              strokeWidth={1.5}
              dot={{ r: 2, fill: 'var(--chart-2)', strokeWidth: 0 }}
              connectNulls={false}
              isAnimationActive={false}
            />
          </LineChart>
        </ResponsiveContainer>
      </div>
    </figure>
  );
}

/** The same for who does not see the picture. */
function HourTable({ hours }: { hours: Hour[] }) {
  return (
    <table className="sr-only">
      <caption>Calls by hour</caption>
      <thead>
        <tr>
          <th scope="col">Hour</th>
          <th scope="col">Calls</th>
          <th scope="col">Errors</th>
          <th scope="col">p95</th>
        </tr>
      </thead>
      <tbody>
        {hours
          .filter(({ calls }) => calls > 0)
          .map(({ at, calls, failures, p95Ms }) => (
            <tr key={at}>
              <td>{formatClock(at)}</td>
              <td>{calls}</td>
              <td>{failures}</td>
              <td>{sayTime(p95Ms)}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}

function Shown({ active, payload }: { active?: boolean; payload?: readonly { payload?: Hour }[] }) {
  const hour = payload?.[0]?.payload;
  if (!active || !hour) return null;
  return (
    <p className="rounded-corner bg-raised px-2.5 py-1.5 text-meta shadow-float">
      {formatClock(hour.at)}: <b className="font-medium tabular-nums">{hour.calls}</b> calls, {hour.failures} errors,
      p95 {sayTime(hour.p95Ms)}
    </p>
  );
}
