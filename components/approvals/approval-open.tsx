'use client';

import { ArrowLeft, ArrowUpRight } from 'lucide-react';
import { groupMessages } from '@/components/inbox/group-messages';
import { ListFailed } from '@/components/inbox/list-states';
import { LogEntry } from '@/components/inbox/log-entry';
import { useConversation } from '@/components/inbox/queries';
import { useMe } from '@/components/shell/me';
import { TierBadge } from '@/components/ui/badge';
import { buttonClass } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Link } from '@/components/ui/link';
import { Skeleton } from '@/components/ui/skeleton';
import { useNow } from '@/components/ui/use-now';
import type { ApprovalView } from '@/lib/tools/approval.schema';
import { ApprovalPane } from './approval-pane';
import { goToApproval } from './use-approvals-place';

/** So much of the conversation is enough to decide; the rest is one press away. */
const lastMessages = 14;

type Props = { approval: ApprovalView; onDecided: () => void };

export function ApprovalOpen({ approval, onDecided }: Props) {
  const { customer, conversationId } = approval;
  return (
    <div className="flex min-h-0 min-w-0 flex-1 max-wide:flex-col-reverse max-wide:justify-end max-wide:overflow-y-auto">
      <section
        aria-label={`Conversation with ${customer.name}`}
        className="flex min-w-0 flex-1 flex-col border-line bg-surface max-wide:flex-none wide:border-r"
      >
        <header className="flex h-(--bar) flex-none items-center gap-2 border-b border-line px-4 max-wide:border-t">
          <h2 className="truncate font-strong">{customer.name}</h2>
          <TierBadge tier={customer.tier} />
          <span className="flex-1" />
          <Link href={`/inbox/all/${conversationId}`} className={buttonClass('plain', 'desk')}>
            Conversation
            <ArrowUpRight size={14} strokeWidth={1.75} aria-hidden className="text-ink-3" />
          </Link>
        </header>
        <LastMessages approval={approval} />
      </section>
      <ApprovalPane approval={approval} onDecided={onDecided}>
        <IconButton
          icon={ArrowLeft}
          label="Back to the list"
          onClick={() => goToApproval(null)}
          className="-ml-2 pane:hidden"
        />
      </ApprovalPane>
    </div>
  );
}

function LastMessages({ approval }: { approval: ApprovalView }) {
  const conversation = useConversation(approval.conversationId);
  const me = useMe();
  const now = useNow(60_000);
  if (conversation.isError)
    return (
      <ListFailed what="The conversation" error={conversation.error} onRetry={() => void conversation.refetch()} />
    );
  if (!conversation.data)
    return (
      <div role="status" aria-label="Reading the conversation" className="flex flex-col gap-3 p-6">
        {['w-1/2', 'w-5/6', 'w-2/3'].map((width) => (
          <Skeleton key={width} className={`h-2.5 ${width}`} />
        ))}
      </div>
    );
  return (
    <div
      role="log"
      aria-label="Last messages"
      aria-live="off"
      className="min-h-0 flex-1 px-6 pb-6 max-pane:px-4 wide:overflow-y-auto"
    >
      {groupMessages(conversation.data.messages.slice(-lastMessages)).map((item) => (
        <LogEntry key={item.key} item={item} customer={approval.customer.name} meId={me.id} now={now} />
      ))}
    </div>
  );
}
