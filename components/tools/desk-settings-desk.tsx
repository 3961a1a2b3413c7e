'use client';

import { ListFailed } from '@/components/inbox/list-states';
import { AutomationBar, paneClass } from '@/components/intents/automation-bar';
import { useMay } from '@/components/shell/me';
import { DeskSettingsForm } from './desk-settings-form';
import { useDeskSettings } from './queries';
import { ToolsSkeleton } from './tools-skeleton';

/** What stands of a customer beside each conversation, and which products there are. */
export function DeskSettingsDesk() {
  const { data, error, refetch } = useDeskSettings();
  const edits = useMay('intents.edit');
  if (data) return <DeskSettingsForm view={data} edits={edits} />;
  return (
    <main id="main" className={paneClass()}>
      <AutomationBar title="What the desk shows" />
      {error ? (
        <ListFailed what="What the desk shows" error={error} onRetry={() => void refetch()} />
      ) : (
        <div className="px-6 max-pane:px-4">
          <ToolsSkeleton />
        </div>
      )}
    </main>
  );
}
