'use client';

import { CircleCheck, CircleX, MessageCircleQuestion, RotateCcw, Send, ShieldAlert, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Rule } from '@/components/inbox/approval-section';
import { ContextSection } from '@/components/inbox/context-section';
import { BatonMark } from '@/components/ui/baton-mark';
import { useNow } from '@/components/ui/use-now';
import { formatMoney } from '@/lib/format/format-money';
import { formatMoment, formatSpan } from '@/lib/format/format-time';
import { nameTool } from '@/lib/format/name-tool';
import type { ApprovalView } from '@/lib/tools/approval.schema';
import { ApprovalDecision } from './approval-decision';
import { ApprovalFacts } from './approval-facts';
import { TimeLeft } from './time-left';

type Props = { approval: ApprovalView; onDecided: () => void; children?: ReactNode };

/** What is asked for, why it stopped, what it rests on, and the decision. */
export function ApprovalPane({ approval, onDecided, children }: Props) {
  const { action, status } = approval;
  const waits = status === 'waiting_approval';
  return (
    <aside
      aria-label="Decision"
      className="flex w-(--context) flex-none flex-col bg-canvas max-wide:w-full wide:overflow-y-auto"
    >
      <header className="flex h-(--bar) flex-none items-center gap-2 border-b border-line px-4">
        {children}
        <ShieldAlert
          size={16}
          strokeWidth={1.75}
          aria-hidden
          className={waits ? 'flex-none text-attention-text' : 'flex-none text-ink-3'}
        />
        <h2 className="truncate font-strong">{nameTool(action.tool)}</h2>
        <span className="flex-1" />
        {waits && <TimeLeft dueAt={approval.dueAt} />}
      </header>
      <div className="border-b border-line px-4 pt-3 pb-3.5">
        <p className="flex flex-wrap items-baseline gap-x-2">
          {action.amountCents !== null && (
            <span className="text-figure font-strong tracking-(--tracking-figure) tabular-nums">
              {formatMoney(action.amountCents)}
            </span>
          )}
          <span className="text-pretty text-ink-2">{action.says}</span>
        </p>
        <Waited approval={approval} />
        {waits ? <ApprovalDecision approval={approval} onDecided={onDecided} /> : <Ended approval={approval} />}
      </div>
      <Votes approval={approval} />
      <Questions approval={approval} />
      <Rule action={action} />
      <ApprovalFacts approval={approval} />
      {waits && (
        <ContextSection name="What follows" title="When it is approved" sign={<BatonMark size={16} />}>
          <ul className="flex flex-col gap-1">
            <Follows icon={RotateCcw}>
              Happens once, under key <code className="font-mono text-meta">{action.key.slice(0, 12)}</code>
            </Follows>
            {approval.takesBack ? (
              <Follows icon={Send}>The customer is told by whoever asked for it</Follows>
            ) : (
              action.willTell && <Follows icon={Send}>Tells the customer: “{action.willTell}”</Follows>
            )}
          </ul>
        </ContextSection>
      )}
    </aside>
  );
}

function Follows({ icon: Icon, children }: { icon: typeof Send; children: ReactNode }) {
  return (
    <li className="grid grid-cols-[14px_1fr] gap-1.5">
      <Icon size={14} strokeWidth={1.75} aria-hidden className="mt-[3px] text-ink-3" />
      <span className="text-pretty">{children}</span>
    </li>
  );
}

function Waited({ approval }: { approval: ApprovalView }) {
  const now = useNow(60_000);
  if (now === 0 || approval.status !== 'waiting_approval') return null;
  return (
    <p className="mt-1 text-meta text-ink-3">
      The customer has been waiting for {formatSpan(Math.max(60_000, now - Date.parse(approval.waitingSince)))}.
    </p>
  );
}

const ends: Record<string, string> = {
  refused: 'Refused',
  expired: 'Nobody decided in time',
  succeeded: 'Approved and done',
  failed: 'Approved, but not done',
  unknown: 'Approved; nobody knows yet whether it happened',
  compensated: 'Approved, done, and taken back',
};

function Ended({ approval }: { approval: ApprovalView }) {
  const now = useNow(60_000);
  const bad = ['refused', 'expired', 'failed', 'unknown'].includes(approval.status);
  const Sign = bad ? (approval.status === 'unknown' ? TriangleAlert : CircleX) : CircleCheck;
  return (
    <p role="status" className="mt-3 flex items-start gap-1.5 font-medium">
      <Sign
        size={16}
        strokeWidth={1.75}
        aria-hidden
        className={`mt-0.5 flex-none ${bad ? 'text-danger-text' : 'text-solved-text'}`}
      />
      <span className="text-pretty">
        {ends[approval.status] ?? 'Approved'}
        {approval.decidedBy && ` by ${approval.decidedBy.name}`}
        {now > 0 && approval.decidedAt && `, ${formatMoment(approval.decidedAt, now)}`}
        {approval.reason && <span className="block font-text text-ink-2">“{approval.reason}”</span>}
      </span>
    </p>
  );
}

function Votes({ approval }: { approval: ApprovalView }) {
  const now = useNow(60_000);
  if (approval.approvalsNeeded < 2 && approval.votes.length < 2) return null;
  return (
    <ContextSection
      name="People who decided"
      title="Needs two people"
      meta={`${approval.agreed.length} of ${approval.approvalsNeeded} approved`}
    >
      {approval.votes.length === 0 ? (
        <p className="text-ink-2">Nobody has decided yet.</p>
      ) : (
        <ul className="flex flex-col gap-1">
          {approval.votes.map((vote) => (
            <li key={`${vote.person?.id} ${vote.at}`} className="flex items-center gap-1.5">
              {vote.decision === 'approve' ? (
                <CircleCheck size={14} strokeWidth={2} role="img" aria-label="agreed:" className="text-solved-text" />
              ) : (
                <CircleX size={14} strokeWidth={2} role="img" aria-label="refused:" className="text-danger-text" />
              )}
              <span className="min-w-0 flex-1 truncate">{vote.person?.name ?? 'Somebody who has left'}</span>
              <span className="text-meta text-ink-3 tabular-nums">{now > 0 && formatMoment(vote.at, now)}</span>
            </li>
          ))}
        </ul>
      )}
    </ContextSection>
  );
}

function Questions({ approval }: { approval: ApprovalView }) {
  const now = useNow(60_000);
  if (approval.questions.length === 0) return null;
  return (
    <ContextSection name="Questions" title="Asked before deciding" count={approval.questions.length}>
      <ul className="flex flex-col gap-2">
        {approval.questions.map((question) => (
          <li key={question.id} className="grid grid-cols-[14px_1fr] gap-1.5">
            <MessageCircleQuestion size={14} strokeWidth={1.75} aria-hidden className="mt-[3px] text-ink-3" />
            <span className="min-w-0">
              <span className="block text-pretty [overflow-wrap:anywhere]">{question.text}</span>
              <span className="block text-meta text-ink-3">
                {question.person?.name ?? 'Somebody'} asked {question.toCustomer ? 'the customer' : 'a colleague'}
                {now > 0 && `, ${formatMoment(question.at, now)}`}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </ContextSection>
  );
}
