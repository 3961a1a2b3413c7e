'use client';

import { usePreferences } from '@/components/shell/preferences';
import { Field } from '@/components/ui/field';
import { join } from '@/components/ui/join';
import { Switch } from '@/components/ui/switch';
import { type QuietHours, quietHoursSchema } from '@/lib/auth/preferences.schema';

const days = [
  [1, 'Mon', 'Monday'],
  [2, 'Tue', 'Tuesday'],
  [3, 'Wed', 'Wednesday'],
  [4, 'Thu', 'Thursday'],
  [5, 'Fri', 'Friday'],
  [6, 'Sat', 'Saturday'],
  [7, 'Sun', 'Sunday'],
] as const;

const zoneHere = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** From one time to another on some days, over midnight when it ends before it begins. */
export function QuietHoursSettings() {
  const { preferences, change } = usePreferences();
  const { quiet } = preferences;
  const set = (more: Partial<QuietHours>) => {
    const next = quietHoursSchema.safeParse({ ...quiet, ...more });
    // A field that is emptied while one types says no time: what stood there still holds.
    if (next.success) change({ quiet: next.data });
  };
  return (
    <div className="flex flex-col gap-4">
      <Switch
        label="Keep quiet at times"
        checked={quiet !== null}
        onChange={(on) =>
          change({
            quiet: on ? { from: '18:00', to: '09:00', days: [1, 2, 3, 4, 5, 6, 7], timeZone: zoneHere() } : null,
          })
        }
      />
      {quiet && (
        <>
          <div className="flex flex-wrap gap-4">
            <Field
              label="From"
              type="time"
              defaultValue={quiet.from}
              onChange={(event) => set({ from: event.target.value })}
              className="w-32"
            />
            <Field
              label="To"
              type="time"
              defaultValue={quiet.to}
              onChange={(event) => set({ to: event.target.value })}
              className="w-32"
            />
          </div>
          <fieldset aria-label="Days" className="flex flex-wrap gap-1">
            {days.map(([day, short, name]) => {
              const on = quiet.days.includes(day);
              return (
                <button
                  key={day}
                  type="button"
                  aria-label={name}
                  aria-pressed={on}
                  onClick={() =>
                    set({ days: on ? quiet.days.filter((one) => one !== day) : [...quiet.days, day].sort() })
                  }
                  className={join(
                    'h-7 min-w-11 rounded-corner px-2 font-medium max-pane:h-11',
                    on
                      ? 'bg-selected text-accent-text shadow-[inset_0_0_0_1px_var(--accent-line)]'
                      : 'bg-fill text-ink-2',
                  )}
                >
                  {short}
                </button>
              );
            })}
          </fieldset>
          <p className="text-meta text-ink-3">
            {quiet.from > quiet.to ? 'Over midnight: a day is the one on which it begins. ' : ''}
            Times of {quiet.timeZone}.{' '}
            {quiet.timeZone !== zoneHere() && (
              <button
                type="button"
                onClick={() => set({ timeZone: zoneHere() })}
                className="rounded-corner-small font-medium text-accent-text"
              >
                Use {zoneHere()}
              </button>
            )}
          </p>
        </>
      )}
    </div>
  );
}
