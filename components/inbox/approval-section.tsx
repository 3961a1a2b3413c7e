'use client';

import { Check, RotateCcw, Send, ShieldAlert, X } from 'lucide-react';
import { useState } from 'react';
import { sayAgreed, sayStanding } from '@/components/approvals/say-standing';
import { BatonMark } from '@/components/ui/baton-mark';
import { Button } from '@/components/ui/button';
import { useShortcuts } from '@/components/ui/use-shortcuts';
import type { ActionView, ConversationAction } from '@/lib/conversations/conversation.schema';
import { formatMoney } from '@/lib/format/format-money';
import { nameTool } from '@/lib/format/name-tool';
import type { Ballot } from '@/lib/tools/ballot.schema';
import { ContextSection } from './context-section';
import { FactsRead } from './facts-read';
import { RowClock } from './row-clock';

type Props = {
  action: ConversationAction;
  busy: boolean;
  onDecide: (decision: 'approve' | 'refuse', reason?: string) => void;
};

/** An action that a rule stopped: amount, rule, facts, and what saying yes sets going. */
export function ApprovalSection({ action, busy, onDecide }: Props) {
  const { ballot } = action;
  return (
    <section aria-label="Approval">
      <header className="flex h-(--bar) items-center gap-2 border-b border-line px-4">
        <ShieldAlert size={16} strokeWidth={1.75} aria-hidden className="flex-none text-attention-text" />
        <h2 className="truncate font-strong">
          {nameTool(action.tool)} {ballot && waitsFor(ballot)}
        </h2>
        <span className="flex-1" />
        <RowClock
          row={{
            state: 'open',
            dueAt: action.dueAt,
            waitingSince: action.createdAt,
            lastMessageAt: action.createdAt,
            closedAt: null,
          }}
        />
      </header>
      <Decision action={action} busy={busy} onDecide={onDecide} />
      <Rule action={action} />
      <FactsRead action={action} />
      <ContextSection name="What follows" title="When you approve" sign={<BatonMark size={16} />}>
        <ul className="flex flex-col gap-1">
          <li className="grid grid-cols-[14px_1fr] gap-1.5">
            <RotateCcw size={14} strokeWidth={1.75} aria-hidden className="mt-[3px] text-ink-3" />
            <span>
              Happens once, under key <code className="font-mono text-meta">{action.key.slice(0, 12)}</code>
            </span>
          </li>
          {action.willTell && (
            <li className="grid grid-cols-[14px_1fr] gap-1.5">
              <Send size={14} strokeWidth={1.75} aria-hidden className="mt-[3px] text-ink-3" />
              <span className="text-pretty">Tells the customer: “{action.willTell}”</span>
            </li>
          )}
        </ul>
      </ContextSection>
    </section>
  );
}

function waitsFor({ standing, rank }: Ballot): string {
  if (standing === 'yours') return 'waits for you';
  if (standing === 'not_your_rank') return `waits for ${rank === 'supervisor' ? 'a supervisor' : `an ${rank}`}`;
  return 'waits for somebody else';
}

function Decision({ action, busy, onDecide }: Props) {
  const { ballot } = action;
  const mine = ballot?.standing === 'yours';
  const mayRefuse = mine || ballot?.standing === 'you_agreed';
  const agreed = ballot && sayAgreed(ballot);
  const other = ballot && ballot.standing !== 'not_your_rank' && sayStanding(ballot);
  const [denying, setDenying] = useState(false);
  const [reason, setReason] = useState('');
  useShortcuts([['Mod+Enter', mine && !busy && !denying && (() => onDecide('approve'))]]);
  return (
    <div className="border-b border-line px-4 pt-3 pb-3.5">
      <p className="flex flex-wrap items-baseline gap-x-2">
        {action.amountCents !== null && (
          <span className="text-figure font-strong tracking-(--tracking-figure) tabular-nums">
            {formatMoney(action.amountCents)}
          </span>
        )}
        <span className="text-pretty text-ink-2">{action.says}</span>
      </p>
      {agreed && <p className="mt-1.5 text-meta text-ink-3">{agreed}</p>}
      {other && <p className="mt-2 text-pretty text-ink-2">{other}</p>}
      {mayRefuse && !denying && (
        <div className="mt-3 flex gap-2">
          {mine && (
            <Button look="filled" keys={['⌘', '⏎']} busy={busy} onClick={() => onDecide('approve')}>
              {ballot.needed - ballot.agreed.length > 1 ? 'Agree' : 'Approve'}
            </Button>
          )}
          <Button look="danger-plain" disabled={busy} onClick={() => setDenying(true)}>
            Deny
          </Button>
        </div>
      )}
      {mayRefuse && denying && (
        <form
          className="mt-3"
          onSubmit={(event) => {
            event.preventDefault();
            if (reason.trim()) onDecide('refuse', reason.trim());
          }}
        >
          <label className="block text-work font-medium">
            Why not
            <textarea
              // biome-ignore lint/a11y/noAutofocus: the person has just asked for this field
              autoFocus
              value={reason}
              onChange={(event) => setReason(event.target.value)}
              maxLength={500}
              rows={2}
              className="mt-1.5 block w-full resize-none rounded-corner border border-line-control bg-surface px-2.5 py-1.5 font-text outline-none focus:border-focus focus-visible:shadow-none"
            />
          </label>
          <div className="mt-2 flex gap-2">
            <Button type="submit" look="danger" disabled={!reason.trim()} busy={busy}>
              Deny
            </Button>
            <Button look="plain" onClick={() => setDenying(false)}>
              Back
            </Button>
          </div>
        </form>
      )}
    </div>
  );
}

/** The rule that asks, and every one that was looked at. */
export function Rule({ action, title = 'The rule that asks' }: { action: ActionView; title?: string }) {
  if (!action.rule && action.findings.length === 0) return null;
  return (
    <ContextSection name="Rule" title={title} meta={action.rule && `${action.rule.policy} v${action.rule.version}`}>
      {action.rule && (
        <>
          <p className="text-pretty">{action.rule.says}</p>
          {action.rule.cel !== '' && action.rule.cel !== 'true' && (
            <pre className="mt-2 overflow-x-auto rounded-corner bg-fill px-3 py-1.5 font-mono text-meta leading-5 whitespace-pre-wrap">
              {action.rule.cel}
            </pre>
          )}
        </>
      )}
      {action.findings.length > 0 && (
        <ul className="mt-2.5 flex flex-col gap-1">
          {action.findings.map((finding) => (
            <li key={finding.says} className="flex items-center gap-1.5">
              {finding.asks ? (
                <ShieldAlert
                  size={14}
                  strokeWidth={2}
                  role="img"
                  aria-label="asks:"
                  className="flex-none text-attention-text"
                />
              ) : finding.holds ? (
                <Check
                  size={14}
                  strokeWidth={2}
                  role="img"
                  aria-label="holds:"
                  className="flex-none text-solved-text"
                />
              ) : (
                <X
                  size={14}
                  strokeWidth={2}
                  role="img"
                  aria-label="does not hold:"
                  className="flex-none text-danger-text"
                />
              )}
              <span className="min-w-0 flex-1">{finding.says}</span>
              <span className="text-meta text-ink-3 tabular-nums">
                {finding.value ?? (finding.asks ? 'asks you' : '')}
              </span>
            </li>
          ))}
        </ul>
      )}
    </ContextSection>
  );
}
