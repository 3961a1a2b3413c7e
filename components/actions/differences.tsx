'use client';

import { CircleCheck, Scale } from 'lucide-react';
import { useState } from 'react';
import { ContextSection } from '@/components/inbox/context-section';
import { useMay } from '@/components/shell/me';
import { Button } from '@/components/ui/button';
import { TextAreaField } from '@/components/ui/text-area-field';
import { useNow } from '@/components/ui/use-now';
import { formatMoment } from '@/lib/format/format-time';
import type { LedgerEntry } from '@/lib/tools/ledger.schema';
import { useResolving } from './queries';

type Difference = LedgerEntry['differences'][number];

/** Where the shop says something else, and how it was cleared up. */
export function Differences({ entry }: { entry: LedgerEntry }) {
  if (entry.differences.length === 0) return null;
  return (
    <ContextSection name="Differences" title="The shop says something else">
      <ul className="flex flex-col gap-3">
        {entry.differences.map((difference) => (
          <li key={difference.id}>
            <One difference={difference} />
          </li>
        ))}
      </ul>
    </ContextSection>
  );
}

function One({ difference }: { difference: Difference }) {
  const { resolved } = difference;
  const now = useNow(60_000);
  const mayResolve = useMay('actions.approve');
  const [closing, setClosing] = useState(false);
  return (
    <>
      <p className="grid grid-cols-[14px_1fr] gap-1.5">
        {resolved ? (
          <CircleCheck
            size={14}
            strokeWidth={1.75}
            role="img"
            aria-label="closed:"
            className="mt-[3px] text-solved-text"
          />
        ) : (
          <Scale size={14} strokeWidth={1.75} role="img" aria-label="open:" className="mt-[3px] text-attention-text" />
        )}
        <span className="min-w-0 text-pretty">
          {difference.says}
          <span className="block text-meta text-ink-3">
            {now > 0 && `Found ${formatMoment(difference.at, now)}`}
            {resolved &&
              `. ${resolved.by ? `${resolved.by.name}: “${resolved.how}”` : resolved.how}${now > 0 ? `, ${formatMoment(resolved.at, now)}` : ''}`}
          </span>
        </span>
      </p>
      {!resolved && mayResolve && !closing && (
        <Button className="mt-2 ml-5" onClick={() => setClosing(true)}>
          Close it
        </Button>
      )}
      {closing && !resolved && <CloseForm id={difference.id} onBack={() => setClosing(false)} />}
    </>
  );
}

function CloseForm({ id, onBack }: { id: string; onBack: () => void }) {
  const [how, setHow] = useState('');
  const resolving = useResolving();
  return (
    <form
      className="mt-2 ml-5"
      onSubmit={(event) => {
        event.preventDefault();
        if (how.trim()) resolving.mutate({ differenceId: id, how: how.trim() });
      }}
    >
      <TextAreaField
        label="What was found out"
        autoFocus
        rows={2}
        maxLength={500}
        value={how}
        onChange={(event) => setHow(event.target.value)}
      />
      <div className="mt-2 flex gap-2">
        <Button type="submit" look="filled" disabled={!how.trim()} busy={resolving.isPending}>
          Close it
        </Button>
        <Button look="plain" onClick={onBack}>
          Back
        </Button>
      </div>
    </form>
  );
}
