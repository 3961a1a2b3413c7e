'use client';

import type { PlaybookDefinition, PlaybookNode } from '@/lib/governance/playbook.schema';
import type { PlaybookAround } from '@/lib/governance/playbook-view.schema';
import { unfinished } from './edit-playbook';
import { type FieldsOf, LineField, PickField } from './fields';
import { NamedFields } from './named-fields';
import { titleOf } from './step-words';
import { WordingField } from './wording-field';

type Of<K extends PlaybookNode['kind']> = Extract<PlaybookNode, { kind: K }>;
type Props<K extends PlaybookNode['kind']> = {
  node: Of<K>;
  of: FieldsOf;
  around: PlaybookAround | undefined;
  definition: PlaybookDefinition;
  onWrite: (node: Of<K>, tag: string) => void;
};

export function LookupForm(props: Props<'lookup'>) {
  const { node, of, onWrite } = props;
  return (
    <>
      <ToolFields {...props} write={false} />
      <LineField
        label="Said in the trace"
        value={node.says}
        readOnly={!of.edits}
        findings={of.wrong('says')}
        onWrite={(says) => onWrite({ ...node, says }, 'says')}
      />
    </>
  );
}

export function ActForm(props: Props<'act'>) {
  const { node, of, onWrite } = props;
  return (
    <>
      <ToolFields {...props} write />
      <LineField
        label="What it does, for people"
        value={node.says}
        readOnly={!of.edits}
        findings={of.wrong('says')}
        onWrite={(says) => onWrite({ ...node, says }, 'says')}
      />
      <WordingField
        label="Told once a person has approved it"
        field="told"
        value={node.told}
        of={of}
        onWrite={(told) => onWrite({ ...node, told }, 'told')}
      />
    </>
  );
}

/** Who decides about an act: the policies in force, as a sentence, and where each of their answers leads. */
export function PolicyWords({ node, around, definition }: Pick<Props<'act'>, 'node' | 'around' | 'definition'>) {
  const policies = around?.policies.filter(({ tools }) => tools.includes(node.tool)) ?? [];
  const title = (name: string | undefined, otherwise: string) => {
    const step = name === undefined || name === unfinished ? undefined : definition.nodes[name];
    return step && name ? titleOf(name, step) : otherwise;
  };
  const waits = definition.nodes[node.next];
  const asked =
    waits?.kind === 'wait' && waits.until.kind === 'approval' ? title(node.next, '') : 'waits for a person, then tells';
  const rows = [
    ['allow', 'text-solved-text', title(node.next, 'not connected yet')],
    ['ask', 'text-attention-text', asked],
    ['deny', 'text-danger-text', title(node.denied, 'says why not')],
  ] as const;
  return (
    <div className="mb-3">
      <p className="text-pretty text-ink-2">
        {policies.length > 0 ? (
          <>
            Asks {policies.length > 1 ? 'policies' : 'policy'}{' '}
            <span className="font-strong text-ink-1">
              {policies.map(({ key, version }) => `${key} v${version}`).join(', ')}
            </span>
            . The model has no say here.
          </>
        ) : (
          'No policy speaks of this tool, so it is always denied. The model has no say here.'
        )}
      </p>
      <dl className="mt-2 grid grid-cols-[44px_1fr] gap-y-1">
        {rows.map(([word, colour, says]) => (
          <div key={word} className="contents">
            <dt className={colour}>{word}</dt>
            <dd className="text-ink-2">{says}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function ToolFields({
  node,
  of,
  around,
  write,
  onWrite,
}: {
  node: Of<'act'> | Of<'lookup'>;
  of: FieldsOf;
  around: PlaybookAround | undefined;
  write: boolean;
  // biome-ignore lint/suspicious/noExplicitAny: the two kinds have these fields in common, and each form passes its own
  onWrite: (node: any, tag: string) => void;
}) {
  const tools = around?.tools?.filter((tool) => tool.write === write) ?? [];
  const tool = tools.find(({ name }) => name === node.tool);
  return (
    <>
      <PickField
        label="Tool"
        value={node.tool}
        disabled={!of.edits}
        findings={of.wrong('tool')}
        options={tools.map(({ name, title }) => [name, title && title !== name ? `${title} (${name})` : name] as const)}
        onPick={(name) => {
          const needed = tools.find((one) => one.name === name)?.args.filter(({ required }) => required) ?? [];
          const args = Object.fromEntries(needed.map((arg) => [arg.name, node.args[arg.name] ?? '""']));
          onWrite({ ...node, tool: name, args }, '');
        }}
      />
      {around && around.tools === null && (
        <p className="text-meta text-attention-text">
          The systems that have the tools do not answer. Their names are kept.
        </p>
      )}
      {tool?.description && <p className="text-meta text-pretty text-ink-3">{tool.description}</p>}
      <NamedFields
        label="Arguments"
        field="args"
        value={node.args}
        of={of}
        names={tool?.args.map(({ name, required, description, type }) => ({
          name,
          required,
          help: description ?? type,
        }))}
        onWrite={(args) => onWrite({ ...node, args }, 'args')}
      />
      <LineField
        label="What comes back is kept as"
        value={node.as}
        readOnly={!of.edits}
        findings={of.wrong('as')}
        onWrite={(as) => onWrite({ ...node, as: as.replaceAll(/[^A-Za-z0-9_]/g, '') }, 'as')}
      />
    </>
  );
}

export function CompensateForm({ node, of, definition, onWrite }: Props<'compensate'>) {
  const acts = Object.entries(definition.nodes).filter(([, one]) => one.kind === 'act');
  return (
    <fieldset className="flex min-w-0 flex-col gap-1.5">
      <legend className="mb-1 text-meta text-ink-3">Takes back, newest first</legend>
      {acts.map(([name, one]) => (
        <label key={name} className="flex items-center gap-2">
          <input
            type="checkbox"
            className="accent-accent"
            checked={node.acts.includes(name)}
            disabled={!of.edits}
            onChange={(event) => {
              const kept = node.acts.filter((act) => act !== name && act !== unfinished);
              const next = event.target.checked ? [...kept, name] : kept;
              onWrite({ ...node, acts: next.length > 0 ? next : [unfinished] }, '');
            }}
          />
          {titleOf(name, one)}
        </label>
      ))}
      {acts.length === 0 && <p className="text-ink-3">No step of this playbook changes anything.</p>}
    </fieldset>
  );
}
