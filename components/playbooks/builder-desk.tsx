'use client';

import { Workflow } from 'lucide-react';
import { ListFailed } from '@/components/inbox/list-states';
import { ReadFailed } from '@/components/shell/fetch-json';
import { useMay } from '@/components/shell/me';
import { buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { Skeleton } from '@/components/ui/skeleton';
import { OpenPlaybook } from './open-playbook';
import { usePlaybook } from './queries';

/** One playbook: read, or say why it cannot be. */
export function BuilderDesk({ playbookKey }: { playbookKey: string }) {
  const playbook = usePlaybook(playbookKey);
  const edits = useMay('intents.edit');
  if (playbook.data) return <OpenPlaybook key={playbookKey} view={playbook.data} edits={edits} />;
  return (
    <main id="main" className="flex min-w-0 flex-1 flex-col bg-surface">
      {!playbook.isError ? (
        <div role="status" aria-label="Reading the playbook" className="flex min-h-0 flex-1 flex-col">
          <div className="flex h-(--bar) items-center border-b border-line px-6">
            <Skeleton className="h-4 w-52" />
          </div>
          <div className="flex min-h-0 flex-1">
            <div className="flex flex-1 flex-col items-center gap-[38px] bg-canvas pt-7">
              {[1, 2, 3, 4].map((at) => (
                <Skeleton key={at} className="h-16 w-[212px] rounded-[8px]" />
              ))}
            </div>
            <div className="w-[340px] border-l border-line max-desk:hidden" />
          </div>
        </div>
      ) : playbook.error instanceof ReadFailed && playbook.error.status === 404 ? (
        <EmptyState
          icon={Workflow}
          title="There is no such playbook"
          actions={
            <Link href="/automation/playbooks" className={buttonClass('outlined')}>
              All playbooks
            </Link>
          }
        >
          It may have been a draft that was discarded.
        </EmptyState>
      ) : (
        <ListFailed what="The playbook" error={playbook.error} onRetry={() => void playbook.refetch()} />
      )}
    </main>
  );
}
