'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { chooseHours, formatHour, toLocalInput } from '@/lib/format/choose-hour';

/** A date and an hour of one's own, in the time zone one sits in. */
export function PickHourDialog({
  title = 'Send later',
  verb = 'Schedule',
  says,
  onPick,
  onClose,
}: {
  title?: string;
  verb?: string;
  /** What happens at that hour, such as "Wakes". */
  says?: string;
  onPick: (at: Date) => void;
  onClose: () => void;
}) {
  const [text, setText] = useState(() => toLocalInput(chooseHours(new Date())[1]?.at ?? new Date()));
  const [wrong, setWrong] = useState<string | null>(null);
  const at = new Date(text);
  const pick = () => {
    if (Number.isNaN(at.getTime())) setWrong('Choose a date and a time.');
    else if (at.getTime() <= Date.now()) setWrong('This lies in the past.');
    else onPick(at);
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={title}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          pick();
        }}
      >
        <Field
          label="Date and time"
          type="datetime-local"
          value={text}
          min={toLocalInput(new Date())}
          wrong={wrong}
          onChange={(event) => {
            setText(event.target.value);
            setWrong(null);
          }}
          help={
            Number.isNaN(at.getTime())
              ? undefined
              : says
                ? `${says} ${formatHour(at, new Date())}.`
                : `Goes out ${formatHour(at, new Date())}, if you still have the conversation then.`
          }
        />
        <div className="mt-4 flex justify-end gap-2">
          <Button size="form" look="plain" onClick={onClose}>
            Cancel
          </Button>
          <Button size="form" look="filled" type="submit">
            {verb}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
