'use client';

import { GitPullRequestArrow } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { release } from '@/app/(workspace)/automation/actions';
import { useWaiting } from '@/components/definitions/queries';
import { Reading } from '@/components/definitions/reading';
import { WaitingList } from '@/components/definitions/waiting-list';
import { ListFailed } from '@/components/inbox/list-states';
import { useMay } from '@/components/shell/me';
import { Button, buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { AutomationBar, paneClass } from './automation-bar';
import { useEffectOf, useIntentChange, useIntents } from './queries';
import { VersionEffectPane } from './version-effect';

/** What has not reached everybody yet: drafts, trials, and the effect of a trained version before it is released. */
export function WaitingDesk() {
  const list = useIntents();
  const waiting = useWaiting();
  const next = list.data?.next?.state === 'ready' ? list.data.next : null;
  const effect = useEffectOf(next?.id ?? null);
  const router = useRouter();
  const edits = useMay('intents.edit');
  const releasing = useIntentChange(
    release,
    'The version was not released',
    'Released. Every conversation from now on.',
  );
  const failed = [list, waiting, effect].find(({ isError }) => isError);
  const changes = waiting.data?.changes ?? [];
  return (
    <main id="main" className={paneClass()}>
      <AutomationBar title="Changes waiting">
        {next && edits && (
          <Button
            size="form"
            look="filled"
            busy={releasing.isPending}
            onClick={() =>
              releasing.mutate({ versionId: next.id }, { onSuccess: () => router.push('/automation/intents') })
            }
          >
            Release version {next.number}
          </Button>
        )}
      </AutomationBar>
      <div className="min-h-0 flex-1 overflow-y-auto">
        {failed ? (
          <ListFailed what="What waits" error={failed.error!} onRetry={() => void failed.refetch()} />
        ) : !list.data || !waiting.data || (next && !effect.data) ? (
          <Reading what="changes that wait" />
        ) : !next && changes.length === 0 ? (
          <EmptyState
            icon={GitPullRequestArrow}
            title="Nothing waits to be released"
            actions={
              <Link href="/automation/intents" className={buttonClass('outlined')}>
                Go to the intents
              </Link>
            }
          >
            Change a policy, a playbook or the examples of an intent: it waits here before any customer meets it.
          </EmptyState>
        ) : (
          <>
            {changes.length > 0 && <WaitingList changes={changes} />}
            {effect.data && <VersionEffectPane effect={effect.data} />}
          </>
        )}
      </div>
    </main>
  );
}
