'use client';

import { UserRound } from 'lucide-react';
import { TierBadge } from '@/components/ui/badge';
import { Link } from '@/components/ui/link';
import type { FoundCustomer } from '@/lib/conversations/search.schema';

type Props = { customers: FoundCustomer[]; query: string };

/** Customers by name or address, above what they said. */
export function FoundCustomers({ customers, query }: Props) {
  if (customers.length === 0) return null;
  return (
    <section aria-label={`Customers for ${query}`} className="border-b border-line px-4 py-3 max-pane:px-2">
      <h2 className="px-2 pb-1 text-meta font-medium text-ink-3">Customers</h2>
      <ul className="grid grid-cols-2 gap-x-4 max-pane:grid-cols-1">
        {customers.map(({ id, name, tier, conversations }) => (
          <li key={id}>
            <Link
              href={`/customers/${id}`}
              className="flex h-8 min-w-0 items-center gap-2 rounded-corner px-2 hover:bg-hover max-pane:h-11"
            >
              <UserRound size={16} strokeWidth={1.75} aria-hidden className="flex-none text-ink-3" />
              <span className="truncate font-medium">{name}</span>
              <TierBadge tier={tier} />
              <span className="flex-1" />
              <span className="text-meta whitespace-nowrap text-ink-3 tabular-nums">
                {conversations} {conversations === 1 ? 'conversation' : 'conversations'}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
