'use client';

import dynamic from 'next/dynamic';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { AssistantStrip } from '@/components/assistant/assistant-strip';
import { useLiveEvents } from '@/components/inbox/use-live-events';
import { PaletteDoor } from '@/components/palette/palette-door';
import { MobileTabs } from './mobile-tabs';
import { Rail } from './rail';
import { undoLast } from './undoable';
import { useGoing } from './use-going';
import { useShortcut } from './use-shortcut';

// Read when it is asked for: most days nobody does.
const ShortcutSheet = dynamic(() => import('./shortcut-sheet').then(({ ShortcutSheet: Sheet }) => Sheet), {
  ssr: false,
});

const Palette = dynamic(() => import('@/components/palette/palette').then((module) => module.Palette), {
  ssr: false,
  loading: PaletteDoor,
});

/** The frame of every signed-in page: the rail, the page, the shortcut sheet, and the line to the server. */
export function WorkspaceShell({ since, children }: { since: string; children: ReactNode }) {
  const [helping, setHelping] = useState(false);
  useLiveEvents(since);
  useGoing();
  useShortcut('desk.keys', () => setHelping(true));
  useShortcut('desk.undo', undoLast);
  const [choosing, setChoosing] = useState(false);
  useShortcut('desk.palette', () => setChoosing(true));
  return (
    <div className="flex h-dvh flex-col overflow-hidden bg-canvas">
      <a
        href="#main"
        className="sr-only z-50 rounded-corner bg-raised px-3 py-2 shadow-float focus:not-sr-only focus:absolute focus:top-2 focus:left-2"
      >
        Skip to the work
      </a>
      <AssistantStrip />
      <div className="flex min-h-0 flex-1 max-pane:flex-col">
        <Rail onHelp={() => setHelping(true)} />
        <div className="flex min-h-0 min-w-0 flex-1">{children}</div>
        <MobileTabs />
      </div>
      {choosing && (
        <Palette
          onClose={() => setChoosing(false)}
          onKeys={() => {
            setChoosing(false);
            setHelping(true);
          }}
        />
      )}
      {helping && <ShortcutSheet onClose={() => setHelping(false)} />}
    </div>
  );
}
