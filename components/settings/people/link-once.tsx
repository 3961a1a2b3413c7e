'use client';

import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { formatLongDay } from '@/lib/format/format-time';

type Props = { label: string; url: string; expiresAt: string; onDone: () => void };

/** A link that is shown this once. Whoever has it can use it, so it is passed on by hand. */
export function LinkOnce({ label, url, expiresAt, onDone }: Props) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(url).catch(() => undefined);
    setCopied(true);
  };
  return (
    <div className="flex flex-col gap-4">
      <p className="text-pretty text-ink-2">
        Pass this link on yourself, by a way you trust: no mail is sent. It works once, until {formatLongDay(expiresAt)}
        , and is not shown again.
      </p>
      <Field
        label={label}
        value={url}
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
