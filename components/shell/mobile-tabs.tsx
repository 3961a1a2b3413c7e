'use client';

import { usePathname } from 'next/navigation';
import { join } from '@/components/ui/join';
import { Link } from '@/components/ui/link';
import { useMe } from './me';
import { PersonMenu } from './person-menu';
import { isAt, placesFor } from './places';

/** Under 720 px the rail lies at the bottom; with something open the room belongs to that. */
export function MobileTabs() {
  const path = usePathname();
  const me = useMe();
  const open = /^\/(inbox\/[^/]+|review|knowledge(?!\/imports))\/[^/]+/.test(path);
  if (open) return null;
  return (
    <nav
      aria-label="Areas"
      className="flex flex-none border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] pane:hidden"
    >
      {placesFor(me.permissions)
        .filter(({ folds }) => !folds)
        .map(({ href, name, icon: Icon }) => {
          const here = isAt(path, href);
          return (
            <Link
              key={href}
              href={href}
              aria-current={here ? 'page' : undefined}
              className={join(
                'focus-inside flex h-14 flex-1 flex-col items-center justify-center gap-0.5 text-meta',
                here ? 'font-medium text-accent-text' : 'text-ink-2',
              )}
            >
              <Icon size={20} strokeWidth={1.75} aria-hidden />
              {name}
            </Link>
          );
        })}
      <PersonMenu side="top" label="You" />
    </nav>
  );
}
