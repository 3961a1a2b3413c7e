'use client';

import { FlaskConical, Plus, Tags } from 'lucide-react';
import { useParams } from 'next/navigation';
import { useState } from 'react';
import { train } from '@/app/(workspace)/automation/actions';
import { ListFailed } from '@/components/inbox/list-states';
import { useMay } from '@/components/shell/me';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { useNow } from '@/components/ui/use-now';
import { formatDay } from '@/lib/format/format-time';
import type { IntentsView } from '@/lib/governance/intent-view.schema';
import { AutomationBar } from './automation-bar';
import { IntentList } from './intent-list';
import { IntentOpen } from './intent-open';
import { NewIntentDialog } from './new-intent-dialog';
import { useIntentChange, useIntents } from './queries';
import { ReleaseBar } from './release-bar';

/** What customers want, by name: the intents, the examples that teach them, and how well they are told apart. */
export function IntentsDesk() {
  const { key } = useParams<{ key?: string }>();
  const list = useIntents();
  const [adding, setAdding] = useState(false);
  const edits = useMay('intents.edit');
  const training = useIntentChange(train, 'Training did not start');
  const view = list.data;
  const busy = training.isPending || view?.next?.state === 'training';
  const chosen = key ?? null;
  return (
    <main id="main" className="flex min-h-0 min-w-0 flex-1 flex-col bg-surface">
      <AutomationBar title="Intents" says={view && <Standing view={view} />}>
        {edits && (
          <>
            <Button size="form" icon={Plus} onClick={() => setAdding(true)}>
              New intent
            </Button>
            <Button
              size="form"
              look={view?.next?.state === 'ready' ? 'outlined' : 'filled'}
              icon={FlaskConical}
              busy={busy}
              disabled={!view}
              onClick={() => training.mutate({ note: '' })}
            >
              {busy ? 'Training…' : 'Train and test'}
            </Button>
          </>
        )}
      </AutomationBar>
      {view && <ReleaseBar view={view} edits={edits} />}
      <div className="flex min-h-0 flex-1">
        {list.isError ? (
          <div className="flex-1">
            <ListFailed what="The intents" error={list.error} onRetry={() => void list.refetch()} />
          </div>
        ) : (
          <>
            <IntentList view={view} chosen={chosen} />
            {chosen ? (
              <IntentOpen key={chosen} intentKey={chosen} view={view} edits={edits} />
            ) : (
              <div className="min-w-0 flex-1 max-pane:hidden">
                <EmptyState icon={Tags} title="Choose an intent">
                  Its examples, what it is mistaken for, and how sure the assistant may be of it.
                </EmptyState>
              </div>
            )}
          </>
        )}
      </div>
      {adding && <NewIntentDialog teams={view?.teams ?? []} onClose={() => setAdding(false)} />}
    </main>
  );
}

function Standing({ view: { live } }: { view: IntentsView }) {
  const now = useNow(60_000);
  if (!live) return 'Nothing is trained yet';
  const when = now > 0 ? ` ${formatDay(live.createdAt, now)}` : '';
  const f1 = live.macroF1 === null ? '' : `, held-out F1 ${live.macroF1.toFixed(2)}`;
  return `Version ${live.number}, trained${when} on ${live.examples.toLocaleString('en')} examples${f1}`;
}
