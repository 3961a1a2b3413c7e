'use client';

import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';

type Props = { label: string; value: string; says: string; onDone: () => void };

/** A secret that is shown this once, to be copied and passed on by hand. */
export function ShownOnce({ label, value, says, onDone }: Props) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(value).catch(() => undefined);
    setCopied(true);
  };
  return (
    <div className="flex flex-col gap-4">
      <p className="text-pretty text-ink-2">{says}</p>
      <Field
        label={label}
        value={value}
        readOnly
        spellCheck={false}
        onFocus={(event) => event.target.select()}
        inside={
          <Button icon={copied ? Check : Copy} look="plain" onClick={() => void copy()}>
            {copied ? 'Copied' : 'Copy'}
          </Button>
        }
      />
      <div className="flex justify-end">
        <Button size="form" look="filled" onClick={onDone}>
          Done
        </Button>
      </div>
    </div>
  );
}
