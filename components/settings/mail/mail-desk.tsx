'use client';

import { Send } from 'lucide-react';
import { tryMail } from '@/app/(workspace)/settings/mail/actions';
import { ListFailed } from '@/components/inbox/list-states';
import { SettingsPage } from '@/components/settings/settings-side';
import { useTrial } from '@/components/shell/use-change';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import type { MailView } from '@/lib/mail/mail.schema';
import { MailForm } from './mail-form';
import { MailLines } from './mail-lines';
import { useMail } from './queries';
import { sayMail, sayServer } from './say-mail';

/** Through what mails go out, and what did not go. */
export function MailDesk() {
  const { data, error, refetch } = useMail();
  return (
    <SettingsPage title="Mail" says="What goes out by itself">
      {data ? (
        <>
          <Standing view={data} />
          <MailForm view={data} />
          <MailLines lines={data.lines} />
        </>
      ) : error ? (
        <ListFailed what="The mail server" error={error} onRetry={() => void refetch()} />
      ) : (
        <div role="status" aria-label="Reading the mail server">
          <Skeleton className="h-4 w-80 max-w-full" />
          <Skeleton className="mt-4 h-2.5 w-[480px] max-w-full" />
          <Skeleton className="mt-10 h-32 w-full" />
          <Skeleton className="mt-6 h-20 w-full" />
        </div>
      )}
    </SettingsPage>
  );
}

function Standing({ view }: { view: MailView }) {
  const trying = useTrial(tryMail);
  return (
    <section aria-label="How mail stands">
      <h2 className="text-title font-strong tracking-(--tracking-title) text-balance">{sayMail(view)}</h2>
      <p className="mt-1 text-pretty text-ink-2">{sayServer(view)}</p>
      {view.by && (
        <div className="mt-4 flex flex-wrap items-center gap-3">
          <Button icon={Send} busy={trying.isPending} onClick={() => trying.mutate({})}>
            Send a test to myself
          </Button>
          <span role="status" className={trying.isError ? 'text-danger-text' : 'text-ink-2'}>
            {trying.isError && trying.error.message}
            {trying.isSuccess && `Handed in. Look for it at ${trying.data.to}.`}
          </span>
        </div>
      )}
    </section>
  );
}
