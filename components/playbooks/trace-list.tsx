'use client';

import {
  CircleAlert,
  CircleCheck,
  ClipboardCheck,
  CornerDownLeft,
  Hourglass,
  MessageCircleQuestion,
  Paperclip,
  ShieldAlert,
} from 'lucide-react';
import { useState } from 'react';
import { BatonMark } from '@/components/ui/baton-mark';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { join } from '@/components/ui/join';
import { formatTook } from '@/lib/format/format-time';
import type { NodeKind } from '@/lib/governance/playbook.schema';
import type { Given } from '@/lib/governance/playbook-case.schema';
import type { SimulatedStep } from '@/lib/pipeline/simulation.schema';
import { GiveFileDialog } from './give-file-dialog';
import { ReadingList } from './reading-list';
import { stepSigns } from './step-signs';
import { readName } from './step-words';
import type { SimulationDesk } from './use-simulation';

const ends = {
  reply: { says: 'Answered', icon: CircleCheck, tone: 'text-solved-text' },
  ask: { says: 'Asks the customer', icon: MessageCircleQuestion, tone: 'text-assistant-text' },
  approval: { says: 'Waits for an approval', icon: ShieldAlert, tone: 'text-attention-text' },
  wait: { says: 'Waits', icon: Hourglass, tone: 'text-attention-text' },
  handoff: { says: 'Handed off', icon: CircleCheck, tone: 'text-solved-text' },
  elsewhere: { says: 'Not answered here', icon: CircleAlert, tone: 'text-danger-text' },
} as const;

/** The way that was walked, step by step, and how to go on from where it stopped. */
export function TraceList({
  desk,
  onKeep,
  onGo,
}: {
  desk: SimulationDesk;
  onKeep: (() => void) | null;
  onGo: (node: string) => void;
}) {
  const last = desk.steps.at(-1);
  if (!last) return null;
  return (
    <>
      <End step={last} writes={countWrites(desk.steps)} />
      {desk.steps.map((step, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a story only grows at its end
        <section key={at} aria-label={`Step ${at + 1}`} className="mt-2.5">
          {(desk.steps.length > 1 || typeof step.given !== 'string') && (
            <p className="mb-2 rounded-corner bg-fill px-2.5 py-1.5 text-pretty">{sayGiven(step.given)}</p>
          )}
          <ol className="flex flex-col">
            {step.visits.map((visit, place) => (
              <Visit
                // biome-ignore lint/suspicious/noArrayIndexKey: the same step may be come to twice
                key={place}
                visit={visit}
                // What the customer reads stands below.
                quiet={visit.says !== null && step.says.includes(visit.says)}
                last={place === step.visits.length - 1}
                onGo={() => onGo(visit.node)}
              />
            ))}
          </ol>
          {step.problem && <p className="mt-1 text-pretty text-danger-text">{step.problem}</p>}
          {step.handoff && (
            <p className="mt-1 text-pretty text-ink-2">
              To {step.handoff.team ? readName(step.handoff.team) : 'people'}: {step.handoff.stopped}
            </p>
          )}
          {step.says !== '' && (
            <div className="mt-3 rounded-corner bg-assistant-tint px-3 py-2.5">
              <p className="mb-0.5 flex items-center gap-2 font-medium text-assistant-text">
                <BatonMark size={12} />
                Assistant would say
              </p>
              <p className="text-pretty whitespace-pre-line">{step.says}</p>
            </div>
          )}
        </section>
      ))}
      <GoOn desk={desk} last={last} />
      {onKeep && (
        <div className="mt-3 flex gap-2">
          <Button icon={ClipboardCheck} onClick={onKeep}>
            Keep as a case
          </Button>
          <Button look="plain" onClick={desk.clear}>
            Clear
          </Button>
        </div>
      )}
    </>
  );
}

const countWrites = (steps: SimulatedStep[]) =>
  steps.flatMap(({ calls }) => calls.filter(({ kind, outcome }) => kind === 'write' && outcome === 'done')).length;

function End({ step, writes }: { step: SimulatedStep; writes: number }) {
  const { says, icon: Icon, tone } = ends[step.end];
  return (
    <p className="flex items-center gap-2">
      <Icon size={16} strokeWidth={1.75} aria-hidden className={join('flex-none', tone)} />
      <span className="flex-1 font-medium">{step.closes ? `${says}, and done` : says}</span>
      <span className="text-meta text-ink-3">
        {writes === 0 ? 'nothing would change' : `${writes} ${writes === 1 ? 'change' : 'changes'}, not carried out`}
      </span>
    </p>
  );
}

type VisitProps = { visit: SimulatedStep['visits'][number]; quiet: boolean; last: boolean; onGo: () => void };

