'use client';

import { BadgeCheck, Ellipsis, Plus, Split, Trash2 } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { removeReach, verifyReach } from '@/app/(workspace)/customers/actions';
import { ContextSection } from '@/components/inbox/context-section';
import { Button } from '@/components/ui/button';
import { Menu, MenuItem, MenuLine } from '@/components/ui/menu';
import type { CustomerDetail, IdentityView } from '@/lib/conversations/customer.schema';
import { identitySigns } from './customer-words';
import { useCustomerChange } from './queries';

const AddIdentityDialog = dynamic(() => import('./add-identity-dialog').then((one) => one.AddIdentityDialog));
const SplitDialog = dynamic(() => import('./split-dialog').then((one) => one.SplitDialog));

/** How they are known and reached; which of them somebody has vouched for. */
export function IdentitiesSection({ customer, closed }: { customer: CustomerDetail; closed: boolean }) {
  const [adding, setAdding] = useState(false);
  const [splitting, setSplitting] = useState<IdentityView | null>(null);
  const edits = customer.may.edit && !closed;
  return (
    <ContextSection name="Identities" title="Identities" count={customer.identities.length}>
      {customer.identities.length === 0 && <p className="text-ink-3">Nothing to know them by.</p>}
      <ul className="flex flex-col">
        {customer.identities.map((identity) => (
          <Identity
            key={identity.id}
            identity={identity}
            customer={customer}
            edits={edits}
            onSplit={() => setSplitting(identity)}
          />
        ))}
      </ul>
      {edits && (
        <Button look="plain" icon={Plus} className="mt-1 -ml-2.5" onClick={() => setAdding(true)}>
          Add one
        </Button>
      )}
      {adding && <AddIdentityDialog customer={customer} onClose={() => setAdding(false)} />}
      {splitting && <SplitDialog customer={customer} identity={splitting} onClose={() => setSplitting(null)} />}
    </ContextSection>
  );
}

type Props = { identity: IdentityView; customer: CustomerDetail; edits: boolean; onSplit: () => void };

function Identity({ identity, customer, edits, onSplit }: Props) {
  const { icon: Icon, name } = identitySigns[identity.kind];
  const verifying = useCustomerChange(verifyReach, 'Nothing was changed');
  const removing = useCustomerChange(removeReach, 'It is still there', 'It is gone');
  const byHand = identity.kind !== 'account';
  const splits = customer.may.merge && customer.identities.length > 1;
  const sign = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const;
  const verified = identity.verifiedAt !== null;
  return (
    <li className="flex min-h-8 items-center gap-2">
      <Icon size={14} strokeWidth={1.75} aria-hidden className="flex-none text-ink-3" />
      <span className="sr-only">{name}</span>
      <span className="min-w-0 flex-1 truncate" title={identity.value}>
        {identity.value}
      </span>
      {verified ? (
        <BadgeCheck
          size={14}
          strokeWidth={1.75}
          role="img"
          aria-label="verified"
          className="flex-none text-solved-text"
        />
      ) : (
        <span className="flex-none text-meta text-ink-3">not verified</span>
      )}
      {edits && (byHand || splits) && (
        <Menu
          trigger={
            <button
              type="button"
              aria-label={`What to do with ${identity.value}`}
              className="grid size-7 flex-none place-items-center rounded-corner text-ink-3 hover:bg-hover max-pane:size-11"
            >
              <Ellipsis {...sign} />
            </button>
          }
        >
          {byHand && customer.may.merge && (
            <MenuItem
              sign={<BadgeCheck {...sign} />}
              onChoose={() => verifying.mutate({ identityId: identity.id, verified: !verified })}
            >
              {verified ? 'Not verified after all' : 'It is verified'}
            </MenuItem>
          )}
          {splits && (
            <MenuItem sign={<Split {...sign} />} onChoose={onSplit}>
              Make a customer of their own
            </MenuItem>
          )}
          {byHand && (
            <>
              <MenuLine />
              <MenuItem sign={<Trash2 {...sign} />} onChoose={() => removing.mutate({ identityId: identity.id })}>
                Take it away
              </MenuItem>
            </>
          )}
        </Menu>
      )}
    </li>
  );
}
