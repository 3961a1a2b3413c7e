'use client';

import { GitPullRequestArrow, History, Tags } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { Side, SideEntry, SideGroup } from '@/components/shell/side';
import { useIntents } from './queries';

/** What can be taught and released, with what waits. */
export function AutomationSide() {
  const path = usePathname();
  const { data } = useIntents();
  const waiting = data ? (data.next?.state === 'ready' ? 1 : 0) : undefined;
  return (
    <Side name="Automation">
      <SideGroup>
        <SideEntry
          href="/automation/intents"
          chosen={path.startsWith('/automation/intents')}
          name="Intents"
          count={data?.intents.length}
          sign={<Tags size={16} strokeWidth={1.75} aria-hidden />}
        />
      </SideGroup>
      <SideGroup title="Release">
        <SideEntry
          href="/automation/waiting"
          chosen={path === '/automation/waiting'}
          name="Changes waiting"
          count={waiting}
          sign={<GitPullRequestArrow size={16} strokeWidth={1.75} aria-hidden />}
        />
        <SideEntry
          href="/automation/history"
          chosen={path === '/automation/history'}
          name="History"
          sign={<History size={16} strokeWidth={1.75} aria-hidden />}
        />
      </SideGroup>
    </Side>
  );
}
