'use client';

import { BookmarkPlus } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { dropReport } from '@/app/(workspace)/metrics/reports/actions';
import { ListFailed } from '@/components/inbox/list-states';
import { useMay } from '@/components/shell/me';
import { buttonClass } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { Skeleton } from '@/components/ui/skeleton';
import type { ReportList, ReportRow } from '@/lib/reports/report.schema';
import { Headline, MetricsPage } from '../metrics-page';
import { useReportChange, useReports } from './queries';
import { ReportLine } from './report-line';
import { sayReports } from './say-report';

const ReportDialog = dynamic(() => import('./report-dialog').then((one) => one.ReportDialog));
const HistoryDialog = dynamic(() => import('./history-dialog').then((one) => one.HistoryDialog));

/** Views that were kept: one's own and those that are shared, when each is sent and how that went. */
export function ReportsDesk() {
  const { data, error, refetch } = useReports();
  return (
    <MetricsPage title="Reports" bar="none">
      {data ? (
        <Reports list={data} />
      ) : error ? (
        <ListFailed what="The reports" error={error} onRetry={() => void refetch()} />
      ) : (
        <div role="status" aria-label="Reading the reports">
          <Skeleton className="mt-1 h-4 w-80 max-w-full" />
          {[1, 2, 3].map((row) => (
            <Skeleton key={row} className="mt-8 h-3 w-2/3" />
          ))}
        </div>
      )}
    </MetricsPage>
  );
}

/** Which report has what open. */
type Open = { what: 'edit' | 'history' | 'delete'; id: string };

function Reports({ list }: { list: ReportList }) {
  const [open, setOpen] = useState<Open | null>(null);
  const { reports } = list;
  const report = reports.find(({ id }) => id === open?.id);
  const close = () => setOpen(null);
  if (reports.length === 0)
    return (
      <div className="h-96">
        <EmptyState
          icon={BookmarkPlus}
          title="No view is saved yet"
          actions={
            <Link href="/metrics" className={buttonClass('filled')}>
              Go to the overview
            </Link>
          }
        >
          Choose days and filters on any page of figures, and press Save view. It can be sent by mail, too.
        </EmptyState>
      </div>
    );
  const groups = [
    ['Yours', reports.filter(({ own }) => own)],
    ['Shared by others', reports.filter(({ own }) => !own)],
  ] as const;
  return (
    <>
      <Headline says={sayReports(reports)} more={<MailNote list={list} />} />
      {groups
        .filter(([, rows]) => rows.length > 0)
        .map(([title, rows]) => (
          <section key={title} aria-label={title} className="pt-3 pb-5">
            <h3 className="border-b border-line pb-2 font-strong">{title}</h3>
            <ul>
              {rows.map((row) => (
                <ReportLine key={row.id} report={row} list={list} onOpen={(what) => setOpen({ what, id: row.id })} />
              ))}
            </ul>
          </section>
        ))}
      {report && open?.what === 'edit' && <ReportDialog opened={{ report }} onClose={close} />}
      {report && open?.what === 'history' && <HistoryDialog report={report} onClose={close} />}
      {report && open?.what === 'delete' && <DeleteDialog report={report} onClose={close} />}
    </>
  );
}

/** Whether anything goes out at all. */
function MailNote({ list: { mailWorks, timeZone } }: { list: ReportList }) {
  const admin = useMay('desk.administer');
  if (mailWorks) return `Times are those of the desk, ${timeZone}.`;
  return (
    <>
      No mail server is set: what is sent waits, three days at most.{' '}
      {admin ? (
        <Link href="/settings/mail" className="font-medium text-accent-text hover:underline">
          Set one under Settings, Mail
        </Link>
      ) : (
        'An administrator sets one under Settings, Mail.'
      )}
    </>
  );
}

function DeleteDialog({ report, onClose }: { report: ReportRow; onClose: () => void }) {
  const deleting = useReportChange(dropReport, 'It was not deleted', 'Deleted');
  return (
    <ConfirmDialog
      title={`Delete ${report.name}?`}
      verb="Delete the report"
      busy={deleting.isPending}
      onClose={onClose}
      onConfirm={() => deleting.mutate({ id: report.id }, { onSuccess: onClose })}
    >
      {report.schedule ? 'It is not sent any more, and' : 'Its view and'} what was sent of it is forgotten here. Mails
      that arrived stay where they are.
    </ConfirmDialog>
  );
}
