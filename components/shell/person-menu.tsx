'use client';

import { Bell, LogOut, Monitor, Moon, Sun } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTheme } from 'next-themes';
import { toast } from 'sonner';
import { useLiveStatus } from '@/components/inbox/live-status';
import { useNotifications } from '@/components/notifications/queries';
import { Avatar } from '@/components/ui/avatar';
import { join } from '@/components/ui/join';
import { Menu, MenuGroup, MenuItem, MenuLine } from '@/components/ui/menu';
import { AvailabilitySwitch } from './availability-switch';
import { setLeaving } from './fetch-json';
import { useMe } from './me';

const themes = [
  { key: 'system', name: 'System', icon: Monitor },
  { key: 'light', name: 'Light', icon: Sun },
  { key: 'dark', name: 'Dark', icon: Moon },
] as const;

/** What is read on the way out would be refused: the desk stands still until the next page is there. */
async function leave(): Promise<void> {
  setLeaving(true);
  try {
    // Needed once a day: not on the way of who comes in.
    const { signOut } = await import('next-auth/react');
    await signOut({ callbackUrl: '/sign-in' });
  } catch {
    setLeaving(false);
    toast.error('You are still signed in: the server did not answer.');
  }
}

export function PersonMenu({ side, label }: { side: 'right' | 'top'; label?: string }) {
  const me = useMe();
  const { theme, setTheme } = useTheme();
  const live = useLiveStatus();
  const router = useRouter();
  const unread = useNotifications().data?.unread ?? 0;
  const trigger = (
    <button
      type="button"
      className={join(
        label ? 'flex h-14 flex-1 flex-col items-center justify-center gap-0.5 text-meta text-ink-2' : 'rounded-full',
      )}
    >
      <span className="relative block">
        <Avatar name={me.name} hue={me.hue} size={label ? 20 : 24} letters={label ? 1 : 2} />
        <span
          aria-hidden
          className={join(
            'absolute -right-0.5 -bottom-0.5 size-2 rounded-full shadow-[0_0_0_2px_var(--canvas)]',
            live.state === 'offline' ? 'bg-attention' : me.available ? 'bg-solved' : 'border-2 border-ink-3 bg-canvas',
          )}
        />
      </span>
      {label}
      <span className="sr-only">{label ? `, ${me.name}` : `You, ${me.name}`}</span>
    </button>
  );
  return (
    <Menu trigger={trigger} side={side} align="end">
      <p className="px-2 pt-2 pb-1">
        <span className="block font-strong">{me.name}</span>
        <span className="block text-meta text-ink-3 capitalize">{me.roleName}</span>
      </p>
      <div className="px-2 py-1.5">
        <AvailabilitySwitch />
      </div>
      <MenuLine />
      {label && (
        <MenuItem
          sign={<Bell size={16} strokeWidth={1.75} aria-hidden />}
          onChoose={() => router.push('/notifications')}
        >
          {unread > 0 ? `Notifications, ${unread} unread` : 'Notifications'}
        </MenuItem>
      )}
      <MenuGroup label="Theme">
        {themes.map(({ key, name, icon: Icon }) => (
          <MenuItem
            key={key}
            sign={<Icon size={16} strokeWidth={1.75} aria-hidden />}
            chosen={theme === key}
            onChoose={() => setTheme(key)}
          >
            {name}
          </MenuItem>
        ))}
      </MenuGroup>
      <MenuLine />
      <MenuItem sign={<LogOut size={16} strokeWidth={1.75} aria-hidden />} onChoose={() => void leave()}>
        Sign out
      </MenuItem>
    </Menu>
  );
}
