'use client';

import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { formatMicros } from '@/lib/format/format-micros';
import { formatDay } from '@/lib/format/format-time';
import type { Costs } from '@/lib/models/model.schema';

type Day = Costs['byDay'][number];

/** Days are counted in UTC, so they are named in it. */
const nameDay = (day: string): string => formatDay(`${day}T00:00:00Z`, Date.parse(`${day}T00:00:00Z`), 'UTC');

/** What each day cost: the picture for who sees it, the same numbers as a table for who does not. */
export function DayBars({ days }: { days: Day[] }) {
  const tick = { fill: 'var(--ink-3)', fontSize: 12 };
  const axis = { tick, axisLine: false, tickLine: false };
  return (
    <figure className="mt-5">
      <div aria-hidden className="h-36">
        <ResponsiveContainer width="100%" height="100%">
          <BarChart data={days} margin={{ top: 8, right: 0, bottom: 0, left: 0 }} accessibilityLayer={false}>
            <CartesianGrid vertical={false} stroke="var(--chart-grid)" />
            <XAxis dataKey="day" tickFormatter={nameDay} minTickGap={24} {...axis} />
            <YAxis width={64} tickCount={3} tickFormatter={formatMicros} {...axis} />
            <Tooltip cursor={{ fill: 'var(--hover)' }} isAnimationActive={false} content={<Shown />} />
            <Bar
              dataKey="costMicros"
              fill="var(--chart-2)"
              radius={[2, 2, 0, 0]}
              maxBarSize={36}
              isAnimationActive={false}
            />
          </BarChart>
        </ResponsiveContainer>
      </div>
      <figcaption className="sr-only">
        <table>
          <caption>Costs by day</caption>
          <thead>
            <tr>
              <th scope="col">Day</th>
              <th scope="col">Cost</th>
            </tr>
          </thead>
          <tbody>
            {days.map(({ day, costMicros }) => (
              <tr key={day}>
                <td>{nameDay(day)}</td>
                <td>{formatMicros(costMicros)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </figcaption>
    </figure>
  );
}

function Shown({ active, payload }: { active?: boolean; payload?: readonly { payload?: Day }[] }) {
  const day = payload?.[0]?.payload;
  if (!active || !day) return null;
  return (
    <p className="rounded-corner bg-raised px-2.5 py-1.5 text-meta shadow-float">
      {nameDay(day.day)}: <b className="font-medium tabular-nums">{formatMicros(day.costMicros)}</b>
    </p>
  );
}
