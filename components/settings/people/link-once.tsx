'use client';

import { ShownOnce } from '@/components/settings/desk/shown-once';
import { formatLongDay } from '@/lib/format/format-time';

type Props = { label: string; url: string; expiresAt: string; onDone: () => void };

/** A link that is shown this once. Whoever has it can use it, so it is passed on by hand. */
export function LinkOnce({ label, url, expiresAt, onDone }: Props) {
  return (
    <ShownOnce
      label={label}
      value={url}
      says={`Pass this link on yourself, by a way you trust: no mail is sent. It works once, until ${formatLongDay(expiresAt)}, and is not shown again.`}
      onDone={onDone}
    />
  );
}
