'use client';

import { GitPullRequestArrow, History, Plug, ShieldCheck, Tags, Workflow } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { AssistantFoot } from '@/components/assistant/assistant-foot';
import { useWaiting } from '@/components/definitions/queries';
import { usePlaybooks } from '@/components/playbooks/queries';
import { usePolicies } from '@/components/policies/queries';
import { Side, SideEntry, SideGroup } from '@/components/shell/side';
import { useTools } from '@/components/tools/queries';
import { useIntents } from './queries';

/** What can be taught and released, with what waits. */
export function AutomationSide() {
  const path = usePathname();
  const { data } = useIntents();
  const playbooks = usePlaybooks();
  const tools = useTools().data?.connectors.reduce((sum, one) => sum + one.tools.length, 0);
  const policies = usePolicies().data?.policies.length;
  const changes = useWaiting().data?.changes.length;
  const waiting = data && changes !== undefined ? changes + (data.next?.state === 'ready' ? 1 : 0) : undefined;
  return (
    <Side name="Automation" foot={<AssistantFoot />}>
      <SideGroup>
        <SideEntry
          href="/automation/intents"
          chosen={path.startsWith('/automation/intents')}
          name="Intents"
          count={data?.intents.length}
          sign={<Tags size={16} strokeWidth={1.75} aria-hidden />}
        />
        <SideEntry
          href="/automation/playbooks"
          chosen={path.startsWith('/automation/playbooks')}
          name="Playbooks"
          count={playbooks.data?.rows.length}
          sign={<Workflow size={16} strokeWidth={1.75} aria-hidden />}
        />
        <SideEntry
          href="/automation/policies"
          chosen={path.startsWith('/automation/policies')}
          name="Policies"
          count={policies}
          sign={<ShieldCheck size={16} strokeWidth={1.75} aria-hidden />}
        />
        <SideEntry
          href="/automation/tools"
          chosen={path.startsWith('/automation/tools')}
          name="Tools"
          count={tools}
          sign={<Plug size={16} strokeWidth={1.75} aria-hidden />}
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
