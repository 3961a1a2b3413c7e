'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { SelectField } from '@/components/ui/select-field';
import { Switch } from '@/components/ui/switch';
import { TextAreaField } from '@/components/ui/text-area-field';
import type { PlaybookCase } from '@/lib/governance/playbook-case.schema';

const ends = {
  reply: 'with a reply',
  ask: 'with a question to the customer',
  approval: 'waiting for an approval',
  wait: 'waiting',
  handoff: 'with a handoff',
  elsewhere: 'somewhere else',
} as const;
type End = keyof typeof ends;

type Props = {
  begun: PlaybookCase;
  /** Nobody has walked it yet: what the customer says and how it ends is still to be said. */
  open: boolean;
  taken: string[];
  onKeep: (one: PlaybookCase) => void;
  onClose: () => void;
};

/** Keeps what must come out so from now on. */
export function KeepCaseDialog({ begun, open, taken, onKeep, onClose }: Props) {
  const { node, acts = [] } = begun.expect;
  const [name, setName] = useState(begun.name);
  const [said, setSaid] = useState(begun.says.filter((one) => typeof one === 'string').join('\n'));
  const [end, setEnd] = useState<End>(begun.expect.end);
  const [strict, setStrict] = useState(true);
  const wrong = taken.includes(name.trim()) ? 'There is a case of this name already.' : null;
  const says = open ? said.split('\n').flatMap((line) => line.trim() || []) : begun.says;
  const ready = wrong === null && name.trim() !== '' && says.length > 0 && says.length <= 20;
  const keep = () => {
    const { node: _, end: __, ...rest } = begun.expect;
    onKeep({ ...begun, name: name.trim(), says, expect: { ...rest, end, ...(strict && node && { node }) } });
  };
  return (
    <Dialog open onOpenChange={(next) => !next && onClose()} title={open ? 'Add a case' : 'Keep as a case'}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) keep();
        }}
      >
        <Field
          label="Name"
          value={name}
          maxLength={120}
          wrong={wrong}
          onChange={(event) => setName(event.target.value)}
        />
        {open ? (
          <>
            <TextAreaField
              label="The customer says"
              help="A line for each message, one after another."
              value={said}
              maxLength={4_000}
              onChange={(event) => setSaid(event.target.value)}
            />
            <SelectField label="It must end" value={end} onChange={(event) => setEnd(event.target.value as End)}>
              {Object.entries(ends).map(([key, words]) => (
                <option key={key} value={key}>
                  {words}
                </option>
              ))}
            </SelectField>
          </>
        ) : (
          <p className="text-pretty text-ink-2">
            It must end {ends[end]}
            {acts.length > 0 ? `, with ${acts.join(', ')} done` : ', with nothing changed'}.
          </p>
        )}
        {node && <Switch label={`It must end at the step ${node}`} checked={strict} onChange={setStrict} />}
        <div className="flex justify-end gap-2">
          <Button size="form" look="plain" onClick={onClose}>
            Not now
          </Button>
          <Button size="form" look="filled" type="submit" disabled={!ready}>
            Keep it
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
