'use client';

import { Download, Ellipsis, Merge, Pencil, UserX } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { ListFailed } from '@/components/inbox/list-states';
import { ReadFailed } from '@/components/shell/fetch-json';
import { NothingHere } from '@/components/shell/nothing-here';
import { PageBar } from '@/components/shell/page-bar';
import { Avatar } from '@/components/ui/avatar';
import { TierBadge } from '@/components/ui/badge';
import { buttonClass } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { Menu, MenuItem, MenuLine } from '@/components/ui/menu';
import { Skeleton } from '@/components/ui/skeleton';
import type { CustomerDetail } from '@/lib/conversations/customer.schema';
import { formatLanguage } from '@/lib/format/format-language';
import { formatLongDay } from '@/lib/format/format-time';
import { ConsentSection } from './consent-section';
import { IdentitiesSection } from './identities-section';
import { MergesSection } from './merges-section';
import { NoteField } from './note-field';
import { useCustomer } from './queries';
import { ShopSection } from './shop-section';
import { Timeline } from './timeline';

const MergeDialog = dynamic(() => import('./merge-dialog').then((one) => one.MergeDialog));
const ForgetDialog = dynamic(() => import('./forget-dialog').then((one) => one.ForgetDialog));
const RenameDialog = dynamic(() => import('./rename-dialog').then((one) => one.RenameDialog));

/** One customer: what happened over all channels, and beside it who they are and what they agreed to. */
export function CustomerDesk({ customerId }: { customerId: string }) {
  const { data: customer, isError, error, refetch } = useCustomer(customerId);
  if (isError && error instanceof ReadFailed && error.status === 404) return <NothingHere />;
  return (
    <main id="main" className="flex min-h-0 min-w-0 flex-1 flex-col bg-surface">
      <PageBar title="Customer" area="Customers" places={[['/customers', 'All customers']]}>
        <Link href="/customers" className={buttonClass('plain', 'form', 'max-desk:hidden')}>
          All customers
        </Link>
        {customer && !customer.forgottenAt && !customer.mergedInto && <Doing customer={customer} />}
      </PageBar>
      {isError ? (
        <ListFailed what="The customer" error={error} onRetry={() => void refetch()} />
      ) : (
        <div className="min-h-0 flex-1 overflow-y-auto desk:flex desk:overflow-hidden">
          <div className="min-w-0 flex-1 desk:overflow-y-auto">
            <div className="mx-auto max-w-[760px] px-6 py-6 max-pane:px-4">
              {customer ? <Main customer={customer} /> : <MainSkeleton />}
            </div>
          </div>
          <aside
            aria-label="About this customer"
            className="w-(--context) flex-none border-l border-line bg-canvas max-desk:w-full max-desk:border-t max-desk:border-l-0 desk:overflow-y-auto"
          >
            {customer && <About customer={customer} />}
          </aside>
        </div>
      )}
    </main>
  );
}

function Main({ customer }: { customer: CustomerDetail }) {
  const closed = customer.forgottenAt !== null || customer.mergedInto !== null;
  return (
    <>
      <header className="mb-5 flex items-center gap-4">
        <Avatar name={customer.name} size={40} />
        <div className="min-w-0">
          <h2 className="flex flex-wrap items-center gap-2">
            <span className="text-title font-strong tracking-(--tracking-title) [overflow-wrap:anywhere]">
              {customer.name}
            </span>
            <TierBadge tier={customer.tier} />
          </h2>
          <p className="text-meta text-ink-3">
            {[
              `here since ${formatLongDay(customer.createdAt)}`,
              customer.conversations + customer.elsewhere === 1
                ? '1 conversation'
                : `${customer.conversations + customer.elsewhere} conversations`,
              customer.language && `writes ${formatLanguage(customer.language)}`,
            ]
              .filter(Boolean)
              .join(', ')}
          </p>
        </div>
      </header>
      {customer.mergedInto && (
        <p className="mb-5 rounded-corner bg-fill px-3 py-2">
          Merged into{' '}
          <Link href={`/customers/${customer.mergedInto.id}`} className="font-medium text-accent-text underline">
            {customer.mergedInto.name}
          </Link>
          . Everything of this customer is there.
        </p>
      )}
      {customer.forgottenAt && (
        <p className="mb-5 rounded-corner bg-fill px-3 py-2">
          Forgotten on {formatLongDay(customer.forgottenAt)}. What was said stays, without anything that tells who it
          was.
        </p>
      )}
      {!closed && customer.may.edit && <NoteField customerId={customer.id} />}
      <Timeline customer={customer} />
    </>
  );
}

function About({ customer }: { customer: CustomerDetail }) {
  const closed = customer.forgottenAt !== null || customer.mergedInto !== null;
  return (
    <>
      {!closed && <ShopSection customerId={customer.id} />}
      <IdentitiesSection customer={customer} closed={closed} />
      <ConsentSection customer={customer} closed={closed} />
      {customer.merges.length > 0 && <MergesSection customer={customer} />}
    </>
  );
}

function Doing({ customer }: { customer: CustomerDetail }) {
  const [open, setOpen] = useState<'merge' | 'forget' | 'rename' | null>(null);
  const close = () => setOpen(null);
  if (!customer.may.edit) return null;
  const sign = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const;
  return (
    <>
      <Menu
        trigger={
          <button type="button" aria-label="More to do" className={buttonClass('outlined', 'form', 'px-2')}>
            <Ellipsis {...sign} />
          </button>
        }
      >
        <MenuItem sign={<Pencil {...sign} />} onChoose={() => setOpen('rename')}>
          Change the name
        </MenuItem>
        {customer.may.merge && (
          <>
            <MenuItem sign={<Merge {...sign} />} onChoose={() => setOpen('merge')}>
              Merge another into this one
            </MenuItem>
            <MenuLine />
            {customer.may.reveal && (
              <MenuItem
                sign={<Download {...sign} />}
                onChoose={() => location.assign(`/api/customers/${customer.id}/export`)}
              >
                Export everything
              </MenuItem>
            )}
            <MenuItem sign={<UserX {...sign} />} onChoose={() => setOpen('forget')}>
              Forget this customer
            </MenuItem>
          </>
        )}
      </Menu>
      {open === 'rename' && <RenameDialog customer={customer} onClose={close} />}
      {open === 'merge' && <MergeDialog customer={customer} onClose={close} />}
      {open === 'forget' && <ForgetDialog customer={customer} onClose={close} />}
    </>
  );
}

function MainSkeleton() {
  return (
    <div role="status" aria-label="Reading the customer">
      <div className="mb-5 flex items-center gap-4">
        <Skeleton className="size-10 rounded-full" />
        <div className="flex flex-col gap-2">
          <Skeleton className="h-3.5 w-44" />
          <Skeleton className="h-2.5 w-64" />
        </div>
      </div>
      <Skeleton className="mb-5 h-9 w-full" />
      {[1, 2, 3, 4].map((row) => (
        <div key={row} className="flex h-14 items-center gap-3 border-b border-line">
          <Skeleton className="size-4" />
          <Skeleton className="h-2.5 w-72" />
        </div>
      ))}
    </div>
  );
}
