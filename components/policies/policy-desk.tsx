'use client';

import { ShieldX } from 'lucide-react';
import { ListFailed } from '@/components/inbox/list-states';
import { ReadFailed } from '@/components/shell/fetch-json';
import { buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { Skeleton } from '@/components/ui/skeleton';
import { OpenPolicy } from './open-policy';
import { usePolicy } from './queries';

export function PolicyDesk({ policyKey }: { policyKey: string }) {
  const policy = usePolicy(policyKey);
  if (policy.data) return <OpenPolicy key={policyKey} view={policy.data} />;
  return (
    <main id="main" className="min-w-0 flex-1 bg-surface">
      {!policy.isError ? (
        <div role="status" aria-label="Reading the policy">
          <div className="h-(--bar) border-b border-line" />
          <div className="flex flex-col gap-3 border-b border-line px-6 py-6 max-pane:px-4">
            <Skeleton className="h-4 w-80 max-w-full" />
            <Skeleton className="h-2.5 w-[480px] max-w-full" />
          </div>
          {['w-64', 'w-80', 'w-56', 'w-72'].map((width) => (
            <div
              key={width}
              className="flex h-16 flex-col justify-center gap-2.5 border-b border-line px-6 max-pane:px-4"
            >
              <Skeleton className={`h-3 max-w-full ${width}`} />
              <Skeleton className="h-2.5 w-96 max-w-full" />
            </div>
          ))}
        </div>
      ) : policy.error instanceof ReadFailed && policy.error.status === 404 ? (
        <EmptyState
          icon={ShieldX}
          title="There is no such policy"
          actions={
            <Link href="/automation/policies" className={buttonClass('outlined')}>
              All policies
            </Link>
          }
        >
          It may have been discarded before it was ever released.
        </EmptyState>
      ) : (
        <ListFailed what="The policy" error={policy.error} onRetry={() => void policy.refetch()} />
      )}
    </main>
  );
}
