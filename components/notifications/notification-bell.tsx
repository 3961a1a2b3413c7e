'use client';

import { Popover as Base } from '@base-ui/react/popover';
import { Bell } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Tooltip } from '@/components/ui/tooltip';
import { useNotifications } from './queries';
import { useTelling } from './use-telling';

// Read when it is opened.
const NotificationList = dynamic(() => import('./notification-list').then((file) => file.NotificationList), {
  ssr: false,
});

/** In the rail: how many one has not read, and the list of them beside it. */
export function NotificationBell() {
  const [open, setOpen] = useState(false);
  const { data } = useNotifications();
  const unread = data?.unread ?? 0;
  useTelling();
  return (
    <Base.Root open={open} onOpenChange={(next) => setOpen(next)}>
      <Tooltip label="Notifications" side="right">
        <Base.Trigger
          aria-label={unread > 0 ? `Notifications, ${unread} unread` : 'Notifications'}
          className="relative grid size-8 place-items-center rounded-corner text-ink-3 hover:bg-hover data-popup-open:bg-chosen data-popup-open:text-ink-1"
        >
          <Bell size={18} strokeWidth={1.75} aria-hidden />
          {unread > 0 && (
            <span
              aria-hidden
              className="absolute -top-0.5 left-4 grid h-4 min-w-4 place-items-center rounded-full bg-accent px-1 text-meta leading-none font-medium text-accent-ink tabular-nums shadow-[0_0_0_2px_var(--canvas)]"
            >
              {unread > 99 ? '99' : unread}
            </span>
          )}
        </Base.Trigger>
      </Tooltip>
      <Base.Portal>
        <Base.Positioner side="right" align="end" sideOffset={8} className="z-50">
          <Base.Popup
            aria-label="Notifications"
            className="w-[380px] max-w-[calc(100vw-32px)] overflow-hidden rounded-corner-float bg-raised shadow-float outline-none"
          >
            <NotificationList onLeave={() => setOpen(false)} />
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