function Visit({ visit, quiet, last, onGo }: VisitProps) {
  const Icon = stepSigns[visit.kind as NodeKind] ?? CircleAlert;
  const asks = visit.decision?.effect === 'needs_approval';
  const denied = visit.decision?.effect === 'deny';
  const said = visit.decision
    ? `${wordOf(visit.decision.effect)}: ${visit.decision.says}`
    : (visit.says ?? visit.value);
  return (
    <li className="relative pb-2.5 pl-6">
      {!last && <span aria-hidden className="absolute top-5 bottom-[-2px] left-[7px] w-px bg-line" />}
      {asks || denied ? (
        <ShieldAlert
          size={14}
          strokeWidth={1.75}
          aria-hidden
          className={join('absolute top-[3px] left-0', asks ? 'text-attention-text' : 'text-danger-text')}
        />
      ) : (
        <Icon size={14} strokeWidth={1.75} aria-hidden className="absolute top-[3px] left-0 text-ink-3" />
      )}
      <button type="button" onClick={onGo} className="flex w-full items-baseline gap-2 rounded-corner-small text-left">
        <span className="min-w-0 flex-1 truncate font-medium">
          {visit.title ? readTitle(visit.title) : readName(visit.node)}
        </span>
        <span className="flex-none text-meta text-ink-3 tabular-nums">{formatTook(visit.tookMs)}</span>
      </button>
      {said && !quiet && (
        <p className="line-clamp-3 text-meta text-pretty text-ink-2 [overflow-wrap:anywhere]">{said}</p>
      )}
      {visit.reading && <ReadingList reading={visit.reading} />}
    </li>
  );
}

/** A step nobody has named comes with its key. */
const readTitle = (title: string) => (/^[a-z][a-z0-9_]*$/.test(title) ? readName(title) : title);
const wordOf = (effect: string) => (effect === 'needs_approval' ? 'ask' : effect);

function sayGiven(given: Given): string {
  if (typeof given === 'string') return given;
  if ('approved' in given) return 'Somebody approves it.';
  if ('refused' in given) return `Somebody refuses it: ${given.refused}`;
  if ('minutes' in given) return `${given.minutes} minutes pass.`;
  if ('file' in given) return given.says ? `${given.says} (with ${given.file.name})` : `Sends ${given.file.name}`;
  return `The signal ${given.signal} comes.`;
}

/** What can come next: the customer's next message, and whatever it waits for. */
function GoOn({ desk, last }: { desk: SimulationDesk; last: SimulatedStep }) {
  const [text, setText] = useState('');
  const [giving, setGiving] = useState(false);
  const go = (given: Given) => {
    setText('');
    void desk.run([...desk.given, given]);
  };
  if (last.end === 'elsewhere' || last.end === 'handoff' || desk.given.length >= 20) return null;
  const { awaits } = last;
  return (
    <div className="mt-3 flex flex-col gap-2">
      {(last.end === 'approval' || awaits?.kind === 'approval') && (
        <div className="flex gap-2">
          <Button onClick={() => go({ approved: true })}>Approve</Button>
          <Button onClick={() => go({ refused: 'Not this time.' })}>Refuse</Button>
        </div>
      )}
      {awaits?.dueAt && (
        <Button onClick={() => go({ minutes: minutesUntil(last.now, awaits.dueAt!) })}>Let the time pass</Button>
      )}
      {awaits?.kind === 'event' && awaits.signal && (
        <Button onClick={() => go({ signal: awaits.signal!, data: {} })}>Let {awaits.signal} come</Button>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim()) go(text.trim());
        }}
      >
        <label className="flex min-h-8 items-center gap-2 rounded-corner border border-line-control bg-surface px-2.5 focus-within:border-focus max-pane:min-h-11">
          <input
            aria-label="The customer goes on"
            placeholder="The customer goes on…"
            value={text}
            maxLength={2_000}
            onChange={(event) => setText(event.target.value)}
            className="min-w-0 flex-1 bg-transparent outline-none placeholder:text-ink-3 focus-visible:shadow-none"
          />
          <IconButton icon={Paperclip} label="The customer sends a file" onClick={() => setGiving(true)} />
          <CornerDownLeft size={14} strokeWidth={2} aria-hidden className="text-ink-3" />
        </label>
      </form>
      {giving && (
        <GiveFileDialog
          onClose={() => setGiving(false)}
          onGive={(given) => {
            setGiving(false);
            go(given);
          }}
        />
      )}
    </div>
  );
}

const minutesUntil = (now: string, due: string): number =>
  Math.min(525_600, Math.max(1, Math.ceil((Date.parse(due) - Date.parse(now)) / 60_000)));
