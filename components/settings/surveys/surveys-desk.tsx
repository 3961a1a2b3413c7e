'use client';

import { ListFailed } from '@/components/inbox/list-states';
import { SettingsPage } from '@/components/settings/settings-side';
import { Link } from '@/components/ui/link';
import { Skeleton } from '@/components/ui/skeleton';
import { useSurveys } from './queries';
import { saySurveys } from './say-surveys';
import { SurveysForm } from './surveys-form';

/** Whom is asked what, when, and how often at most. */
export function SurveysDesk() {
  const { data, error, refetch } = useSurveys();
  return (
    <SettingsPage title="Surveys" says="How it went, and whether they would recommend you">
      {data ? (
        <>
          <h2 className="text-title font-strong tracking-(--tracking-title) text-balance">{saySurveys(data)}</h2>
          {!data.mailWorks && (
            <p className="mt-1 text-pretty text-attention-text">
              Nothing goes out by mail: no mail server is set.{' '}
              <Link href="/settings/mail" className="text-accent-text underline underline-offset-2">
                Set one
              </Link>
            </p>
          )}
          <SurveysForm view={data} />
        </>
      ) : error ? (
        <ListFailed what="The surveys" error={error} onRetry={() => void refetch()} />
      ) : (
        <div role="status" aria-label="Reading the surveys">
          <Skeleton className="h-4 w-96 max-w-full" />
          <Skeleton className="mt-10 h-56 w-full" />
          <Skeleton className="mt-6 h-56 w-full" />
        </div>
      )}
    </SettingsPage>
  );
}
