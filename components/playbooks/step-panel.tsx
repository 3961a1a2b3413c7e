'use client';

import { Trash2, X, Zap } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import type { PlaybookDefinition, PlaybookNode } from '@/lib/governance/playbook.schema';
import type { PlaybookFinding } from '@/lib/governance/playbook-finding.schema';
import type { PlaybookAround } from '@/lib/governance/playbook-view.schema';
import { changeStep, connectSteps, startName, stepsOf, unfinished, waysOf } from './edit-playbook';
import { type FieldsOf, LineField, PickField } from './fields';
import { Finding } from './finding-line';
import { LeadsTo } from './leads-to';
import { CallForm, DecideForm, ReturnForm, WaitForm } from './step-form-flow';
import { ReadForm } from './step-form-read';
import { CollectForm, ConfirmForm, HandoffForm, ReplyForm } from './step-form-talk';
import { ActForm, CompensateForm, LookupForm, PolicyWords } from './step-form-tools';
import { stepSigns } from './step-signs';
import { kindNames, sayWay, titleOf } from './step-words';
import { TermsOfStep } from './terms-source';
import { TriggerForm } from './trigger-form';

type Props = {
  name: string;
  definition: PlaybookDefinition;
  around: PlaybookAround | undefined;
  findings: PlaybookFinding[];
  edits: boolean;
  /** Conversations that ended at this step, and the like: shown under the form. */
  children?: ReactNode;
  onWrite: (definition: PlaybookDefinition, tag: string) => void;
  onRemove: () => void;
  onClose: () => void;
};

/** A step opened: what it is, what it asks of whom, and every field of it. */
export function StepPanel(props: Props) {
  const { name, definition, around, findings, edits, children, onWrite, onRemove, onClose } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  // Whoever opened it by keys is led into it.
  useEffect(() => {
    if (name) heading.current?.focus({ preventScroll: true });
  }, [name]);
  const node = definition.nodes[name];
  const starts = name === startName;
  if (!node && !starts) return null;
  const own = findings.filter((one) => one.node === (starts ? null : name));
  const of: FieldsOf = {
    edits,
    wrong: (field) => own.filter((one) => one.field === field),
    goals: stepsOf(definition)
      .filter(([one]) => one !== name)
      .map(([one, step]) => ({ name: one, title: titleOf(one, step) })),
  };
  const Sign = starts || !node ? Zap : stepSigns[node.kind];
  const shown = own.filter(({ field }) => field === null || field === 'next' || field.startsWith('way.'));
  return (
    <section
      aria-label={starts ? 'What starts it' : `Step ${node ? titleOf(name, node) : name}`}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
      className="absolute top-4 right-4 z-10 flex max-h-[calc(100%-32px)] w-[304px] flex-col rounded-corner-float bg-raised shadow-float max-pane:inset-0 max-pane:max-h-none max-pane:w-full max-pane:rounded-none"
    >
      <header className="flex flex-none items-start gap-2 px-3.5 pt-3 pb-1.5">
        <Sign size={16} strokeWidth={1.75} aria-hidden className="mt-0.5 flex-none text-ink-3" />
        <h2 ref={heading} tabIndex={-1} className="min-w-0 flex-1 font-strong outline-none [overflow-wrap:anywhere]">
          {starts ? 'What starts it' : titleOf(name, node!)}
        </h2>
        {edits && !starts && <IconButton icon={Trash2} label="Remove this step" onClick={onRemove} className="-my-1" />}
        <IconButton icon={X} label="Close" onClick={onClose} className="-my-1 -mr-1" />
      </header>
      <div className="min-h-0 overflow-y-auto px-3.5 pb-3.5">
        {node?.kind === 'act' && <PolicyWords node={node} around={around} definition={definition} />}
        {shown.length > 0 && (
          <div className="mb-3 flex flex-col gap-0.5 text-meta">
            {shown.map((one) => (
              <Finding key={one.says} finding={one} />
            ))}
          </div>
        )}
        <TermsOfStep.Provider
          value={edits ? { path: '/api/playbooks/terms', given: { definition, node: starts ? null : name } } : null}
        >
          <div className="flex flex-col gap-3">
            {starts || !node ? (
              <TriggerForm definition={definition} of={of} around={around} onWrite={onWrite} />
            ) : (
              <>
                <LineField
                  label={`${kindNames[node.kind]}, called`}
                  placeholder={titleOf(name, node)}
                  value={node.title ?? ''}
                  readOnly={!edits}
                  onWrite={(title) =>
                    onWrite(
                      changeStep(definition, name, { ...node, title: title.slice(0, 80) || undefined }),
                      `${name} title`,
                    )
                  }
                />
                <Fields
                  node={node}
                  of={of}
                  around={around}
                  definition={definition}
                  onWrite={(next, tag) => onWrite(changeStep(definition, name, next), tag && `${name} ${tag}`)}
                />
                <Ways name={name} node={node} definition={definition} of={of} onWrite={onWrite} />
              </>
            )}
            {children}
          </div>
        </TermsOfStep.Provider>
      </div>
    </section>
  );
}

