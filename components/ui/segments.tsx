import { join } from './join';

type Props<K extends string> = {
  label: string;
  options: readonly (readonly [key: K, name: string, count?: number | null])[];
  chosen: K;
  onChoose: (key: K) => void;
};

/** One of a few, all in sight: what changes is shown at once beside or below. */
export function Segments<K extends string>({ label, options, chosen, onChoose }: Props<K>) {
  return (
    <fieldset aria-label={label} className="inline-flex gap-0.5 rounded-corner bg-fill p-0.5">
      {options.map(([key, name, count]) => (
        <button
          key={key}
          type="button"
          aria-pressed={key === chosen}
          onClick={() => onChoose(key)}
          className={join(
            'flex h-6 items-center gap-1 rounded-corner-small px-2 text-meta font-medium max-pane:h-11 max-pane:px-3',
            key === chosen ? 'bg-surface text-ink-1 shadow-press' : 'text-ink-2 hover:text-ink-1',
          )}
        >
          {name}
          {count !== undefined && count !== null && <span className="tabular-nums">{count}</span>}
        </button>
      ))}
    </fieldset>
  );
}
