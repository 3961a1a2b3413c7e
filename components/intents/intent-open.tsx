'use client';

import { ChevronLeft, Ellipsis, Lock, Pencil, Plus, Trash2, TriangleAlert } from 'lucide-react';
import { useRouter, useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { deleteIntent } from '@/app/(workspace)/automation/actions';
import { ListFailed } from '@/components/inbox/list-states';
import { ReadFailed } from '@/components/shell/fetch-json';
import { Badge } from '@/components/ui/badge';
import { Button, buttonClass } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { EmptyState } from '@/components/ui/empty-state';
import { IconButton } from '@/components/ui/icon-button';
import { Link } from '@/components/ui/link';
import { Menu, MenuItem } from '@/components/ui/menu';
import { Skeleton } from '@/components/ui/skeleton';
import type { IntentsView, IntentView } from '@/lib/governance/intent-view.schema';
import { AddExamplesDialog } from './add-examples-dialog';

import { EditIntentDialog } from './edit-intent-dialog';
import { ExampleTable } from './example-table';
import { chooseShown, ExampleTabs, type Shown, shownNames } from './example-tabs';
import { weakF1 } from './intent-list';
import { IntentSide } from './intent-side';
import { useIntent, useIntentChange } from './queries';
import { SuggestionTable } from './suggestion-table';

type Props = { intentKey: string; view: IntentsView | undefined; edits: boolean };

export function IntentOpen({ intentKey, view, edits }: Props) {
  const intent = useIntent(intentKey);
  if (intent.data) return <Open intent={intent.data} view={view} edits={edits} />;
  if (intent.isError)
    return (
      <div className="min-w-0 flex-1">
        {intent.error instanceof ReadFailed && intent.error.status === 404 ? (
          <EmptyState
            icon={Lock}
            title="There is no such intent"
            actions={
              <Link href="/automation/intents" className={buttonClass('outlined')}>
                Back to the intents
              </Link>
            }
          >
            It may have been removed.
          </EmptyState>
        ) : (
          <ListFailed what="The intent" error={intent.error} onRetry={() => void intent.refetch()} />
        )}
      </div>
    );
  return (
    <div role="status" aria-label="Reading the intent" className="flex min-w-0 flex-1 flex-col gap-4 p-6">
      <Skeleton className="h-5 w-44" />
      <Skeleton className="h-3 w-3/4" />
      {['w-2/3', 'w-1/2', 'w-3/5', 'w-2/5', 'w-1/2'].map((width) => (
        <Skeleton key={width} className={`mt-2 h-3 ${width}`} />
      ))}
    </div>
  );
}

function Open({ intent, view, edits }: { intent: IntentView; view: IntentsView | undefined; edits: boolean }) {
  const shown = useShown();
  const [dialog, setDialog] = useState<'add' | 'edit' | 'remove' | null>(null);
  const rows = chooseShown(intent.examples, shown, intent.key);
  const router = useRouter();
  const removing = useIntentChange(deleteIntent, 'The intent was not removed');
  const close = () => setDialog(null);
  return (
    <div className="flex min-h-0 min-w-0 flex-1 max-wide:flex-col max-wide:overflow-y-auto">
      <section
        aria-label={intent.name}
        className="flex min-h-0 min-w-0 flex-1 flex-col max-wide:h-[max(70%,440px)] max-wide:flex-none"
      >
        <Head intent={intent} edits={edits} onChoose={setDialog} />
        <div className="flex flex-none items-center gap-2 px-6 pt-3 pb-1 max-pane:flex-wrap max-pane:px-4">
          <h3 className="font-strong">Examples</h3>
          <span className="text-meta text-ink-3 tabular-nums">{intent.examples.length}</span>
          {edits && <IconButton icon={Plus} label="Add examples" onClick={() => setDialog('add')} />}
          <span className="flex-1" />
          <ExampleTabs intent={intent} shown={shown} />
        </div>
        {shown === 'suggested' ? (
          <SuggestionTable intent={intent} intents={view?.intents ?? []} edits={edits} />
        ) : (
          <ExampleTable
            intent={intent}
            rows={rows}
            empty={shownNames[shown].empty}
            intents={view?.intents ?? []}
            edits={edits}
          />
        )}
      </section>
      <IntentSide intent={intent} />
      {dialog === 'add' && <AddExamplesDialog intent={intent} onClose={close} />}
      {dialog === 'edit' && <EditIntentDialog intent={intent} teams={view?.teams ?? []} onClose={close} />}
      {dialog === 'remove' && (
        <ConfirmDialog
          title={`Remove ${intent.name}?`}
          verb="Remove"
          busy={removing.isPending}
          onClose={close}
          onConfirm={() => removing.mutate({ id: intent.id }, { onSuccess: () => router.push('/automation/intents') })}
        >
          Its {intent.examples.length} examples go with it. What is live goes on as it is until the next training; a
          released version keeps the examples and can put them back.
        </ConfirmDialog>
      )}
    </div>
  );
}

function useShown(): Shown {
  const asked = useSearchParams().get('examples');
  return asked && asked in shownNames ? (asked as Shown) : 'all';
}

type HeadProps = { intent: IntentView; edits: boolean; onChoose: (what: 'edit' | 'remove') => void };

function Head({ intent, edits, onChoose }: HeadProps) {
  const weak = intent.measured !== null && intent.measured.f1 < weakF1;
  const { autonomous, reviewed } = intent.thresholds;
  return (
    <header className="flex-none border-b border-line px-6 pt-4 pb-3 max-pane:px-4">
      <div className="flex items-center gap-2">
        <Link
          href="/automation/intents"
          aria-label="Back to the intents"
          className="-ml-2 grid size-11 place-items-center text-ink-3 pane:hidden"
        >
          <ChevronLeft size={20} strokeWidth={1.75} aria-hidden />
        </Link>
        <h2 className="min-w-0 truncate text-title font-strong tracking-(--tracking-title)">{intent.name}</h2>
        {intent.measured ? (
          <Badge tone={weak ? 'attention' : 'quiet'} icon={weak ? TriangleAlert : undefined}>
            F1 {intent.measured.f1.toFixed(2)}
          </Badge>
        ) : (
          <Badge>not trained yet</Badge>
        )}
        <span className="flex-1" />
        {edits && (
          <Menu trigger={<Button look="plain" aria-label="More" icon={Ellipsis} />}>
            <MenuItem sign={<Pencil size={16} strokeWidth={1.75} aria-hidden />} onChoose={() => onChoose('edit')}>
              Edit
            </MenuItem>
            <MenuItem sign={<Trash2 size={16} strokeWidth={1.75} aria-hidden />} onChoose={() => onChoose('remove')}>
              Remove
            </MenuItem>
          </Menu>
        )}
      </div>
      <p className="mt-0.5 max-w-[560px] text-pretty text-ink-2">{intent.description || 'No description yet.'}</p>
      <dl className="mt-2.5 grid grid-cols-[72px_1fr_64px_1fr] gap-x-3 gap-y-1 max-pane:grid-cols-[72px_1fr]">
        <Fact label="Playbook">
          {intent.playbook ? `${intent.playbook.key} v${intent.playbook.version}` : 'None: answered from articles'}
        </Fact>
        <Fact label="Team">{intent.team?.name ?? 'No team'}</Fact>
        <Fact label="Thresholds">
          {autonomous === undefined && reviewed === undefined
            ? 'As the workspace'
            : `${autonomous ?? 'workspace'} alone, ${reviewed ?? 'workspace'} reviewed`}
        </Fact>
        <Fact label="Key">{intent.key}</Fact>
      </dl>
    </header>
  );
}

function Fact({ label, children }: { label: string; children: string }) {
  return (
    <>
      <dt className="text-meta leading-5 text-ink-3">{label}</dt>
      <dd className="min-w-0 truncate">{children}</dd>
    </>
  );
}
