'use client';

import { ListFailed } from '@/components/inbox/list-states';
import { SettingsPage } from '@/components/settings/settings-side';
import { buttonClass } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { Skeleton } from '@/components/ui/skeleton';
import { HookList } from './hook-list';
import { MailForm } from './mail-form';
import { useTellings } from './queries';
import { RuleList } from './rule-list';

/** When an alert is raised, and where it is told. */
export function AlertsDesk() {
  const { data, error, refetch } = useTellings();
  return (
    <SettingsPage
      title="Alerts"
      says="When something wants a look, and who hears of it"
      doing={
        <Link href="/metrics/levels" className={buttonClass('plain')}>
          Service levels
        </Link>
      }
    >
      {data ? (
        <>
          <RuleList rules={data.rules} />
          <HookList hooks={data.hooks} />
          <MailForm key={JSON.stringify(data.mail)} mail={data.mail} />
        </>
      ) : error ? (
        <ListFailed what="The rules" error={error} onRetry={() => void refetch()} />
      ) : (
        <div role="status" aria-label="Reading the rules">
          <Skeleton className="h-4 w-64 max-w-full" />
          <Skeleton className="mt-6 h-80 w-full" />
        </div>
      )}
    </SettingsPage>
  );
}
