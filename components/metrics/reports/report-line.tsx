'use client';

import { Ellipsis, History, Pause, Pencil, Play, Send, Trash2, TriangleAlert } from 'lucide-react';
import { holdReport, mailReport } from '@/app/(workspace)/metrics/reports/actions';
import { IconButton } from '@/components/ui/icon-button';
import { Link } from '@/components/ui/link';
import { Menu, MenuItem, MenuLine } from '@/components/ui/menu';
import { useNow } from '@/components/ui/use-now';
import { figurePages } from '@/lib/format/figure-pages';
import { sayView } from '@/lib/format/say-view';
import type { ReportList, ReportRow } from '@/lib/reports/report.schema';
import { useCounting } from '../counting';
import { useMetricValues } from '../queries';
import { useReportChange } from './queries';
import { reportHref } from './report-href';
import { sayRhythm, sayStanding } from './say-report';

type Props = { report: ReportRow; list: ReportList; onOpen: (what: 'edit' | 'history' | 'delete') => void };

/** One report: its name leads to it, beside it when it is sent, how it stands, and what can be done with it. */
export function ReportLine({ report, list, onOpen }: Props) {
  const { today } = useCounting();
  const { data: values } = useMetricValues();
  const now = useNow(60_000);
  const { name, page, view, own, owner, shared } = report;
  const whose = own ? (shared ? ' · shared' : '') : ` · ${owner.name}`;
  return (
    <li className="relative grid grid-cols-[minmax(0,1fr)_256px_224px_28px] items-center gap-x-6 gap-y-0.5 border-b border-line py-2.5 hover:bg-hover max-desk:grid-cols-[minmax(0,1fr)_240px_28px] max-pane:grid-cols-[minmax(0,1fr)_44px]">
      <div className="min-w-0">
        <Link
          href={reportHref(report, today)}
          className="block truncate font-medium after:absolute after:inset-0 focus-visible:shadow-none focus-visible:after:shadow-[inset_0_0_0_2px_var(--focus)]"
        >
          {name}
        </Link>
        <p className="text-meta text-pretty text-ink-3">
          {figurePages[page].name} · {sayView(view, values, today)}
          {whose}
        </p>
      </div>
      <p className="text-ink-2 max-desk:hidden">{sayRhythm(report, list.timeZone)}</p>
      <div className="min-w-0 text-meta tabular-nums max-pane:col-span-1 max-pane:row-start-2">
        <p className="hidden text-ink-2 max-desk:block">{sayRhythm(report, list.timeZone)}</p>
        {now > 0 &&
          sayStanding(report, now, list.timeZone).map(({ tone, says }) => (
            <p
              key={says}
              className={tone === 'attention' ? 'flex items-start gap-1.5 text-attention-text' : 'text-ink-3'}
            >
              {tone === 'attention' && (
                <TriangleAlert size={12} strokeWidth={2} aria-hidden className="mt-0.5 flex-none" />
              )}
              {says}
            </p>
          ))}
      </div>
      <div className="relative z-10 max-pane:col-start-2 max-pane:row-span-2 max-pane:row-start-1">
        <Doings report={report} list={list} onOpen={onOpen} />
      </div>
    </li>
  );
}

const sign = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const;

function Doings({ report, list, onOpen }: Props) {
  const { id, name, paused, schedule, mayChange } = report;
  const holding = useReportChange(holdReport, 'It was not changed', paused ? 'It is sent again' : 'Paused');
  const sending = useReportChange(mailReport, 'It was not sent', ({ mails }) => {
    const count = mails === 1 ? 'One mail' : `${mails} mails`;
    return `${count} ${list.mailWorks ? 'on the way' : `${mails === 1 ? 'waits' : 'wait'} for a mail server`}`;
  });
  return (
    <Menu trigger={<IconButton icon={Ellipsis} label={`More for ${name}`} disabled={sending.isPending} />}>
      {mayChange && (
        <>
          <MenuItem sign={<Send {...sign} />} onChoose={() => sending.mutate({ id })}>
            Send now
          </MenuItem>
          <MenuItem sign={<Pencil {...sign} />} onChoose={() => onOpen('edit')}>
            Edit
          </MenuItem>
          {schedule && (
            <MenuItem
              sign={paused ? <Play {...sign} /> : <Pause {...sign} />}
              onChoose={() => holding.mutate({ id, paused: !paused })}
            >
              {paused ? 'Go on sending' : 'Pause'}
            </MenuItem>
          )}
        </>
      )}
      <MenuItem sign={<History {...sign} />} onChoose={() => onOpen('history')}>
        What was sent
      </MenuItem>
      {mayChange && (
        <>
          <MenuLine />
          <MenuItem sign={<Trash2 {...sign} />} onChoose={() => onOpen('delete')}>
            Delete
          </MenuItem>
        </>
      )}
    </Menu>
  );
}
