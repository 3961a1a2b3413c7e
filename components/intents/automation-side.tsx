'use client';

import { GitPullRequestArrow, History, Tags } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { LiveLine } from '@/components/inbox/live-footer';
import { join } from '@/components/ui/join';
import { useIntents } from './queries';

/** What can be taught and released, with what waits. */
export function AutomationSide() {
  const path = usePathname();
  const { data } = useIntents();
  const waiting = data ? (data.next?.state === 'ready' ? 1 : 0) : undefined;
  return (
    <nav aria-label="Automation" className="flex w-(--views) flex-none flex-col border-r border-line max-desk:hidden">
      <div className="flex h-(--bar) flex-none items-center px-4 font-strong">Automation</div>
      <div className="min-h-0 flex-1 overflow-y-auto px-2">
        <ul className="flex flex-col gap-px">
          <Entry
            href="/automation/intents"
            chosen={path.startsWith('/automation/intents')}
            name="Intents"
            count={data?.intents.length}
            sign={<Tags size={16} strokeWidth={1.75} aria-hidden />}
          />
        </ul>
        <h2 className="px-2 pt-5 pb-1 text-meta text-ink-3">Release</h2>
        <ul className="flex flex-col gap-px">
          <Entry
            href="/automation/waiting"
            chosen={path === '/automation/waiting'}
            name="Changes waiting"
            count={waiting}
            sign={<GitPullRequestArrow size={16} strokeWidth={1.75} aria-hidden />}
          />
          <Entry
            href="/automation/history"
            chosen={path === '/automation/history'}
            name="History"
            sign={<History size={16} strokeWidth={1.75} aria-hidden />}
          />
        </ul>
      </div>
      <footer className="border-t border-line px-4 py-3 text-meta">
        <LiveLine />
      </footer>
    </nav>
  );
}

type EntryProps = { href: string; chosen: boolean; name: string; count?: number; sign: ReactNode };

function Entry({ href, chosen, name, count, sign }: EntryProps) {
  return (
    <li>
      <Link
        href={href}
        aria-current={chosen ? 'page' : undefined}
        className={join(
          'flex h-7 items-center gap-2 rounded-corner px-2',
          chosen ? 'bg-chosen font-medium text-ink-1' : 'text-ink-2 hover:bg-hover',
        )}
      >
        <span className={chosen ? 'text-ink-1' : 'text-ink-3'}>{sign}</span>
        <span className="flex-1">{name}</span>
        {count !== undefined && <span className="text-meta font-text text-ink-2 tabular-nums">{count}</span>}
      </Link>
    </li>
  );
}
