'use client';

import { Plus, Trash2 } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';

export type Pair = { row: number; name: string; text: string };

export const pairsOf = (record: Record<string, string> | undefined): Pair[] =>
  Object.entries(record ?? {}).map(([name, text], row) => ({ row, name, text }));

export const recordOf = (pairs: Pair[]): Record<string, string> =>
  Object.fromEntries(pairs.flatMap(({ name, text }) => (name.trim() === '' ? [] : [[name.trim(), text.trim()]])));

type Props = { label: string; pairs: Pair[]; onChange: (pairs: Pair[]) => void };

const control =
  'h-8 w-full min-w-0 rounded-corner border border-line-control bg-surface px-2 text-ink-1 outline-none focus:border-focus max-pane:h-11';

/** Arguments by name, each an expression. */
export function ExpressionRows({ label, pairs, onChange }: Props) {
  const set = (row: number, more: Partial<Pair>) =>
    onChange(pairs.map((one) => (one.row === row ? { ...one, ...more } : one)));
  const next = Math.max(-1, ...pairs.map(({ row }) => row)) + 1;
  return (
    <div className="mt-3">
      <p className="text-meta text-ink-3">{label}</p>
      {pairs.map(({ row, name, text }, index) => (
        <div
          key={row}
          className="mt-1.5 grid grid-cols-[1fr_2fr_28px] items-center gap-2 max-pane:grid-cols-[1fr_2fr_44px]"
        >
          <input
            aria-label={`${label}: name ${index + 1}`}
            maxLength={100}
            spellCheck={false}
            value={name}
            onChange={(event) => set(row, { name: event.target.value })}
            className={control}
          />
          <input
            aria-label={`${label}: expression ${index + 1}`}
            maxLength={2_000}
            spellCheck={false}
            value={text}
            onChange={(event) => set(row, { text: event.target.value })}
            className={`${control} font-mono text-meta`}
          />
          <IconButton
            icon={Trash2}
            label={`Remove argument ${index + 1}`}
            onClick={() => onChange(pairs.filter((one) => one.row !== row))}
          />
        </div>
      ))}
      <Button
        icon={Plus}
        look="plain"
        className="mt-1 -ml-2"
        onClick={() => onChange([...pairs, { row: next, name: '', text: '' }])}
      >
        Add an argument
      </Button>
    </div>
  );
}
