'use client';

import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { changeWork } from '@/app/(workspace)/settings/people/actions';
import { FormSection } from '@/components/settings/form-section';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { join } from '@/components/ui/join';
import { SelectField } from '@/components/ui/select-field';
import { Switch } from '@/components/ui/switch';
import type { PersonRow, WorkingHours } from '@/lib/auth/person.schema';
import { usePeopleChange } from './queries';

const names = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

function usual(): WorkingHours {
  const days = [1, 2, 3, 4, 5].map((day) => ({ day, from: '09:00', to: '17:00' }));
  return { timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone, days };
}

/** When new work may come: at any time, or within hours of each day, by that person's own clock. */
export function HoursSection({ person, edits }: { person: PersonRow; edits: boolean }) {
  const [hours, setHours] = useState(person.workingHours);
  const saving = usePeopleChange(changeWork, 'The hours were not saved', 'Saved');
  const changed = JSON.stringify(hours) !== JSON.stringify(person.workingHours);
  const wrong = hours?.days.some(({ from, to }) => from >= to) ?? false;
  return (
    <FormSection title="Working hours" says="Outside of them nothing new is given to this person.">
      <fieldset disabled={!edits} className="flex flex-col gap-4">
        <Switch
          label="At any time"
          checked={hours === null}
          disabled={!edits}
          onChange={(always) => setHours(always ? null : (person.workingHours ?? usual()))}
        />
        {hours && <Week hours={hours} onChange={setHours} />}
        {edits && changed && (
          <div className="flex items-center gap-3">
            <Button
              size="form"
              look="filled"
              disabled={wrong}
              busy={saving.isPending}
              onClick={() => saving.mutate({ personId: person.id, workingHours: hours })}
            >
              Save the hours
            </Button>
            {wrong && <p className="text-meta text-danger-text">A day must end after it begins.</p>}
          </div>
        )}
      </fieldset>
    </FormSection>
  );
}

/** The hours of each day of a week, with the zone they are meant in. */
export function Week({ hours, onChange }: { hours: WorkingHours; onChange: (hours: WorkingHours) => void }) {
  const zones = Intl.supportedValuesOf('timeZone');
  const set = (days: WorkingHours['days']) => onChange({ ...hours, days });
  return (
    <>
      <SelectField
        label="Time zone"
        className="max-w-72"
        value={hours.timeZone}
        onChange={(event) => onChange({ ...hours, timeZone: event.target.value })}
      >
        {[...new Set([hours.timeZone, 'UTC', ...zones])].map((zone) => (
          <option key={zone} value={zone}>
            {zone.replaceAll('_', ' ')}
          </option>
        ))}
      </SelectField>
      <ul>
        {names.map((name, index) => {
          const spans = hours.days.map((span, at) => ({ ...span, at })).filter(({ day }) => day === index + 1);
          return (
            <li key={name} className="flex min-h-10 items-start gap-3 border-b border-line py-1 last:border-b-0">
              <span className={join('w-24 flex-none leading-8', spans.length === 0 && 'text-ink-3')}>{name}</span>
              <div className="flex min-w-0 flex-1 flex-col gap-1">
                {spans.length === 0 && <span className="leading-8 text-ink-3">free</span>}
                {spans.map((span, order) => (
                  <span key={span.at} className="flex flex-wrap items-center gap-2">
                    <Clock
                      label={`${name} from${order > 0 ? `, part ${order + 1}` : ''}`}
                      value={span.from}
                      onChange={(from) => set(hours.days.map((one, at) => (at === span.at ? { ...one, from } : one)))}
                    />
                    <span className="text-ink-3">to</span>
                    <Clock
                      label={`${name} to${order > 0 ? `, part ${order + 1}` : ''}`}
                      wrong={span.from >= span.to}
                      value={span.to}
                      onChange={(to) => set(hours.days.map((one, at) => (at === span.at ? { ...one, to } : one)))}
                    />
                    <IconButton
                      icon={X}
                      label={`Remove ${name} ${span.from} to ${span.to}`}
                      onClick={() => set(hours.days.filter((_, at) => at !== span.at))}
                    />
                  </span>
                ))}
              </div>
              {spans.length < 3 && (
                <IconButton
                  icon={Plus}
                  label={`Add hours on ${name}`}
                  onClick={() => {
                    const last = spans.at(-1);
                    const next = last
                      ? { from: last.to, to: last.to < '20:00' ? '20:00' : '23:59' }
                      : { from: '09:00', to: '17:00' };
                    set([...hours.days, { day: index + 1, ...next }].sort((a, b) => a.day - b.day));
                  }}
                />
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}

type ClockProps = { label: string; value: string; wrong?: boolean; onChange: (value: string) => void };

function Clock({ label, value, wrong, onChange }: ClockProps) {
  return (
    <input
      type="time"
      aria-label={label}
      aria-invalid={wrong || undefined}
      required
      value={value}
      onChange={(event) => event.target.value && onChange(event.target.value)}
      className={join(
        'h-8 rounded-corner border bg-surface px-2 tabular-nums outline-none focus:border-focus max-pane:h-11',
        'focus-visible:shadow-[0_0_0_2px_color-mix(in_oklch,var(--focus)_28%,transparent)]',
        wrong ? 'border-danger' : 'border-line-control',
      )}
    />
  );
}
