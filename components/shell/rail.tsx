'use client';

import { CircleHelp } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { useCounts } from '@/components/inbox/queries';
import { NotificationBell } from '@/components/notifications/notification-bell';
import { BatonMark } from '@/components/ui/baton-mark';
import { join } from '@/components/ui/join';
import { Link } from '@/components/ui/link';
import { Tooltip } from '@/components/ui/tooltip';
import { useMe } from './me';
import { PersonMenu } from './person-menu';
import { isAt, placesFor } from './places';
import { useKeys } from './use-shortcut';

export function Rail({ onHelp }: { onHelp: () => void }) {
  const path = usePathname();
  const me = useMe();
  const { data: counts } = useCounts();
  return (
    <nav
      aria-label="Areas"
      className="flex w-12 flex-none flex-col items-center gap-1 border-r border-line pt-2 pb-2.5 max-pane:hidden"
    >
      <Link href="/inbox/needs-me" aria-label="Baton" className="mb-2 grid size-8 place-items-center rounded-corner">
        <BatonMark size={20} tone="brand" />
      </Link>
      {placesFor(me.permissions).map(({ href, name, icon: Icon, waits }) => {
        const here = isAt(path, href);
        const waiting = waits === undefined ? 0 : (counts?.views[waits] ?? 0);
        const dot = waiting > 0;
        return (
          <Tooltip key={href} label={dot ? `${name}, ${waiting} waiting` : name} side="right">
            <Link
              href={href}
              aria-label={dot ? `${name}, something waits` : name}
              aria-current={here ? 'page' : undefined}
              className={join(
                'relative grid size-8 place-items-center rounded-corner',
                here ? 'bg-chosen text-ink-1' : 'text-ink-3 hover:bg-hover',
              )}
            >
              <Icon size={18} strokeWidth={1.75} aria-hidden />
              {dot && (
                <span
                  aria-hidden
                  className="absolute top-[5px] right-[5px] size-1.5 rounded-full bg-assistant shadow-[0_0_0_2px_var(--canvas)]"
                />
              )}
            </Link>
          </Tooltip>
        );
      })}
      <span className="flex-1" />
      <NotificationBell />
      <Tooltip label="Shortcuts" keys={useKeys('desk.keys')} side="right">
        <button
          type="button"
          aria-label="Shortcuts"
          onClick={onHelp}
          className="grid size-8 place-items-center rounded-corner text-ink-3 hover:bg-hover"
        >
          <CircleHelp size={18} strokeWidth={1.75} aria-hidden />
        </button>
      </Tooltip>
      <PersonMenu side="right" />
    </nav>
  );
}
