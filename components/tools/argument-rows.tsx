'use client';

import { Plus, Trash2 } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { IconButton } from '@/components/ui/icon-button';
import { type ArgumentDraft, argumentTypes } from './http-tool-draft';

type Props = { args: ArgumentDraft[]; wrong: string | null; onChange: (args: ArgumentDraft[]) => void };

const control =
  'h-8 w-full min-w-0 rounded-corner border border-line-control bg-surface px-2 text-ink-1 outline-none focus:border-focus max-pane:h-11';

const places = { path: 'Path', query: 'Query', header: 'Header', body: 'Body' } as const;

/** The arguments of a request: what each is called, what it is, and where it goes. */
export function ArgumentRows({ args, wrong, onChange }: Props) {
  const set = (row: number, more: Partial<ArgumentDraft>) =>
    onChange(args.map((one) => (one.row === row ? { ...one, ...more } : one)));
  const next = Math.max(-1, ...args.map(({ row }) => row)) + 1;
  return (
    <fieldset>
      <legend className="text-work leading-4 font-medium">Arguments</legend>
      {args.map((one, index) => (
        <div
          key={one.row}
          className="mt-2 grid grid-cols-[1fr_88px_84px_1fr_1fr_auto_28px] items-center gap-2 border-line max-pane:grid-cols-2 max-pane:border-b max-pane:pb-3"
        >
          <input
            aria-label={`Name of argument ${index + 1}`}
            placeholder="order"
            maxLength={100}
            spellCheck={false}
            value={one.name}
            onChange={(event) => set(one.row, { name: event.target.value })}
            className={control}
          />
          <select
            aria-label={`Kind of argument ${index + 1}`}
            value={one.type}
            onChange={(event) => set(one.row, { type: event.target.value as ArgumentDraft['type'] })}
            className={control}
          >
            {argumentTypes.map((type) => (
              <option key={type}>{type}</option>
            ))}
          </select>
          <select
            aria-label={`Place of argument ${index + 1}`}
            value={one.place}
            onChange={(event) => set(one.row, { place: event.target.value as ArgumentDraft['place'] })}
            className={control}
          >
            {Object.entries(places).map(([key, name]) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </select>
          <input
            aria-label={`Name there of argument ${index + 1}`}
            placeholder={one.place === 'header' ? 'Idempotency-Key' : one.name || 'Same name'}
            maxLength={100}
            spellCheck={false}
            value={one.called}
            onChange={(event) => set(one.row, { called: event.target.value })}
            className={control}
          />
          <input
            aria-label={`What argument ${index + 1} is`}
            placeholder="What it is"
            maxLength={400}
            value={one.description}
            onChange={(event) => set(one.row, { description: event.target.value })}
            className={control}
          />
          <span className="flex items-center gap-1.5 text-meta text-ink-2">
            <Checkbox
              label={`Argument ${index + 1} has to be there`}
              checked={one.required}
              onChange={(required) => set(one.row, { required })}
            />
            <span aria-hidden>needed</span>
          </span>
          <IconButton
            icon={Trash2}
            label={`Remove argument ${index + 1}`}
            onClick={() => onChange(args.filter(({ row }) => row !== one.row))}
          />
        </div>
      ))}
      {wrong && (
        <p role="status" className="mt-1.5 text-meta text-danger-text">
          {wrong}
        </p>
      )}
      <Button
        icon={Plus}
        className="mt-2"
        onClick={() =>
          onChange([
            ...args,
            {
              row: next,
              name: '',
              type: 'string',
              required: false,
              place: 'query',
              called: '',
              description: '',
              rest: {},
            },
          ])
        }
      >
        Add an argument
      </Button>
    </fieldset>
  );
}
