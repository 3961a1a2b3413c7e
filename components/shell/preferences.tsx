'use client';

import type { ReactNode } from 'react';
import { createContext, useCallback, useContext, useMemo, useRef, useState } from 'react';
import { toast } from 'sonner';
import { savePreferences } from '@/app/(workspace)/settings/you/actions';
import type { Preferences, PreferencesPatch } from '@/lib/auth/preferences.schema';

type Held = { preferences: Preferences; change: (patch: PreferencesPatch) => void };

const PreferencesContext = createContext<Held | null>(null);

/** A person's own settings: changed at once, kept by the server, and put back, saying so, when it does not agree. */
export function PreferencesProvider({ initial, children }: { initial: Preferences; children: ReactNode }) {
  const [preferences, setPreferences] = useState(initial);
  // Of several changes on their way only the last one's answer is shown: an older one would put back what came after it.
  const latest = useRef(0);
  const change = useCallback((patch: PreferencesPatch) => {
    const mine = ++latest.current;
    let before: Preferences | undefined;
    setPreferences((now) => {
      before ??= now;
      return { ...now, ...patch };
    });
    void savePreferences(patch)
      .catch(() => ({ ok: false as const, code: 'unreachable', message: 'The server cannot be reached.' }))
      .then((result) => {
        if (mine !== latest.current) return;
        if (result.ok) setPreferences(result.value);
        else {
          if (before) setPreferences(before);
          toast.error('Your settings were not kept', { description: result.message });
        }
      });
  }, []);
  const held = useMemo(() => ({ preferences, change }), [preferences, change]);
  return <PreferencesContext value={held}>{children}</PreferencesContext>;
}

export function usePreferences(): Held {
  const held = useContext(PreferencesContext);
  if (!held) throw new Error('usePreferences needs the workspace layout above it');
  return held;
}
