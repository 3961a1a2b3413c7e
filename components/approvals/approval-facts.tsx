'use client';

import { ArrowRight, CircleCheck, RefreshCw, TriangleAlert } from 'lucide-react';
import { ContextSection, Fact, Facts } from '@/components/inbox/context-section';
import { Button } from '@/components/ui/button';
import { useNow } from '@/components/ui/use-now';
import { formatClockSeconds } from '@/lib/format/format-time';
import type { ApprovalView } from '@/lib/tools/approval.schema';
import { useFactsAgain } from './queries';

/** The facts as they were when a rule stopped it, and as they are now. */
export function ApprovalFacts({ approval }: { approval: ApprovalView }) {
  const { action } = approval;
  const again = useFactsAgain(approval.id);
  const now = useNow();
  const fresh = again.data?.kind === 'read' ? again.data : null;
  const rows = fresh
    ? fresh.facts
    : action.facts.map(({ label, value }) => ({ label, value, was: null, changed: false }));
  const waits = approval.status === 'waiting_approval';
  if (rows.length === 0 && !waits) return null;
  const readAt = fresh?.at ?? action.factsReadAt;
  const changed = fresh?.facts.filter((fact) => fact.changed).length ?? 0;
  return (
    <ContextSection
      name="Facts"
      title="Facts, from the shop"
      meta={now > 0 && readAt && `read at ${formatClockSeconds(readAt)}`}
    >
      {rows.length > 0 && (
        <Facts wide>
          {rows.map((fact) => (
            <Fact key={fact.label} label={fact.label}>
              {fact.changed ? (
                <span className="-mx-1 rounded-corner-small bg-attention-tint px-1 text-attention-text">
                  <s className="text-ink-3">{fact.was}</s>{' '}
                  <ArrowRight size={12} strokeWidth={2} role="img" aria-label="is now" className="inline" />{' '}
                  {fact.value}
                </span>
              ) : (
                fact.value
              )}
            </Fact>
          ))}
        </Facts>
      )}
      {waits && (
        <div className="mt-2.5 flex flex-col items-start gap-2">
          <div role="status" className="empty:hidden">
            {again.data?.kind === 'unavailable' && <Said bad>{again.data.why}</Said>}
            {again.isError && <Said bad>{again.error.message}</Said>}
            {fresh && fresh.effect === 'deny' && <Said bad>A yes would not be carried out now: {fresh.says}</Said>}
            {fresh && fresh.effect !== 'deny' && (
              <Said bad={changed > 0}>
                {changed === 0
                  ? 'Nothing has changed since it was decided.'
                  : `${changed === 1 ? 'One fact has' : `${changed} facts have`} changed. A yes would still be carried out.`}
              </Said>
            )}
          </div>
          <Button icon={RefreshCw} busy={again.isFetching} onClick={() => void again.refetch()}>
            Read them again
          </Button>
        </div>
      )}
    </ContextSection>
  );
}

function Said({ bad, children }: { bad: boolean; children: React.ReactNode }) {
  const Icon = bad ? TriangleAlert : CircleCheck;
  return (
    <p className="flex gap-1.5">
      <Icon
        size={14}
        strokeWidth={2}
        aria-hidden
        className={`mt-[3px] flex-none ${bad ? 'text-attention-text' : 'text-solved-text'}`}
      />
      <span className="text-pretty">{children}</span>
    </p>
  );
}
