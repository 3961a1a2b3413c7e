import { Minus, PencilLine, Plus } from 'lucide-react';

/** One difference in words; `node` where there is a place to go to, null for the whole. */
export type Change = { kind: 'added' | 'removed' | 'changed'; says: string; node?: string | null };

const signs = {
  added: { icon: Plus, says: 'Added', className: 'text-solved-text' },
  removed: { icon: Minus, says: 'Removed', className: 'text-danger-text' },
  changed: { icon: PencilLine, says: 'Changed', className: 'text-ink-3' },
} as const;

type Props = { changes: Change[]; onGo?: (node: string | null) => void };

/** What differs between two versions. */
export function ChangeList({ changes, onGo }: Props) {
  if (changes.length === 0) return <p className="mt-1 text-ink-2">Nothing: it says the same.</p>;
  return (
    <ul className="mt-1.5 flex flex-col gap-1">
      {changes.map(({ kind, says, node }) => {
        const { icon: Icon, says: what, className } = signs[kind];
        return (
          <li key={`${kind} ${node} ${says}`} className="flex gap-2">
            <Icon size={14} strokeWidth={2} aria-label={what} className={`mt-[3px] flex-none ${className}`} />
            {onGo && node !== undefined && kind !== 'removed' ? (
              <button
                type="button"
                onClick={() => onGo(node)}
                className="min-w-0 text-left text-pretty hover:underline"
              >
                {says}
              </button>
            ) : (
              <span className="min-w-0 text-pretty [overflow-wrap:anywhere]">{says}</span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
