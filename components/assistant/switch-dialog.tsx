'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { useSwitching } from './queries';
import { type Standing, switchOf } from './standing';

const choices: { key: Standing; name: string; help: string }[] = [
  { key: 'on', name: 'On', help: 'It answers, and does what the rules allow.' },
  {
    key: 'reading',
    name: 'On, but writes nothing',
    help: 'It answers and looks things up. Refunds, changes and resets go to people, those already decided too.',
  },
  {
    key: 'off',
    name: 'Off',
    help: 'Every conversation goes to people at its next message, and customers hear that a person comes.',
  },
];

const verbs: Record<Standing, string> = { on: 'Switch it on', reading: 'Stop its writes', off: 'Switch it off' };

type Props = { now: Standing; proposed: Standing; onClose: () => void };

/** Asks before the assistant is switched: it holds everywhere at once. */
export function SwitchDialog({ now, proposed, onClose }: Props) {
  const [to, setTo] = useState<Standing>(proposed);
  const switching = useSwitching();
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title="The assistant">
      <fieldset className="flex flex-col gap-3">
        <legend className="mb-3 text-ink-2">
          Holds for every conversation within a second, and is kept in the audit.
        </legend>
        {choices.map(({ key, name, help }) => (
          <label key={key} className="grid grid-cols-[16px_1fr] gap-x-2.5 max-pane:min-h-11">
            <input
              type="radio"
              name="assistant"
              checked={to === key}
              onChange={() => setTo(key)}
              className="mt-0.5 size-4 accent-(--accent)"
            />
            <span>
              <span className="block font-medium">
                {name}
                {key === now && <span className="font-text text-ink-3"> (now)</span>}
              </span>
              <span className="block text-pretty text-ink-2">{help}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <div className="mt-5 flex justify-end gap-2">
        <Button size="form" look="plain" onClick={onClose}>
          Leave it
        </Button>
        <Button
          size="form"
          look={to === 'on' ? 'filled' : 'danger'}
          disabled={to === now}
          busy={switching.isPending}
          onClick={() => switching.mutate(switchOf[to], { onSuccess: onClose })}
        >
          {verbs[to]}
        </Button>
      </div>
    </Dialog>
  );
}
