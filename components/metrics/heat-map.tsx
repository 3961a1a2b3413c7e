import { join } from '@/components/ui/join';

export type HeatCell = { weekday: number; hour: number; value: number | null; title: string };

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const hours = Array.from({ length: 24 }, (_, hour) => hour);

/** A week by the hour: the more, the deeper. Every cell says its number to those who point at it or listen. */
export function HeatMap({
  label,
  cells,
  tone = 'people',
}: {
  label: string;
  cells: readonly HeatCell[];
  tone?: 'people' | 'assistant' | 'attention';
}) {
  const most = Math.max(...cells.map(({ value }) => value ?? 0), 0);
  const at = new Map(cells.map((cell) => [cell.weekday * 24 + cell.hour, cell]));
  const colour = tone === 'people' ? '--chart-1' : tone === 'assistant' ? '--chart-2' : '--chart-3';
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys
    <section className="relative overflow-x-auto" tabIndex={0} aria-label={label}>
      <table className="w-full min-w-[560px] table-fixed border-separate border-spacing-[2px] text-meta">
        <caption className="sr-only">{label}</caption>
        <thead>
          <tr className="text-ink-3">
            <td className="w-10" />
            {hours.map((hour) => (
              <th key={hour} scope="col" className="h-5 text-left font-text tabular-nums">
                <span aria-hidden className={hour % 3 === 0 ? 'whitespace-nowrap' : 'invisible'}>
                  {String(hour).padStart(2, '0')}
                </span>
                <span className="sr-only">{`${hour}:00`}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weekdays.map((day, index) => (
            <tr key={day}>
              <th scope="row" className="h-6 pr-2 text-right font-text text-ink-2">
                <span aria-hidden>{day.slice(0, 3)}</span>
                <span className="sr-only">{day}</span>
              </th>
              {hours.map((hour) => {
                const cell = at.get((index + 1) * 24 + hour);
                const depth = most > 0 && cell?.value ? 8 + Math.round((cell.value / most) * 92) : 0;
                return (
                  <td
                    key={hour}
                    title={cell?.title}
                    style={
                      depth > 0
                        ? { background: `color-mix(in oklch, var(${colour}) ${depth}%, var(--surface))` }
                        : undefined
                    }
                    className={join('h-6 rounded-[2px] p-0', depth === 0 && 'bg-fill')}
                  >
                    <span className="sr-only">{cell?.title ?? 'nothing'}</span>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
