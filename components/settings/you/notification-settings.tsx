'use client';

import { useState } from 'react';
import { usePreferences } from '@/components/shell/preferences';
import { Switch } from '@/components/ui/switch';
import { type NotificationKind, notificationKinds } from '@/lib/auth/preferences.schema';
import { useMounted } from './use-mounted';

const kinds: Record<NotificationKind, string> = {
  assigned: 'A conversation is given to me',
  mentioned: 'A colleague mentions me in a note',
  replied: 'A customer replies in a conversation of mine',
  late: 'A promise in a conversation of mine is nearly late',
  approval: 'An approval I may decide is nearly over',
};

/** Which kinds one hears of, and how. */
export function NotificationSettings() {
  const { preferences, change } = usePreferences();
  const { notify, browser, sound } = preferences;
  const mounted = useMounted();
  const known = mounted && 'Notification' in window;
  const [permission, setPermission] = useState<NotificationPermission | null>(null);
  const allowed = permission ?? (known ? Notification.permission : 'default');
  const turnBrowser = async (on: boolean) => {
    // The browser asks only after a press, and only once: what it was told is told on.
    const answer = on && known ? await Notification.requestPermission() : null;
    if (answer) setPermission(answer);
    change({ browser: on && answer === 'granted' });
  };
  return (
    <div className="flex flex-col gap-3">
      {notificationKinds.map((kind) => (
        <Switch
          key={kind}
          label={kinds[kind]}
          checked={notify[kind]}
          onChange={(on) => change({ notify: { ...notify, [kind]: on } })}
        />
      ))}
      <div className="my-1 border-t border-line" />
      <Switch
        label="Also as a notification of the browser"
        help={
          mounted && !known
            ? 'This browser has none.'
            : allowed === 'denied'
              ? 'This browser does not allow it. Allow it in its settings for this site, then switch it on here.'
              : 'While Baton is out of sight.'
        }
        checked={browser && (!mounted || allowed === 'granted')}
        disabled={mounted && (!known || allowed === 'denied')}
        onChange={(on) => void turnBrowser(on)}
      />
      <Switch label="With a sound" checked={sound} onChange={(on) => change({ sound: on })} />
    </div>
  );
}
