'use client';

import { useState } from 'react';
import { keepReport } from '@/app/(workspace)/metrics/reports/actions';
import { ListFailed } from '@/components/inbox/list-states';
import { FormFoot } from '@/components/settings/desk/form-foot';
import { useMe } from '@/components/shell/me';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { SelectField } from '@/components/ui/select-field';
import { Skeleton } from '@/components/ui/skeleton';
import { type FigurePage, figurePages } from '@/lib/format/figure-pages';
import { sayWhyNot } from '@/lib/format/say-schedule';
import { sayView } from '@/lib/format/say-view';
import {
  type ReportInput,
  type ReportList,
  type ReportRow,
  type ReportView,
  reportInputSchema,
} from '@/lib/reports/report.schema';
import { useCounting } from '../counting';
import { useMetricValues } from '../queries';
import { useReportChange, useReports } from './queries';
import { RecipientFields } from './recipient-fields';
import { draftOf, newDraft } from './report-draft';
import { ScheduleFields } from './schedule-fields';

/** A view that is to be kept, or a report that is to be changed. */
export type Opened = { page: FigurePage; view: ReportView } | { report: ReportRow };

type Props = { opened: Opened; onClose: () => void };

/** What it is called, who sees it, and by whom and when it is had by mail. */
export function ReportDialog({ opened, onClose }: Props) {
  const { data, error, refetch } = useReports();
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={'report' in opened ? `Edit ${opened.report.name}` : 'Save this view'}
    >
      {data ? (
        <ReportForm opened={opened} list={data} onClose={onClose} />
      ) : error ? (
        <ListFailed what="The reports" error={error} onRetry={() => void refetch()} />
      ) : (
        <div role="status" aria-label="Reading the reports">
          <Skeleton className="h-8 w-full" />
          <Skeleton className="mt-4 h-8 w-full" />
          <Skeleton className="mt-4 h-24 w-full" />
        </div>
      )}
    </Dialog>
  );
}

function ReportForm({ opened, list, onClose }: Props & { list: ReportList }) {
  const me = useMe();
  const { today } = useCounting();
  const { data: values } = useMetricValues();
  const begin = 'report' in opened ? draftOf(opened.report) : newDraft(opened.page, opened.view, me.id);
  const [draft, setDraft] = useState<ReportInput>(begin);
  const saving = useReportChange(keepReport, 'It was not saved', 'Saved under Reports');
  const set = (more: Partial<ReportInput>) => setDraft((now) => ({ ...now, ...more }));
  const parsed = reportInputSchema.safeParse(draft);
  const known = list.reports.find(({ id }) => id === draft.id);
  const others = 'report' in opened ? [] : list.reports.filter((one) => one.mayChange && one.page === opened.page);
  const replace = (id: string) => {
    const report = others.find((one) => one.id === id);
    setDraft(report ? { ...draftOf(report), view: begin.view } : begin);
  };
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (parsed.success) saving.mutate(parsed.data, { onSuccess: onClose });
      }}
    >
      <p className="text-pretty text-ink-2">
        {figurePages[draft.page].name} · {sayView(draft.view, values, today)}
      </p>
      {others.length > 0 && (
        <SelectField label="Save as" value={draft.id ?? ''} onChange={(event) => replace(event.target.value)}>
          <option value="">A new report</option>
          {others.map(({ id, name }) => (
            <option key={id} value={id}>
              Instead of {name}
            </option>
          ))}
        </SelectField>
      )}
      <div className="grid grid-cols-2 gap-4 max-pane:grid-cols-1">
        <Field
          label="Name"
          required
          maxLength={80}
          value={draft.name}
          onChange={(event) => set({ name: event.target.value })}
        />
        <SelectField
          label="Who sees it"
          value={draft.shared ? 'all' : 'me'}
          disabled={known?.shared && !known.own}
          onChange={(event) => set({ shared: event.target.value === 'all' })}
        >
          <option value="me">Only me</option>
          <option value="all">All who read figures</option>
        </SelectField>
      </div>
      <ScheduleFields schedule={draft.schedule} deskZone={list.timeZone} onChange={(schedule) => set({ schedule })} />
      <RecipientFields
        chosen={draft}
        people={list.people}
        known={known?.recipients ?? []}
        reportId={draft.id}
        onChange={set}
      />
      {known?.trouble?.startsWith('owner') && (
        <p className="text-pretty text-ink-2">{sayWhyNot(known.trouble)} Saving makes it yours.</p>
      )}
      <FormFoot
        verb={'report' in opened ? 'Save the report' : 'Save the view'}
        ready={parsed.success}
        busy={saving.isPending}
        onClose={onClose}
      />
    </form>
  );
}
