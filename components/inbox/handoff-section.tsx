'use client';

import { Check, X } from 'lucide-react';
import { useKeys } from '@/components/shell/use-shortcut';
import { AssistantAvatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { useNow } from '@/components/ui/use-now';
import type { HandoffView } from '@/lib/conversations/conversation.schema';
import { formatMoment, formatSpan } from '@/lib/format/format-time';
import { ContextSection, Fact, Facts } from './context-section';
import { KnownLines } from './known-lines';

type Props = {
  handoff: HandoffView;
  /** Someone may act on it: it is open, and one may take or write. */
  mayAct: boolean;
  mayHandBack: boolean;
  busy: boolean;
  onAccept: () => void;
  onHandBack: () => void;
};

/** What the assistant leaves to the person: enough to answer without reading back. */
export function HandoffSection({ handoff, mayAct, mayHandBack, busy, onAccept, onHandBack }: Props) {
  const now = useNow();
  const first = useKeys('draft.first');
  const until = handoff.takenAt ? Date.parse(handoff.takenAt) : now;
  const waited = formatSpan(until - Date.parse(handoff.at));
  const verb = handoff.takenAt ? 'waited' : 'waiting';
  return (
    <ContextSection
      name="Handoff"
      title="Handoff"
      sign={<AssistantAvatar size={20} />}
      meta={now > 0 && `${formatMoment(handoff.at, now)}${waited === 'now' ? '' : `, ${verb} ${waited}`}`}
    >
      <Facts>
        <Fact label="Wants">
          <Wants text={handoff.wants} />
        </Fact>
        {handoff.tried.length > 0 && (
          <Fact label="Tried">
            <ul>
              {handoff.tried.map((tried) => (
                <li key={tried.what} className="grid grid-cols-[14px_1fr] gap-1.5">
                  {tried.ok ? (
                    <Check
                      size={14}
                      strokeWidth={2}
                      role="img"
                      aria-label="done:"
                      className="mt-[3px] text-solved-text"
                    />
                  ) : (
                    <X
                      size={14}
                      strokeWidth={2}
                      role="img"
                      aria-label="did not work:"
                      className="mt-[3px] text-danger-text"
                    />
                  )}
                  {tried.what}
                </li>
              ))}
            </ul>
          </Fact>
        )}
        {handoff.known.length > 0 && (
          <Fact label="Known">
            <KnownLines of={handoff.known} />
          </Fact>
        )}
        {handoff.missing.length > 0 && (
          <Fact label="Missing">
            <Lines of={handoff.missing} />
          </Fact>
        )}
        <Fact label="Stopped">
          {handoff.stopped}
          {handoff.confidence !== null && (
            <span className="text-ink-3 tabular-nums"> {handoff.confidence.toFixed(2)}</span>
          )}
        </Fact>
      </Facts>
      {handoff.nextStep && (
        <div className="mt-3 rounded-corner bg-assistant-tint px-3 pt-2.5 pb-3">
          <h4 className="text-meta text-assistant-text">Next step</h4>
          <p className="mt-0.5 text-pretty">{handoff.nextStep.text}</p>
          {handoff.accepted ? (
            <p className="mt-2 flex items-center gap-1.5 text-meta text-solved-text">
              <Check size={12} strokeWidth={2} aria-hidden />
              Accepted
            </p>
          ) : (
            mayAct && (
              <div className="mt-2.5 flex gap-2">
                <Button look="soft" icon={Check} keys={first} busy={busy} onClick={onAccept}>
                  Accept
                </Button>
                {mayHandBack && <HandBack onHandBack={onHandBack} />}
              </div>
            )
          )}
        </div>
      )}
      {!handoff.nextStep && mayAct && mayHandBack && (
        <div className="mt-2 -ml-2">
          <HandBack onHandBack={onHandBack} />
        </div>
      )}
    </ContextSection>
  );
}

function HandBack({ onHandBack }: { onHandBack: () => void }) {
  const keys = useKeys('conversation.handBack');
  return (
    <Button look="plain" keys={keys} onClick={onHandBack}>
      Hand back
    </Button>
  );
}

/** A short wish stands out from its circumstances, which follow the first comma or colon; quoted words never do. */
function Wants({ text }: { text: string }) {
  const end = /^[^,:;“"]{3,56}(?:[,:;]|$)/.exec(text)?.[0].length ?? 0;
  return (
    <>
      <span className="font-medium">{text.slice(0, end)}</span>
      {text.slice(end)}
    </>
  );
}

function Lines({ of }: { of: string[] }) {
  return (
    <ul>
      {of.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