type FieldsProps = {
  node: PlaybookNode;
  of: FieldsOf;
  around: PlaybookAround | undefined;
  definition: PlaybookDefinition;
  onWrite: (node: PlaybookNode, tag: string) => void;
};

function Fields({ node, ...more }: FieldsProps) {
  switch (node.kind) {
    case 'collect':
      return <CollectForm node={node} {...more} />;
    case 'lookup':
      return <LookupForm node={node} {...more} />;
    case 'extract':
      return <ReadForm node={node} {...more} />;
    case 'decide':
      return <DecideForm node={node} {...more} />;
    case 'confirm':
      return <ConfirmForm node={node} {...more} />;
    case 'act':
      return <ActForm node={node} {...more} />;
    case 'wait':
      return <WaitForm node={node} {...more} />;
    case 'call':
      return <CallForm node={node} {...more} />;
    case 'return':
      return <ReturnForm node={node} {...more} />;
    case 'compensate':
      return <CompensateForm node={node} {...more} />;
    case 'reply':
      return <ReplyForm node={node} {...more} />;
    case 'handoff':
      return <HandoffForm node={node} {...more} />;
    case 'verify':
      return <p className="text-pretty text-ink-2">Goes on only with a customer whose account is known for sure.</p>;
  }
}

/** What an act can come back with besides being done: what most systems refuse with, and any other code. */
const failures = ['not_found', 'already_done', 'not_possible', 'unavailable'];

type WaysProps = {
  name: string;
  node: PlaybookNode;
  definition: PlaybookDefinition;
  of: FieldsOf;
  onWrite: Props['onWrite'];
};

function Ways({ name, node, definition, of, onWrite }: WaysProps) {
  const ways = waysOf(node);
  const lead = (by: string, to: string | null) => onWrite(connectSteps(definition, { node: name, by }, to), '');
  if (ways.length === 0) return null;
  const free = node.kind === 'act' ? failures.filter((code) => !(code in (node.failed ?? {}))) : [];
  return (
    <fieldset className="flex min-w-0 flex-col gap-2 border-t border-line pt-3">
      <legend className="sr-only">Goes on to</legend>
      {ways.map(({ by, to, needed }) => (
        <LeadsTo
          key={by}
          label={ways.length === 1 ? 'Goes on to' : `On “${sayWay(node, by) || 'done'}” goes on to`}
          value={to === unfinished ? null : to}
          optional={!needed}
          of={of}
          onPick={(goal) => lead(by, goal)}
        />
      ))}
      {of.edits && node.kind === 'act' && (
        <PickField
          label="Where it is refused with"
          value=""
          options={free.map((code) => [code, code] as const)}
          onPick={(code) =>
            onWrite(changeStep(definition, name, { ...node, failed: { ...node.failed, [code]: unfinished } }), '')
          }
        />
      )}
    </fieldset>
  );
}
