'use client';

import { Ellipsis } from 'lucide-react';
import { usePathname, useRouter } from 'next/navigation';
import { join } from '@/components/ui/join';
import { Link } from '@/components/ui/link';
import { Menu, MenuItem } from '@/components/ui/menu';
import { useMe } from './me';
import { PersonMenu } from './person-menu';
import { isAt, placesFor } from './places';

const tabClass = (here: boolean) =>
  join(
    'focus-inside flex h-14 flex-1 flex-col items-center justify-center gap-0.5 text-meta',
    here ? 'font-medium text-accent-text' : 'text-ink-2',
  );

/** Under 720 px the rail lies at the bottom; with something open the room belongs to that. */
export function MobileTabs() {
  const path = usePathname();
  const router = useRouter();
  const me = useMe();
  const open = /^\/(inbox\/[^/]+|review|approvals|actions|knowledge(?!\/imports))\/[^/]+/.test(path);
  if (open) return null;
  const places = placesFor(me.permissions);
  const folded = places.filter(({ folds }) => folds);
  const underMore = folded.some(({ href }) => isAt(path, href));
  return (
    <nav
      aria-label="Areas"
      className="flex flex-none border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] pane:hidden"
    >
      {places
        .filter(({ folds }) => !folds)
        .map(({ href, name, icon: Icon }) => {
          const here = isAt(path, href);
          return (
            <Link key={href} href={href} aria-current={here ? 'page' : undefined} className={tabClass(here)}>
              <Icon size={20} strokeWidth={1.75} aria-hidden />
              {name}
            </Link>
          );
        })}
      <Menu
        side="top"
        trigger={
          <button type="button" className={tabClass(underMore)}>
            <Ellipsis size={20} strokeWidth={1.75} aria-hidden />
            More
          </button>
        }
      >
        {folded.map(({ href, name, icon: Icon }) => (
          <MenuItem
            key={href}
            chosen={isAt(path, href)}
            sign={<Icon size={16} strokeWidth={1.75} aria-hidden />}
            onChoose={() => router.push(href)}
          >
            {name}
          </MenuItem>
        ))}
      </Menu>
      <PersonMenu side="top" label="You" />
    </nav>
  );
}
