'use client';

import { ChevronDown, Search } from 'lucide-react';
import { useState } from 'react';
import { useRested } from '@/components/knowledge/use-rested';
import { TierBadge } from '@/components/ui/badge';
import { Popover } from '@/components/ui/popover';
import type { AsWhom } from '@/lib/governance/playbook-case.schema';
import type { SampleCustomer } from '@/lib/governance/playbook-view.schema';
import { useSampleCustomers } from './queries';

/** Whom it is simulated as: somebody with an account, whose real records are read, or nobody in particular. */
export function CustomerPick({ as, onPick }: { as: AsWhom; onPick: (as: AsWhom) => void }) {
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const found = useSampleCustomers(useRested(typed, 200));
  const choose = (one: SampleCustomer | null) => {
    onPick({
      ...as,
      subject: one?.subject ?? null,
      name: one?.name ?? 'A customer',
      tier: one?.tier ?? null,
      email: one?.email ?? null,
    });
    setOpen(false);
  };
  return (
    <Popover
      bare
      side="bottom"
      align="start"
      title="Simulate as"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <button
          type="button"
          className="flex h-8 w-full min-w-0 items-center gap-2 rounded-corner border border-line-control bg-surface px-2.5 text-left max-pane:h-11"
        >
          <TierBadge tier={as.tier} />
          <span className="min-w-0 flex-1 truncate">
            {as.name}, {as.subject === null ? 'no account' : as.verified ? 'verified' : 'not verified'}
          </span>
          <ChevronDown size={16} strokeWidth={1.75} aria-hidden className="flex-none text-ink-3" />
        </button>
      }
    >
      <label className="flex h-10 items-center gap-2 border-b border-line px-3">
        <Search size={16} strokeWidth={1.75} aria-hidden className="flex-none text-ink-3" />
        <input
          type="search"
          aria-label="Find a customer"
          placeholder="Name, or whole address"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          className="min-w-0 flex-1 bg-transparent outline-none placeholder:text-ink-3 focus-visible:shadow-none"
        />
      </label>
      <ul aria-label="Customers" className="max-h-64 overflow-y-auto p-1">
        {found.data?.customers.map((one) => (
          <li key={one.subject ?? one.name}>
            <button
              type="button"
              onClick={() => choose(one)}
              className="flex h-8 w-full items-center gap-2 rounded-corner px-2 text-left hover:bg-hover max-pane:h-11"
            >
              <span className="min-w-0 flex-1 truncate">{one.name}</span>
              <TierBadge tier={one.tier} />
            </button>
          </li>
        ))}
        <li>
          <button
            type="button"
            onClick={() => choose(null)}
            className="flex h-8 w-full items-center rounded-corner px-2 text-left text-ink-2 hover:bg-hover max-pane:h-11"
          >
            Somebody without an account
          </button>
        </li>
      </ul>
      {found.isError && <p className="px-3 pb-3 text-danger-text">{found.error.message}</p>}
      {found.data?.customers.length === 0 && (
        <p className="px-3 pb-3 text-pretty text-ink-3">
          Nobody with an account is called so. A whole address is looked up in your systems.
        </p>
      )}
    </Popover>
  );
}
