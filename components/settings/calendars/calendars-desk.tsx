'use client';

import { CalendarDays, Plus } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { ArrangedList, RowName } from '@/components/settings/desk/arranged-list';
import { useCalendars } from '@/components/settings/desk/queries';
import { SettingsPage } from '@/components/settings/settings-side';
import { Button } from '@/components/ui/button';
import type { CalendarView } from '@/lib/conversations/sla.schema';

const CalendarDialog = dynamic(() => import('./calendar-dialog').then((one) => one.CalendarDialog));

/** When the desk works, for promises that count working time. */
export function CalendarsDesk() {
  const { data, error, refetch } = useCalendars();
  const [open, setOpen] = useState<CalendarView | 'new' | null>(null);
  return (
    <SettingsPage
      title="Calendars"
      says={data && `${data.calendars.length} ${data.calendars.length === 1 ? 'calendar' : 'calendars'}`}
      doing={
        <Button size="form" look="filled" icon={Plus} onClick={() => setOpen('new')}>
          New calendar
        </Button>
      }
    >
      <ArrangedList
        what="calendars"
        rows={data?.calendars}
        error={error}
        onRetry={() => void refetch()}
        empty={{
          icon: CalendarDays,
          title: 'There is no calendar yet',
          says: 'Without one, promises count day and night. A calendar has the hours of a week and the holidays of a place.',
        }}
      >
        {(calendar) => <RowName name={calendar.name} says={sayCalendar(calendar)} onOpen={() => setOpen(calendar)} />}
      </ArrangedList>
      {open && <CalendarDialog calendar={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </SettingsPage>
  );
}

function sayCalendar({ timeZone, hours, holidays, usedBy }: CalendarView): string {
  const days = new Set(hours.map(({ day }) => day)).size;
  const parts = [
    `${days} ${days === 1 ? 'day' : 'days'} a week`,
    timeZone.replaceAll('_', ' '),
    holidays.length === 1 ? '1 holiday' : `${holidays.length} holidays`,
    usedBy.length === 0 ? 'not used yet' : `used by ${usedBy.join(', ')}`,
  ];
  return parts.join(', ');
}
