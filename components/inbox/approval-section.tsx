'use client';

import { Check, RotateCcw, Send, ShieldAlert, X } from 'lucide-react';
import { useState } from 'react';
import { BatonMark } from '@/components/ui/baton-mark';
import { Button } from '@/components/ui/button';
import { useNow } from '@/components/ui/use-now';
import { useShortcuts } from '@/components/ui/use-shortcuts';
import type { ActionView } from '@/lib/conversations/conversation.schema';
import { formatMoney } from '@/lib/format/format-money';
import { formatClockSeconds } from '@/lib/format/format-time';
import { nameTool } from '@/lib/format/name-tool';
import { ContextSection, Fact, Facts } from './context-section';
import { RowClock } from './row-clock';

type Props = {
  action: ActionView;
  mayApprove: boolean;
  busy: boolean;
  onDecide: (decision: 'approve' | 'refuse', reason?: string) => void;
};

/** An action that a rule stopped: amount, rule, facts, and what saying yes sets going. */
export function ApprovalSection({ action, mayApprove, busy, onDecide }: Props) {
  return (
    <section aria-label="Approval">
      <header className="flex h-(--bar) items-center gap-2 border-b border-line px-4">
        <ShieldAlert size={16} strokeWidth={1.75} aria-hidden className="flex-none text-attention-text" />
        <h2 className="truncate font-strong">
          {nameTool(action.tool)} {mayApprove ? 'waits for you' : 'waits for a supervisor'}
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
      <Decision action={action} mayApprove={mayApprove} busy={busy} onDecide={onDecide} />
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

function Decision({ action, mayApprove, busy, onDecide }: Props) {
  const [denying, setDenying] = useState(false);
  const [reason, setReason] = useState('');
  useShortcuts([['Mod+Enter', mayApprove && !busy && !denying && (() => onDecide('approve'))]]);
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
      {mayApprove && !denying && (
        <div className="mt-3 flex gap-2">
          <Button look="filled" keys={['⌘', '⏎']} busy={busy} onClick={() => onDecide('approve')}>
            Approve
          </Button>
          <Button look="danger-plain" disabled={busy} onClick={() => setDenying(true)}>
            Deny
          </Button>
        </div>
      )}
      {mayApprove && denying && (
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

function Rule({ action }: { action: ActionView }) {
  if (!action.rule && action.findings.length === 0) return null;
  return (
    <ContextSection
      name="Rule"
      title="The rule that asks"
      meta={action.rule && `${action.rule.policy} v${action.rule.version}`}
    >
      {action.rule && (
        <>
          <p className="text-pretty">{action.rule.says}</p>
          <pre className="mt-2 overflow-x-auto rounded-corner bg-fill px-3 py-1.5 font-mono text-meta leading-5 whitespace-pre-wrap">
            {action.rule.cel}
          </pre>
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

function FactsRead({ action }: { action: ActionView }) {
  const now = useNow();
  if (action.facts.length === 0) return null;
  return (
    <ContextSection
      name="Facts"
      title="Facts, from the shop"
      meta={now > 0 && action.factsReadAt && `read at ${formatClockSeconds(action.factsReadAt)}`}
    >
      <Facts wide>
        {action.facts.map(({ label, value }) => (
          <Fact key={label} label={label}>
            {value}
          </Fact>
        ))}
      </Facts>
    </ContextSection>
  );
}
