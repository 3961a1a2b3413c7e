import { join } from '@/components/ui/join';

type Props = { intents: { key: string; name: string }[]; counts: number[][]; own: string };

/** Right answers in violet, mix-ups in red; the deeper, the more often. The numbers say it too. */
export function ConfusionMatrix({ intents, counts, own }: Props) {
  return (
    <table className="mt-3 w-full table-fixed border-separate border-spacing-px text-meta tabular-nums">
      <caption className="sr-only">Held-out examples by what was meant and what was understood</caption>
      <colgroup>
        <col className="w-[124px]" />
        {intents.map(({ key }) => (
          <col key={key} />
        ))}
      </colgroup>
      <thead>
        <tr className="text-ink-3">
          <td />
          {intents.map(({ key, name }, at) => (
            <th key={key} scope="col" title={name} className="h-5 font-text">
              <span aria-hidden>{at + 1}</span>
              <span className="sr-only">{name}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {intents.map(({ key, name }, row) => {
          const most = Math.max(1, ...counts[row]!);
          return (
            <tr key={key} className={join(key === own && 'font-medium text-ink-1')}>
              <th
                scope="row"
                className={join(
                  'h-[26px] truncate pr-1 text-left',
                  key === own ? 'font-medium text-accent-text' : 'font-text',
                )}
                title={name}
              >
                <span className="flex items-center gap-1">
                  <span className="min-w-0 flex-1 truncate">{name}</span>
                  <span aria-hidden className="text-ink-3">
                    {row + 1}
                  </span>
                </span>
              </th>
              {counts[row]!.map((count, column) => (
                <td
                  key={intents[column]!.key}
                  className={join('text-center', count === 0 && 'bg-fill')}
                  style={count > 0 ? { background: shade(count / most, row === column) } : undefined}
                >
                  {count > 0 ? count : <span className="sr-only">0</span>}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function shade(share: number, right: boolean): string {
  const depth = Math.round((right ? 20 : 12) + share * (right ? 32 : 30));
  return `color-mix(in oklch, var(--${right ? 'assistant' : 'danger'}) ${depth}%, var(--canvas))`;
}
