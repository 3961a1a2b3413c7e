'use client';

import { Search } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { mergeInto } from '@/app/(workspace)/customers/actions';
import { Avatar } from '@/components/ui/avatar';
import { TierBadge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Skeleton } from '@/components/ui/skeleton';
import type { CustomerDetail, CustomerRow, MergePreview } from '@/lib/conversations/customer.schema';
import { useCustomerChange, useCustomers, useMergePreview } from './queries';

const foundShown = 6;

/** Finds the other one, shows what goes over, and makes the two one. */
export function MergeDialog({ customer, onClose }: { customer: CustomerDetail; onClose: () => void }) {
  const [search, setSearch] = useState('');
  const [fromId, setFromId] = useState<string | null>(null);
  const q = useDeferredValue(search.trim());
  const found = useCustomers(q);
  const preview = useMergePreview(customer.id, fromId);
  const merging = useCustomerChange(mergeInto, 'They are still two', 'They are one customer now');
  const others = (found.data?.pages[0]?.rows ?? []).filter(({ id }) => id !== customer.id).slice(0, foundShown);
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={`Merge another into ${customer.name}`}>
      {fromId === null ? (
        <>
          <Field
            label="Who is the same person"
            placeholder="A part of a name, an address or a number"
            maxLength={200}
            autoFocus
            value={search}
            inside={<Search size={16} strokeWidth={1.75} aria-hidden className="flex-none text-ink-3" />}
            onChange={(event) => setSearch(event.target.value)}
          />
          <ul className="mt-2 min-h-40">
            {q !== '' && others.map((row) => <Found key={row.id} row={row} onChoose={() => setFromId(row.id)} />)}
            {q !== '' && found.isSuccess && others.length === 0 && (
              <li className="py-3 text-ink-3">Nobody else fits that.</li>
            )}
          </ul>
        </>
      ) : (
        <>
          {preview.data ? (
            <Preview preview={preview.data} into={customer.name} />
          ) : preview.isError ? (
            <p className="text-danger-text">{preview.error.message}</p>
          ) : (
            <Skeleton className="h-24 w-full" />
          )}
          <div className="mt-5 flex justify-end gap-2">
            <Button size="form" look="plain" onClick={() => setFromId(null)}>
              Choose another
            </Button>
            <Button
              size="form"
              look="filled"
              disabled={!preview.data || preview.data.stopped !== null}
              busy={merging.isPending}
              onClick={() => merging.mutate({ fromId, intoId: customer.id }, { onSuccess: onClose })}
            >
              Merge
            </Button>
          </div>
        </>
      )}
    </Dialog>
  );
}

function Found({ row, onChoose }: { row: CustomerRow; onChoose: () => void }) {
  return (
    <li className="border-b border-line">
      <button
        type="button"
        onClick={onChoose}
        className="focus-inside flex w-full items-center gap-3 rounded-corner px-1 py-1.5 text-left hover:bg-hover"
      >
        <Avatar name={row.name} />
        <span className="min-w-0 flex-1">
          <span className="flex items-center gap-2">
            <span className="truncate font-medium">{row.name}</span>
            <TierBadge tier={row.tier} />
          </span>
          <span className="block truncate text-meta text-ink-3">{row.reach ?? 'No address'}</span>
        </span>
        <span className="text-meta text-ink-3">
          {row.conversations === 1 ? '1 conversation' : `${row.conversations} conversations`}
        </span>
      </button>
    </li>
  );
}

function Preview({ preview, into }: { preview: MergePreview; into: string }) {
  const { from, identities, conversations, notes, stopped } = preview;
  if (stopped)
    return (
      <p className="text-pretty">
        {from.name} and {into} cannot be made one. {stopped}
      </p>
    );
  return (
    <>
      <p className="text-pretty">
        This goes from {from.name} to {into}, and can be taken apart again:
      </p>
      <ul className="mt-2 list-disc pl-5 text-ink-2">
        {identities.map((value) => (
          <li key={value} className="[overflow-wrap:anywhere]">
            {value}
          </li>
        ))}
        <li>{conversations === 1 ? '1 conversation' : `${conversations} conversations`}</li>
        {notes > 0 && <li>{notes === 1 ? '1 note' : `${notes} notes`}</li>}
      </ul>
      <p className="mt-2 text-meta text-pretty text-ink-3">
        Whoever writes from one of these addresses is {into} from then on. The name stays {into}.
      </p>
    </>
  );
}
