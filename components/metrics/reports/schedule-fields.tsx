'use client';

import { SelectField } from '@/components/ui/select-field';
import { ordinal, weekdayNames } from '@/lib/format/say-schedule';
import type { Schedule } from '@/lib/reports/report.schema';
import { changeRhythm } from './report-draft';

type Props = { schedule: Schedule | null; deskZone: string; onChange: (schedule: Schedule | null) => void };

/** How often, on which day, at which hour and by which clock. */
export function ScheduleFields({ schedule, deskZone, onChange }: Props) {
  return (
    <div className="grid grid-cols-2 gap-4 max-pane:grid-cols-1">
      <SelectField
        label="Sent by mail"
        value={schedule?.every ?? 'never'}
        onChange={(event) =>
          onChange(changeRhythm(schedule, event.target.value as Schedule['every'] | 'never', deskZone))
        }
      >
        <option value="never">Not by itself</option>
        <option value="workday">Monday to Friday</option>
        <option value="week">Every week</option>
        <option value="month">Every month</option>
      </SelectField>
      {schedule?.every === 'week' && (
        <SelectField
          label="On"
          value={schedule.weekday}
          onChange={(event) => onChange({ ...schedule, weekday: Number(event.target.value) })}
        >
          {weekdayNames.map((name, at) => (
            <option key={name} value={at + 1}>
              {name}
            </option>
          ))}
        </SelectField>
      )}
      {schedule?.every === 'month' && (
        <SelectField
          label="On"
          value={schedule.day}
          onChange={({ target: { value } }) => onChange({ ...schedule, day: value === 'last' ? value : Number(value) })}
        >
          {Array.from({ length: 28 }, (_, at) => (
            <option key={ordinal(at + 1)} value={at + 1}>
              The {ordinal(at + 1)}
            </option>
          ))}
          <option value="last">The last day</option>
        </SelectField>
      )}
      {schedule && (
        <>
          <SelectField
            label="At"
            value={schedule.hour}
            onChange={(event) => onChange({ ...schedule, hour: Number(event.target.value) })}
          >
            {Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`).map((clock, hour) => (
              <option key={clock} value={hour}>
                {clock}
              </option>
            ))}
          </SelectField>
          <SelectField
            label="Time zone"
            value={schedule.timeZone}
            onChange={(event) => onChange({ ...schedule, timeZone: event.target.value })}
          >
            {[...new Set([schedule.timeZone, deskZone, 'UTC', ...Intl.supportedValuesOf('timeZone')])].map((zone) => (
              <option key={zone}>{zone}</option>
            ))}
          </SelectField>
        </>
      )}
    </div>
  );
}
