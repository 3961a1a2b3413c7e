'use client';

import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import type { PlaybookNode } from '@/lib/governance/playbook.schema';
import type { PlaybookAround } from '@/lib/governance/playbook-view.schema';
import { unfinished } from './edit-playbook';
import { type FieldsOf, LineField, PickField } from './fields';
import { NamedFields } from './named-fields';
import { WordingField } from './wording-field';

type Of<K extends PlaybookNode['kind']> = Extract<PlaybookNode, { kind: K }>;
type Props<K extends PlaybookNode['kind']> = {
  node: Of<K>;
  of: FieldsOf;
  around: PlaybookAround | undefined;
  onWrite: (node: Of<K>, tag: string) => void;
};

export function DecideForm({ node, of, onWrite }: Props<'decide'>) {
  const { branches } = node;
  const write = (next: typeof branches, tag = '') => onWrite({ ...node, branches: next }, tag);
  return (
    <fieldset className="flex min-w-0 flex-col gap-3">
      <legend className="sr-only">Branches</legend>
      <p className="text-meta text-pretty text-ink-3">
        The first that holds is taken; where none does, it goes on under “else”.
      </p>
      {branches.map((branch, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: branches are told apart by their order
        <div key={at} className="flex flex-col gap-1.5 border-l-2 border-line pl-2.5">
          <div className="flex items-center gap-1">
            <div className="min-w-0 flex-1">
              <LineField
                quiet
                label={`Word on branch ${at + 1}`}
                placeholder="Word on the line"
                value={branch.label ?? ''}
                readOnly={!of.edits}
                onWrite={(label) =>
                  write(branches.with(at, { ...branch, label: label.slice(0, 40) || undefined }), `label${at}`)
                }
              />
            </div>
            {of.edits && (
              <>
                <IconButton
                  icon={ArrowUp}
                  label={`Move branch ${at + 1} up`}
                  disabled={at === 0}
                  onClick={() => write(branches.with(at, branches[at - 1]!).with(at - 1, branch))}
                />
                <IconButton
                  icon={ArrowDown}
                  label={`Move branch ${at + 1} down`}
                  disabled={at === branches.length - 1}
                  onClick={() => write(branches.with(at, branches[at + 1]!).with(at + 1, branch))}
                />
                <IconButton
                  icon={Trash2}
                  label={`Remove branch ${at + 1}`}
                  disabled={branches.length === 1}
                  onClick={() => write(branches.toSpliced(at, 1))}
                />
              </>
            )}
          </div>
          <LineField
            quiet
            code
            label={`Condition of branch ${at + 1}`}
            value={branch.when}
            readOnly={!of.edits}
            findings={of.wrong(`branches.${at}.when`)}
            onWrite={(when) => write(branches.with(at, { ...branch, when }), `when${at}`)}
          />
        </div>
      ))}
      {of.edits && (
        <Button icon={Plus} onClick={() => write([...branches, { when: 'false', next: unfinished }])}>
          Add a branch
        </Button>
      )}
    </fieldset>
  );
}

const untils = [
  ['customer', 'the customer’s next message'],
  ['approval', 'an approval'],
  ['time', 'a time'],
  ['event', 'a signal of another system'],
] as const;

export function WaitForm({ node, of, onWrite }: Props<'wait'>) {
  const { until } = node;
  return (
    <>
      <PickField
        label="Waits for"
        value={until.kind}
        options={untils}
        disabled={!of.edits}
        onPick={(kind) =>
          onWrite(
            {
              ...node,
              until:
                kind === 'time'
                  ? { kind, minutes: '60' }
                  : kind === 'event'
                    ? { kind, name: 'order.shipped' }
                    : { kind: kind as 'customer' | 'approval' },
            },
            '',
          )
        }
      />
      {until.kind === 'time' && (
        <LineField
          code
          label="Minutes"
          value={until.minutes}
          readOnly={!of.edits}
          findings={of.wrong('until.minutes')}
          onWrite={(minutes) => onWrite({ ...node, until: { ...until, minutes } }, 'minutes')}
        />
      )}
      {until.kind === 'event' && (
        <>
          <LineField
            code
            label="Name of the signal"
            value={until.name}
            readOnly={!of.edits}
            findings={of.wrong('until.name')}
            onWrite={(name) => onWrite({ ...node, until: { ...until, name } }, 'name')}
          />
          <LineField
            code
            label="Only where"
            placeholder="event.order == slots.order"
            value={until.where ?? ''}
            readOnly={!of.edits}
            findings={of.wrong('until.where')}
            onWrite={(where) => onWrite({ ...node, until: { ...until, where: where || undefined } }, 'where')}
          />
          <LineField
            label="What it brings is kept as"
            value={until.as ?? ''}
            readOnly={!of.edits}
            findings={of.wrong('until.as')}
            onWrite={(as) => onWrite({ ...node, until: { ...until, as: as || undefined } }, 'as')}
          />
        </>
      )}
      {node.says === undefined ? (
        of.edits && (
          <Button onClick={() => onWrite({ ...node, says: 'One moment, please.' }, '')}>Say something meanwhile</Button>
        )
      ) : (
        <WordingField
          label="Says meanwhile"
          field="says"
          value={node.says}
          of={of}
          onWrite={(says) => onWrite({ ...node, says: says === '' ? undefined : says }, 'says')}
        />
      )}
      <LineField
        label="Waits at most, in minutes"
        placeholder="For ever"
        value={node.timeout ? String(node.timeout.minutes) : ''}
        readOnly={!of.edits}
        findings={of.wrong('timeout')}
        onWrite={(text) => {
          const minutes = Math.min(525_600, Number(text.replaceAll(/\D/g, '')));
          onWrite(
            { ...node, timeout: minutes > 0 ? { minutes, next: node.timeout?.next ?? unfinished } : undefined },
            'timeout',
          );
        }}
      />
    </>
  );
}

export function CallForm({ node, of, around, onWrite }: Props<'call'>) {
  return (
    <>
      <PickField
        label="Playbook"
        value={node.playbook}
        disabled={!of.edits}
        findings={of.wrong('playbook')}
        options={around?.playbooks.map(({ key, name }) => [key, name] as const) ?? []}
        onPick={(playbook) => onWrite({ ...node, playbook }, '')}
      />
      <NamedFields
        label="Its slots"
        field="with"
        value={node.with}
        of={of}
        adds="Add a slot"
        onWrite={(given) => onWrite({ ...node, with: given }, 'with')}
      />
      <LineField
        label="What it returns is kept as"
        value={node.as}
        readOnly={!of.edits}
        findings={of.wrong('as')}
        onWrite={(as) => onWrite({ ...node, as: as.replaceAll(/[^A-Za-z0-9_]/g, '') }, 'as')}
      />
    </>
  );
}

export function ReturnForm({ node, of, onWrite }: Props<'return'>) {
  return (
    <NamedFields
      label="Gives back"
      field="value"
      value={node.value}
      of={of}
      adds="Add a value"
      onWrite={(value) => onWrite({ ...node, value }, 'value')}
    />
  );
}
