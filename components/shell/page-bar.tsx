'use client';

import type { ReactNode } from 'react';
import { join } from '@/components/ui/join';
import { Link } from '@/components/ui/link';

type Props = {
  title: string;
  says?: ReactNode;
  /** The area and its places: they stand here where the side is folded. */
  area: string;
  places: readonly (readonly [href: string, name: string])[];
  /** On a phone the places share a row with what can be done, instead of having one of their own. */
  dense?: boolean;
  children?: ReactNode;
};

/** The header of a page, with what can be done on it at the right. */
export function PageBar({ title, says, area, places, dense = false, children }: Props) {
  return (
    <header className="flex min-h-(--bar) flex-none items-center gap-2 border-b border-line px-6 max-pane:flex-wrap max-pane:px-4 max-pane:pt-1.5">
      <h1 className="flex-none text-title font-strong tracking-(--tracking-title)">{title}</h1>
      {says && <p className="min-w-0 truncate text-meta text-ink-3 max-pane:hidden">{says}</p>}
      <ul
        aria-label={area}
        className={join(
          'flex gap-1 overflow-x-auto max-pane:order-last desk:hidden',
          dense ? 'max-pane:min-w-32 max-pane:flex-1' : 'max-pane:-ml-2 max-pane:w-full',
        )}
      >
        {places
          .filter(([, name]) => !title.startsWith(name))
          .map(([href, name]) => (
            <li key={href} className="flex-none">
              <Link
                href={href}
                className="flex h-7 items-center rounded-corner px-2 font-medium text-ink-2 hover:bg-hover max-pane:h-11"
              >
                {name}
              </Link>
            </li>
          ))}
      </ul>
      <span className="flex-1" />
      {children}
    </header>
  );
}
