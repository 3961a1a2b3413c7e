'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import { join } from '@/components/ui/join';

type Props = { title: string; says?: ReactNode; children?: ReactNode };

const tabs = [
  ['/automation/intents', 'Intents'],
  ['/automation/waiting', 'Waiting'],
  ['/automation/history', 'History'],
] as const;

/** The header of an Automation page; where the side is folded, its places stand here. */
export function AutomationBar({ title, says, children }: Props) {
  return (
    <header className="flex min-h-(--bar) flex-none items-center gap-2 border-b border-line px-6 max-pane:flex-wrap max-pane:px-4 max-pane:pt-1.5">
      <h1 className="flex-none text-title font-strong tracking-(--tracking-title)">{title}</h1>
      {says && <p className="min-w-0 truncate text-meta text-ink-3 max-pane:hidden">{says}</p>}
      <ul aria-label="Automation" className="flex gap-1 max-pane:order-last max-pane:-ml-2 max-pane:w-full desk:hidden">
        {tabs
          .filter(([, name]) => !title.startsWith(name))
          .map(([href, name]) => (
            <li key={href}>
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

export const paneClass = (extra?: string) => join('flex min-h-0 min-w-0 flex-1 flex-col bg-surface', extra);
