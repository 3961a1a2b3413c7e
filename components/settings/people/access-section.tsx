'use client';

import { useState } from 'react';
import { disable, enable, passwordLink, signOutEverywhere } from '@/app/(workspace)/settings/people/actions';
import { FormSection } from '@/components/settings/form-section';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Dialog } from '@/components/ui/dialog';
import type { PersonRow } from '@/lib/auth/person.schema';
import { firstName } from '@/lib/format/initials';
import { LinkOnce } from './link-once';
import { usePeopleChange } from './queries';

/** The way in of one person: a new password, every session ended, shut out, let in again. */
export function AccessSection({ person }: { person: PersonRow }) {
  const [asking, setAsking] = useState(false);
  const linking = usePeopleChange(passwordLink, 'No link was made');
  const signingOut = usePeopleChange(signOutEverywhere, 'Nobody was signed out', 'Signed out everywhere');
  const disabling = usePeopleChange(disable, 'Nothing was changed', `${firstName(person.name)} is shut out`);
  const enabling = usePeopleChange(enable, 'Nothing was changed', `${firstName(person.name)} may come in again`);
  const about = { personId: person.id };
  const out = person.disabledAt !== null;
  return (
    <FormSection title="Access" says="Each holds at once, on every machine.">
      <ul className="flex flex-col">
        {!out && (
          <>
            <Line says="A link by which they set a new password within a day.">
              <Button size="form" busy={linking.isPending} onClick={() => linking.mutate(about)}>
                Link for a new password
              </Button>
            </Line>
            <Line says="Ends every session. They can sign in again.">
              <Button size="form" busy={signingOut.isPending} onClick={() => signingOut.mutate(about)}>
                Sign out everywhere
              </Button>
            </Line>
          </>
        )}
        {out ? (
          <Line says="With the role and the teams they had. What they held is with its teams now.">
            <Button size="form" busy={enabling.isPending} onClick={() => enabling.mutate(about)}>
              Enable
            </Button>
          </Line>
        ) : (
          <Line says="Shuts them out. What they hold goes back to its teams; nothing they wrote is lost.">
            <Button size="form" look="danger-plain" onClick={() => setAsking(true)}>
              Disable
            </Button>
          </Line>
        )}
      </ul>
      {asking && (
        <ConfirmDialog
          title={`Disable ${person.name}`}
          verb="Disable"
          keep="Keep them"
          busy={disabling.isPending}
          onClose={() => setAsking(false)}
          onConfirm={() => disabling.mutate(about, { onSuccess: () => setAsking(false) })}
        >
          {firstName(person.name)} is out at once, on every machine.{' '}
          {person.load > 0
            ? `The ${person.load === 1 ? 'conversation they hold goes' : `${person.load} conversations they hold go`} back to the queue.`
            : 'They hold no conversation now.'}
        </ConfirmDialog>
      )}
      <Dialog
        open={linking.data !== undefined}
        onOpenChange={(open) => !open && linking.reset()}
        title="A new password"
      >
        {linking.data && <LinkOnce label="Link for a new password" {...linking.data} onDone={() => linking.reset()} />}
      </Dialog>
    </FormSection>
  );
}

function Line({ says, children }: { says: string; children: React.ReactNode }) {
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-2.5 first:pt-0 last:border-b-0">
      <span className="min-w-48 flex-1 text-pretty text-ink-2">{says}</span>
      {children}
    </li>
  );
}
