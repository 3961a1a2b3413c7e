'use client';

import { Check, Clock, Send, TriangleAlert, Undo2 } from 'lucide-react';
import { ListFailed } from '@/components/inbox/list-states';
import { Dialog } from '@/components/ui/dialog';
import { EmptyState } from '@/components/ui/empty-state';
import { Skeleton } from '@/components/ui/skeleton';
import { useNow } from '@/components/ui/use-now';
import { formatMoment } from '@/lib/format/format-time';
import { formatPeriod } from '@/lib/format/period';
import { sayWhyNot } from '@/lib/format/say-schedule';
import type { ReportRow, Sendings } from '@/lib/reports/report.schema';
import { useCounting } from '../counting';
import { useSendings } from './queries';
import { sayMailState } from './say-report';

type Sending = Sendings['sendings'][number];

/** What was sent of a report, the newest first: when, which days, to whom, and what became of each mail. */
export function HistoryDialog({ report, onClose }: { report: ReportRow; onClose: () => void }) {
  const { data, error, refetch } = useSendings(report.id);
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title={`What was sent of ${report.name}`}
      description="It is remembered for 90 days."
    >
      {!data && error && <ListFailed what="What was sent" error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton className="h-24 w-full" />}
      {data?.sendings.length === 0 && (
        <EmptyState icon={Send} title="Nothing was sent yet">
          Each time it is sent, it stands here with what became of it.
        </EmptyState>
      )}
      <ul>
        {data?.sendings.map((sending) => (
          <SendingLine key={sending.id} sending={sending} />
        ))}
      </ul>
    </Dialog>
  );
}

function SendingLine({ sending: { at, by, period, why, mails } }: { sending: Sending }) {
  const now = useNow(60_000);
  const { today, timeZone } = useCounting();
  return (
    <li className="grid grid-cols-[200px_minmax(0,1fr)] gap-x-6 gap-y-1 border-t border-line py-3 max-pane:grid-cols-1">
      <div className="tabular-nums">
        <p className="font-medium">{now > 0 && formatMoment(at, now, timeZone)}</p>
        <p className="text-meta text-ink-3">
          {[period ? formatPeriod(period, today) : null, by ? `by ${by}` : 'by schedule'].filter(Boolean).join(' · ')}
        </p>
      </div>
      {why ? (
        <p className="flex items-start gap-1.5 text-attention-text">
          <TriangleAlert size={16} strokeWidth={1.75} aria-hidden className="mt-0.5 flex-none" />
          Not sent: {sayWhyNot(why)}
        </p>
      ) : (
        <ul className="min-w-0">
          {mails.map((mail) => (
            <li key={mail.id} className="flex min-w-0 items-baseline gap-2">
              <span className="min-w-0 flex-1 truncate">{mail.to}</span>
              <MailState mail={mail} />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

const signs = {
  waiting: { icon: Clock, colour: 'text-ink-3' },
  sent: { icon: Check, colour: 'text-solved-text' },
  failed: { icon: TriangleAlert, colour: 'text-danger-text' },
  dropped: { icon: TriangleAlert, colour: 'text-danger-text' },
  withdrawn: { icon: Undo2, colour: 'text-ink-3' },
} as const;

function MailState({ mail: { state, why } }: { mail: Sending['mails'][number] }) {
  const { icon: Icon, colour } = signs[state];
  return (
    <span className="flex min-w-0 flex-none items-center gap-1.5 text-meta text-ink-2 max-pane:max-w-[60%]">
      <Icon size={12} strokeWidth={2} aria-hidden className={`flex-none ${colour}`} />
      {sayMailState(state)}
      {why && state !== 'sent' && <span className="truncate text-ink-3">{why}</span>}
    </span>
  );
}
