'use client';

import { CircleCheck, FlaskConical, History, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { release } from '@/app/(workspace)/automation/actions';
import { ListFailed } from '@/components/inbox/list-states';
import { useMay } from '@/components/shell/me';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Dialog } from '@/components/ui/dialog';
import { EmptyState } from '@/components/ui/empty-state';
import { Skeleton } from '@/components/ui/skeleton';
import { useNow } from '@/components/ui/use-now';
import { formatMoment } from '@/lib/format/format-time';
import type { VersionSummary } from '@/lib/governance/intent-view.schema';
import { AutomationBar, paneClass } from './automation-bar';
import { useIntentChange, useVersions } from './queries';

/** Every version there was, and the way back to one of them. */
export function HistoryDesk() {
  const versions = useVersions();
  const [back, setBack] = useState<VersionSummary | null>(null);
  const edits = useMay('intents.edit');
  const rows = versions.data?.versions ?? [];
  return (
    <main id="main" className={paneClass()}>
      <AutomationBar title="History" />
      <div className="min-h-0 flex-1 overflow-y-auto px-6 pb-8 max-pane:px-4">
        {versions.isError ? (
          <ListFailed what="The history" error={versions.error} onRetry={() => void versions.refetch()} />
        ) : versions.isPending ? (
          <div role="status" aria-label="Reading the history" className="flex flex-col gap-5 pt-6">
            {['w-1/2', 'w-2/3', 'w-1/3'].map((width) => (
              <Skeleton key={width} className={`h-3 ${width}`} />
            ))}
          </div>
        ) : rows.length === 0 ? (
          <EmptyState icon={History} title="Nothing was trained yet">
            The first version is trained when the assistant first needs it.
          </EmptyState>
        ) : (
          <table className="w-full max-w-[1128px] border-separate border-spacing-0">
            <thead>
              <tr className="text-left text-meta text-ink-3">
                <Th>Version</Th>
                <Th>State</Th>
                <Th right>F1</Th>
                <Th right>Accuracy</Th>
                <Th right wide>
                  Calibration error
                </Th>
                <Th right wide>
                  Examples
                </Th>
                <Th wide>Trained</Th>
                <Th />
              </tr>
            </thead>
            <tbody>
              {rows.map((version) => (
                <Row key={version.id} version={version} onBack={edits ? () => setBack(version) : undefined} />
              ))}
            </tbody>
          </table>
        )}
      </div>
      {back && <BackDialog version={back} onClose={() => setBack(null)} />}
    </main>
  );
}

function Th({ children, right, wide }: { children?: string; right?: boolean; wide?: boolean }) {
  return (
    <th
      scope="col"
      className={`sticky top-0 h-9 border-b border-line bg-surface pr-4 font-text whitespace-nowrap ${right ? 'text-right' : ''} ${wide ? 'max-pane:hidden' : ''}`}
    >
      {children ?? <span className="sr-only">What can be done</span>}
    </th>
  );
}

const states = {
  live: { tone: 'solved', icon: CircleCheck, name: 'Live' },
  ready: { tone: 'accent', icon: FlaskConical, name: 'Waits' },
  training: { tone: 'assistant', icon: FlaskConical, name: 'Training' },
  retired: { tone: 'quiet', icon: History, name: 'Earlier' },
  failed: { tone: 'danger', icon: TriangleAlert, name: 'Failed' },
} as const;

function Row({ version, onBack }: { version: VersionSummary; onBack?: () => void }) {
  const now = useNow(60_000);
  const { tone, icon, name } = states[version.state];
  const cell = 'h-10 border-b border-line pr-4';
  const figure = (value: number | null) => (value === null ? '–' : value.toFixed(3));
  return (
    <tr>
      <td className={`${cell} font-medium`}>
        {version.number}
        {(version.note || version.error) && (
          <span className="ml-2 font-text text-ink-3">{version.error ?? version.note}</span>
        )}
      </td>
      <td className={cell}>
        <Badge tone={tone} icon={icon}>
          {name}
        </Badge>
      </td>
      <td className={`${cell} text-right tabular-nums`}>{figure(version.macroF1)}</td>
      <td className={`${cell} text-right tabular-nums`}>{figure(version.accuracy)}</td>
      <td className={`${cell} text-right tabular-nums max-pane:hidden`}>{figure(version.ece)}</td>
      <td className={`${cell} text-right tabular-nums max-pane:hidden`}>{version.examples.toLocaleString('en')}</td>
      <td className={`${cell} whitespace-nowrap text-ink-2 max-pane:hidden`}>
        {now > 0 && formatMoment(version.createdAt, now)}
        {version.by && ` · ${version.by}`}
      </td>
      <td className={`${cell} pr-0 text-right`}>
        {version.state === 'retired' && onBack && (
          <Button look="plain" onClick={onBack}>
            Go back to it
          </Button>
        )}
      </td>
    </tr>
  );
}

function BackDialog({ version, onClose }: { version: VersionSummary; onClose: () => void }) {
  const [restoreExamples, setRestore] = useState(true);
  const going = useIntentChange(release, 'It stays as it is', `Version ${version.number} is live again`);
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={`Go back to version ${version.number}?`}>
      <p className="text-pretty text-ink-2">
        Customers are understood with it from the next message on. The version that is live now is kept and can be
        released again.
      </p>
      <div className="mt-4 flex items-start gap-2.5">
        <Checkbox label="Put its examples back too" checked={restoreExamples} onChange={setRestore} />
        <div>
          <p aria-hidden className="leading-4 font-medium">
            Put its examples back too
          </p>
          <p className="mt-1 text-meta text-ink-3">Otherwise the next training brings the later changes in again.</p>
        </div>
      </div>
      <div className="mt-5 flex justify-end gap-2">
        <Button size="form" look="plain" onClick={onClose}>
          Cancel
        </Button>
        <Button
          size="form"
          look="filled"
          busy={going.isPending}
          onClick={() => going.mutate({ versionId: version.id, restoreExamples }, { onSuccess: onClose })}
        >
          Go back
        </Button>
      </div>
    </Dialog>
  );
}
