'use client';

import { useState } from 'react';
import { keepCalendar, removeCalendar } from '@/app/(workspace)/settings/promises/actions';
import { FormFoot } from '@/components/settings/desk/form-foot';
import { useDeskChange } from '@/components/settings/desk/queries';
import { Week } from '@/components/settings/people/hours-section';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { TextAreaField } from '@/components/ui/text-area-field';
import type { CalendarView } from '@/lib/conversations/sla.schema';
import { parseHolidays, printHolidays } from './parse-holidays';

const usual = [1, 2, 3, 4, 5].map((day) => ({ day, from: '09:00', to: '17:00' }));

export function CalendarDialog({ calendar, onClose }: { calendar: CalendarView | null; onClose: () => void }) {
  const [name, setName] = useState(calendar?.name ?? '');
  const [week, setWeek] = useState({
    timeZone: calendar?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    days: calendar?.hours ?? usual,
  });
  const [text, setText] = useState(() => printHolidays(calendar?.holidays ?? []));
  const saving = useDeskChange(
    keepCalendar,
    'The calendar was not saved',
    calendar ? 'Saved' : 'The calendar is there',
  );
  const removing = useDeskChange(removeCalendar, 'The calendar was not deleted', 'The calendar is gone');
  const { holidays, wrong } = parseHolidays(text);
  const ends = week.days.every(({ from, to }) => from < to);
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={calendar ? calendar.name : 'New calendar'}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          saving.mutate(
            {
              ...(calendar ? { id: calendar.id } : {}),
              name,
              timeZone: week.timeZone,
              hours: week.days,
              holidays,
            },
            { onSuccess: onClose },
          );
        }}
      >
        <Field label="Name" required maxLength={60} value={name} onChange={(event) => setName(event.target.value)} />
        <Week hours={week} onChange={setWeek} />
        <TextAreaField
          label="Holidays"
          rows={4}
          value={text}
          onChange={(event) => setText(event.target.value)}
          wrong={wrong}
          placeholder={'2026-12-25 Christmas Day\n2027-01-01 New Year'}
          help={
            holidays.length > 0
              ? `${holidays.length} ${holidays.length === 1 ? 'day' : 'days'} on which nobody works. One on a line, or a pasted list.`
              : 'One on a line, or a pasted list: the date, then its name.'
          }
        />
        {calendar && calendar.usedBy.length > 0 && (
          <p className="text-meta text-ink-3">It cannot be deleted while it is used by {calendar.usedBy.join(', ')}.</p>
        )}
        <FormFoot
          verb={calendar ? 'Save' : 'Make the calendar'}
          ready={name.trim() !== '' && wrong === null && ends && week.days.length > 0}
          busy={saving.isPending}
          onClose={onClose}
          {...(calendar &&
            calendar.usedBy.length === 0 && {
              removing: {
                verb: 'Delete',
                busy: removing.isPending,
                act: () => removing.mutate({ id: calendar.id }, { onSuccess: onClose }),
              },
            })}
        />
      </form>
    </Dialog>
  );
}
