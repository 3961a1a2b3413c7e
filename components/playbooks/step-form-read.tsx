'use client';

import { ChevronRight, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Switch } from '@/components/ui/switch';
import { type ExtractField, type FieldKind, isDateKind, longestPattern } from '@/lib/governance/extract.schema';
import type { PlaybookDefinition, PlaybookNode } from '@/lib/governance/playbook.schema';
import { type FieldsOf, LineField, PickField } from './fields';
import { readName, titleOf } from './step-words';

type ReadNode = Extract<PlaybookNode, { kind: 'extract' }>;
type Props = {
  node: ReadNode;
  of: FieldsOf;
  definition: PlaybookDefinition;
  onWrite: (node: ReadNode, tag: string) => void;
};

const kinds: readonly (readonly [FieldKind, string])[] = [
  ['text', 'Any text'],
  ['name', 'A person’s name'],
  ['date', 'A date'],
  ['birth_date', 'A date of birth'],
  ['id_number', 'A document number'],
  ['address', 'An address'],
];

/** A step that reads a file: which one, what is looked for in it, and what has to be so. */
export function ReadForm({ node, of, definition, onWrite }: Props) {
  return (
    <>
      <PickField
        label="File"
        value={node.file}
        disabled={!of.edits}
        findings={of.wrong('file')}
        options={filesOf(definition)}
        onPick={(file) => onWrite({ ...node, file }, '')}
      />
      <div className="grid grid-cols-2 gap-2">
        <LineField
          label="Said in the trace"
          value={node.says}
          readOnly={!of.edits}
          findings={of.wrong('says')}
          onWrite={(says) => onWrite({ ...node, says }, 'says')}
        />
        <LineField
          label="Kept as"
          value={node.as}
          readOnly={!of.edits}
          findings={of.wrong('as')}
          onWrite={(as) => onWrite({ ...node, as: as.replaceAll(/[^a-z0-9_]/g, '') }, 'as')}
        />
      </div>
      <Fields node={node} of={of} onWrite={onWrite} />
      <Checks node={node} of={of} onWrite={onWrite} />
    </>
  );
}

/** What steps for files keep. */
const filesOf = ({ nodes }: PlaybookDefinition) =>
  Object.entries(nodes).flatMap(([name, one]) =>
    one.kind === 'collect' && one.entity === 'file' ? [[`slots.${one.slot}`, titleOf(name, one)] as const] : [],
  );

type PartProps = Omit<Props, 'definition'>;

function Fields({ node, of, onWrite }: PartProps) {
  const [typed, setTyped] = useState('');
  const put = (name: string, field: ExtractField, tag: string) =>
    onWrite({ ...node, fields: { ...node.fields, [name]: field } }, tag);
  const add = () => {
    if (!/^[a-z][a-z0-9_]*$/.test(typed) || typed in node.fields) return;
    put(typed, { labels: [readName(typed)], is: 'text', order: 'day_first', optional: false }, '');
    setTyped('');
  };
  const names = Object.keys(node.fields);
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1 text-meta text-ink-3">Looks for</legend>
      {names.map((name) => (
        <FieldRows
          key={name}
          name={name}
          field={node.fields[name]!}
          of={of}
          onWrite={(field, tag) => put(name, field, tag && `${name} ${tag}`)}
          onRemove={
            names.length > 1
              ? () =>
                  onWrite(
                    {
                      ...node,
                      fields: Object.fromEntries(Object.entries(node.fields).filter(([one]) => one !== name)),
                    },
                    '',
                  )
              : undefined
          }
        />
      ))}
      {of.edits && names.length < 20 && (
        <input
          aria-label="Look for something else"
          placeholder="Add: name, then Enter"
          value={typed}
          maxLength={40}
          onChange={(event) => setTyped(event.target.value.toLowerCase().replaceAll(/[^a-z0-9_]/g, '_'))}
          onKeyDown={(event) => event.key === 'Enter' && add()}
          className="block h-8 w-full rounded-corner border border-line-control bg-surface px-2.5 outline-none placeholder:text-ink-3 focus:border-focus focus-visible:shadow-[0_0_0_2px_color-mix(in_oklch,var(--focus)_28%,transparent)] max-pane:min-h-11"
        />
      )}
    </fieldset>
  );
}

type FieldProps = {
  name: string;
  field: ExtractField;
  of: FieldsOf;
  onWrite: (field: ExtractField, tag: string) => void;
  onRemove?: () => void;
};

