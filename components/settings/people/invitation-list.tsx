'use client';

import { useState } from 'react';
import { renew, revoke } from '@/app/(workspace)/settings/people/actions';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { useNow } from '@/components/ui/use-now';
import type { InvitationRow } from '@/lib/auth/person.schema';
import { formatDay } from '@/lib/format/format-time';
import { LinkOnce } from './link-once';
import { usePeopleChange } from './queries';

/** Who is invited and has not come yet. */
export function InvitationList({ invitations }: { invitations: InvitationRow[] }) {
  const renewing = usePeopleChange(renew, 'The link was not renewed');
  return (
    <section aria-label="Invited" className="mt-8">
      <h2 className="mb-1 font-strong">
        Invited <span className="text-meta font-text text-ink-3">{invitations.length}</span>
      </h2>
      <ul>
        {invitations.map((one) => (
          <Invited
            key={one.id}
            invitation={one}
            busy={renewing.isPending}
            onRenew={() => renewing.mutate({ invitationId: one.id })}
          />
        ))}
      </ul>
      <Dialog open={renewing.data !== undefined} onOpenChange={(open) => !open && renewing.reset()} title="A new link">
        {renewing.data && (
          <LinkOnce label="Link for the invitation" {...renewing.data} onDone={() => renewing.reset()} />
        )}
      </Dialog>
    </section>
  );
}

type Props = { invitation: InvitationRow; busy: boolean; onRenew: () => void };

function Invited({ invitation, busy, onRenew }: Props) {
  const now = useNow(60_000);
  const [asked, setAsked] = useState(false);
  const withdrawing = usePeopleChange(revoke, 'The invitation was not withdrawn', 'The link counts no more');
  const over = now > 0 && Date.parse(invitation.expiresAt) <= now;
  return (
    <li className="flex min-h-12 flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-1.5">
      <span className="min-w-0 flex-1 basis-60">
        <span className="block truncate font-medium">{invitation.name}</span>
        <span className="block truncate text-meta text-ink-3">
          {invitation.email}, as <span>{invitation.roleName}</span>
          {invitation.teams.length > 0 && ` in ${invitation.teams.join(', ')}`}
        </span>
      </span>
      <span className="text-meta text-ink-3">
        {now > 0 && `by ${invitation.invitedBy || 'a colleague'}, ${formatDay(invitation.createdAt, now)}`}
      </span>
      {over ? <Badge tone="attention">Link is too old</Badge> : <Badge>Waits</Badge>}
      <span className="flex gap-1">
        <Button look="plain" busy={busy} aria-label={`New link for ${invitation.name}`} onClick={onRenew}>
          New link
        </Button>
        <Button
          look="danger-plain"
          busy={withdrawing.isPending}
          aria-label={
            asked
              ? `Yes, withdraw the invitation of ${invitation.name}`
              : `Withdraw the invitation of ${invitation.name}`
          }
          onClick={() => (asked ? withdrawing.mutate({ invitationId: invitation.id }) : setAsked(true))}
          onBlur={() => setAsked(false)}
        >
          {asked ? 'Yes, withdraw' : 'Withdraw'}
        </Button>
      </span>
    </li>
  );
}
