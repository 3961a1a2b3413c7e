'use client';

import type { ReactNode } from 'react';
import { LiveLine } from '@/components/inbox/live-footer';
import { join } from '@/components/ui/join';
import { Link } from '@/components/ui/link';

/** The column beside the rail: the places of an area. */
export function Side({ name, foot, children }: { name: string; foot?: ReactNode; children: ReactNode }) {
  return (
    <nav aria-label={name} className="flex w-(--views) flex-none flex-col border-r border-line max-desk:hidden">
      <div className="flex h-(--bar) flex-none items-center px-4 font-strong">{name}</div>
      <div className="flex min-h-0 flex-1 flex-col gap-5 overflow-y-auto px-2 pb-4">{children}</div>
      <footer className="border-t border-line px-4 py-3 text-meta">{foot ?? <LiveLine />}</footer>
    </nav>
  );
}

export function SideGroup({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <section>
      {title && <h2 className="truncate px-2 pb-1 text-meta font-medium text-ink-3">{title}</h2>}
      <ul className="flex flex-col gap-px">{children}</ul>
    </section>
  );
}

type EntryProps = {
  href: string;
  chosen: boolean;
  name: string;
  count?: number;
  sign: ReactNode;
  /** Leaves the workspace: no reading ahead, a page of its own. */
  plain?: boolean;
};

export function SideEntry({ href, chosen, name, count, sign, plain }: EntryProps) {
  return (
    <li>
      <Link
        href={href}
        prefetch={plain ? false : undefined}
        aria-current={chosen ? 'page' : undefined}
        className={join(
          'flex h-7 items-center gap-2 rounded-corner px-2',
          chosen ? 'bg-chosen font-medium text-ink-1' : 'text-ink-2 hover:bg-hover',
        )}
      >
        <span className={join('flex-none', chosen ? 'text-ink-1' : 'text-ink-3')}>{sign}</span>
        <span className="min-w-0 flex-1 truncate">{name}</span>
        {count !== undefined && <span className="text-meta font-text text-ink-2 tabular-nums">{count}</span>}
      </Link>
    </li>
  );
}