/** One thing that is looked for, folded to its name until one works on it. */
function FieldRows({ name, field, of, onWrite, onRemove }: FieldProps) {
  const title = field.title ?? readName(name);
  const findings = of.wrong(`fields.${name}.pattern`);
  return (
    <details className="group rounded-corner border border-line bg-surface" open={findings.length > 0 || undefined}>
      <summary className="flex min-h-8 cursor-default list-none items-center gap-2 px-2 py-1 max-pane:min-h-11">
        <ChevronRight
          size={14}
          strokeWidth={2}
          aria-hidden
          className="flex-none text-ink-3 transition-transform duration-(--quick) group-open:rotate-90"
        />
        <span className="min-w-0 flex-1 truncate font-medium">{title}</span>
        <span className="flex-none text-meta text-ink-3">{kinds.find(([kind]) => kind === field.is)?.[1]}</span>
      </summary>
      <div className="flex flex-col gap-2 border-t border-line px-2.5 py-2">
        <LineField
          label="Called"
          value={field.title ?? ''}
          placeholder={readName(name)}
          readOnly={!of.edits}
          onWrite={(text) => onWrite({ ...field, title: text || undefined }, 'title')}
        />
        <PickField
          label="What it is"
          value={field.is}
          disabled={!of.edits}
          options={kinds}
          onPick={(is) => onWrite({ ...field, is: is as FieldKind }, '')}
        />
        <LineField
          label="Labels in the document, one a line"
          rows={2}
          value={field.labels.join('\n')}
          readOnly={!of.edits}
          help={`Beside or under one of them the value stands. Known as ${name}.`}
          onWrite={(text) => {
            const labels = text.split('\n').slice(0, 12);
            // Without a pattern something must be left to look for.
            if (text !== '' || field.pattern) onWrite({ ...field, labels: text === '' ? [] : labels }, 'labels');
          }}
        />
        <LineField
          code
          label="Its form, if it has one"
          value={field.pattern ?? ''}
          placeholder="[A-Z0-9]{9}"
          readOnly={!of.edits}
          findings={findings}
          onWrite={(text) => {
            if (text !== '' || field.labels.length > 0)
              onWrite({ ...field, pattern: text.slice(0, longestPattern) || undefined }, 'pattern');
          }}
        />
        {isDateKind(field.is) && (
          <PickField
            label="03/04/2026 is"
            value={field.order}
            disabled={!of.edits}
            options={[
              ['day_first', '3 April'],
              ['month_first', 'March 4'],
            ]}
            onPick={(order) => onWrite({ ...field, order: order as ExtractField['order'] }, '')}
          />
        )}
        <div className="flex items-center gap-2">
          <div className="flex-1">
            <Switch
              label="It must be there"
              checked={!field.optional}
              disabled={!of.edits}
              onChange={(needed) => onWrite({ ...field, optional: !needed }, '')}
            />
          </div>
          {of.edits && onRemove && <IconButton icon={Trash2} label={`Remove ${title}`} onClick={onRemove} />}
        </div>
      </div>
    </details>
  );
}

function Checks({ node, of, onWrite }: PartProps) {
  const { checks } = node;
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1 text-meta text-ink-3">What has to be so, for the agent to read</legend>
      {checks.map((check, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: checks are told apart by their order while they are written
        <div key={at} className="flex flex-col gap-1.5 rounded-corner border border-line p-2">
          <div className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-1.5">
            <LineField
              quiet
              label={`Check ${at + 1}, as a sentence`}
              value={check.says}
              readOnly={!of.edits}
              onWrite={(says) =>
                says !== '' &&
                onWrite({ ...node, checks: checks.with(at, { ...check, says: says.slice(0, 160) }) }, `says${at}`)
              }
            />
            {of.edits && (
              <IconButton
                icon={Trash2}
                label={`Remove check ${at + 1}`}
                onClick={() => onWrite({ ...node, checks: checks.toSpliced(at, 1) }, '')}
              />
            )}
          </div>
          <LineField
            quiet
            code
            label={`Check ${at + 1}, as an expression`}
            value={check.when}
            readOnly={!of.edits}
            findings={of.wrong(`checks.${at}.when`)}
            onWrite={(when) =>
              when !== '' && onWrite({ ...node, checks: checks.with(at, { ...check, when }) }, `when${at}`)
            }
          />
        </div>
      ))}
      {of.edits && checks.length < 20 && (
        <Button
          icon={Plus}
          onClick={() => {
            const [first] = Object.keys(node.fields);
            const check = { says: 'It is there', when: `${node.as}.${first} != ""` };
            onWrite({ ...node, checks: [...checks, check] }, '');
          }}
        >
          Add a check
        </Button>
      )}
    </fieldset>
  );
}
