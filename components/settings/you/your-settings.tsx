'use client';

import { useTheme } from 'next-themes';
import { usePreferences } from '@/components/shell/preferences';
import { ShortcutTable } from '@/components/shell/shortcut-table';
import { Segments } from '@/components/ui/segments';
import { undoChoices } from '@/lib/auth/preferences.schema';
import { FormSection } from '../form-section';
import { SettingsPage } from '../settings-side';
import { NotificationSettings } from './notification-settings';
import { QuietHoursSettings } from './quiet-hours-settings';
import { useMounted } from './use-mounted';

const themes = [
  ['system', 'System'],
  ['light', 'Light'],
  ['dark', 'Dark'],
] as const;

const seconds = undoChoices.map((each) => [String(each), each === 0 ? 'None' : `${each} s`] as const);

/** What a person has set for themselves: kept at each press, and with them wherever they sit. */
export function YourSettings() {
  const { preferences, change } = usePreferences();
  const { theme, setTheme } = useTheme();
  // Which theme was chosen is known to the browser alone.
  const mounted = useMounted();
  return (
    <SettingsPage title="You" says="Kept at once, and with you wherever you sign in">
      <FormSection title="Look" says="Of this browser.">
        <Segments
          label="Theme"
          options={themes}
          chosen={(mounted && themes.find(([key]) => key === theme)?.[0]) || 'system'}
          onChoose={setTheme}
        />
      </FormSection>
      <FormSection title="Sending" says="How long a reply waits, so that you can take it back.">
        <Segments
          label="Seconds to undo"
          options={seconds}
          chosen={String(preferences.undoSeconds)}
          onChoose={(key) => change({ undoSeconds: undoChoices.find((each) => String(each) === key) ?? 10 })}
        />
      </FormSection>
      <FormSection title="Notifications" says="What is told to you under the bell.">
        <NotificationSettings />
      </FormSection>
      <FormSection title="Quiet hours" says="Nothing rings or comes up then. The list under the bell goes on.">
        <QuietHoursSettings />
      </FormSection>
      {/* A phone has no keys. */}
      <div className="pt-6 max-pane:hidden">
        <FormSection
          title="Keys"
          says="Press a key to give it another. By its place, whatever your layout; ⌘ is Ctrl where there is no ⌘."
        >
          <ShortcutTable narrow />
        </FormSection>
      </div>
    </SettingsPage>
  );
}
