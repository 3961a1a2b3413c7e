'use client';

import { useState } from 'react';
import { useCommands, useKeys } from '@/components/shell/use-shortcut';
import { Button } from '@/components/ui/button';
import { TextAreaField } from '@/components/ui/text-area-field';
import type { ApprovalView } from '@/lib/tools/approval.schema';
import { AskForm } from './ask-form';
import { useDeciding } from './queries';
import { sayStanding } from './say-standing';

type Props = { approval: ApprovalView; onDecided: () => void };

/** Approve, refuse with a reason, or ask first. */
export function ApprovalDecision({ approval, onDecided }: Props) {
  const [open, setOpen] = useState<'refuse' | 'ask' | null>(null);
  const deciding = useDeciding();
  const keys = {
    approve: useKeys('approval.approve'),
    refuse: useKeys('approval.refuse'),
    ask: useKeys('approval.ask'),
  };
  const mine = approval.standing === 'yours';
  const mayRefuse = mine || approval.standing === 'you_agreed';
  const busy = deciding.isPending;
  const decide = (decision: 'approve' | 'refuse', reason?: string) =>
    deciding.mutate(
      { actionId: approval.id, decision, ...(reason ? { reason } : {}) },
      {
        onSuccess: ({ status }) => {
          setOpen(null);
          if (status !== 'waiting_approval') onDecided();
        },
      },
    );
  useCommands([
    ['approval.approve', mine && !busy && open === null && (() => decide('approve'))],
    ['approval.refuse', mayRefuse && !busy && (() => setOpen('refuse'))],
    ['approval.ask', !busy && (() => setOpen('ask'))],
  ]);
  if (open === 'refuse')
    return <RefuseForm busy={busy} onRefuse={(reason) => decide('refuse', reason)} onBack={() => setOpen(null)} />;
  if (open === 'ask') return <AskForm approval={approval} onDone={() => setOpen(null)} />;
  return (
    <>
      {!mine && <p className="mt-2 text-pretty text-ink-2">{sayStanding(approval)}</p>}
      <div className="mt-3 flex flex-wrap gap-2">
        {mine && (
          <Button look="filled" keys={keys.approve} busy={busy} onClick={() => decide('approve')}>
            {approval.approvalsNeeded - approval.agreed.length > 1 ? 'Agree' : 'Approve'}
          </Button>
        )}
        {mayRefuse && (
          <Button look="danger-plain" keys={keys.refuse} disabled={busy} onClick={() => setOpen('refuse')}>
            Refuse
          </Button>
        )}
        <Button look="outlined" keys={keys.ask} disabled={busy} onClick={() => setOpen('ask')}>
          Ask
        </Button>
      </div>
    </>
  );
}

function RefuseForm({
  busy,
  onRefuse,
  onBack,
}: {
  busy: boolean;
  onRefuse: (reason: string) => void;
  onBack: () => void;
}) {
  const [reason, setReason] = useState('');
  const ready = reason.trim() !== '';
  return (
    <form
      className="mt-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) onRefuse(reason.trim());
      }}
    >
      <TextAreaField
        label="Why not"
        help="The next person reads it and tells the customer."
        autoFocus
        value={reason}
        maxLength={500}
        rows={2}
        onChange={(event) => setReason(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            event.stopPropagation();
            onBack();
          } else if (event.key === 'Enter' && (event.metaKey || event.ctrlKey))
            event.currentTarget.form?.requestSubmit();
        }}
      />
      <div className="mt-2 flex gap-2">
        <Button type="submit" look="danger" disabled={!ready} busy={busy}>
          Refuse
        </Button>
        <Button look="plain" onClick={onBack}>
          Back
        </Button>
      </div>
    </form>
  );
}
