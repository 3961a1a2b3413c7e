'use client';

import { usePreferences } from '@/components/shell/preferences';
import { Field } from '@/components/ui/field';
import { join } from '@/components/ui/join';
import { Switch } from '@/components/ui/switch';
import { type QuietHours, quietHoursSchema } from '@/lib/auth/preferences.schema';
import { useMounted } from './use-mounted';

const days = [
  [1, 'Mon'],
  [2, 'Tue'],
  [3, 'Wed'],
  [4, 'Thu'],
  [5, 'Fri'],
  [6, 'Sat'],
  [7, 'Sun'],
] as const;

const zoneHere = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** From one time to another on some days, over midnight when it ends before it begins. */
export function QuietHoursSettings() {
  const { preferences, change } = usePreferences();
  const { quiet } = preferences;
  // Where this browser is, the server cannot know.
  const here = useMounted() ? zoneHere() : null;
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
            {days.map(([day, short]) => {
              const on = quiet.days.includes(day);
              return (
                <button
                  key={day}
                  type="button"
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
            {here !== null && quiet.timeZone !== here && (
              <button
                type="button"
                onClick={() => set({ timeZone: here })}
                className="rounded-corner-small font-medium text-accent-text"
              >
                Use {here}
              </button>
            )}
          </p>
        </>
      )}
    </div>
  );
}
