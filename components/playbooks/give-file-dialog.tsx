'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { TextAreaField } from '@/components/ui/text-area-field';
import type { Given } from '@/lib/governance/playbook-case.schema';

type Props = { onGive: (given: Given) => void; onClose: () => void };

/** A file the customer sends in a simulation: its name and its text, for nothing is kept of it. */
export function GiveFileDialog({ onGive, onClose }: Props) {
  const [name, setName] = useState('document.pdf');
  const [text, setText] = useState('');
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title="The customer sends a file">
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') onGive({ file: { name: name.trim(), text }, says: '' });
        }}
      >
        <Field label="Name" value={name} maxLength={120} onChange={(event) => setName(event.target.value)} />
        <TextAreaField
          label="What stands in it"
          help="Line by line, as it would be read. Without text it is a picture, which cannot be read."
          rows={8}
          value={text}
          maxLength={20_000}
          onChange={(event) => setText(event.target.value)}
        />
        <div className="mt-2 flex justify-end gap-2">
          <Button size="form" look="plain" onClick={onClose}>
            Not now
          </Button>
          <Button size="form" look="filled" type="submit" disabled={name.trim() === ''}>
            Send it
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
