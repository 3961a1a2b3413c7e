'use client';

import { Plus, Trash2 } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { IconButton } from '@/components/ui/icon-button';
import { Switch } from '@/components/ui/switch';
import type { PlaybookNode } from '@/lib/governance/playbook.schema';
import type { PlaybookAround } from '@/lib/governance/playbook-view.schema';
import { type FieldsOf, LineField, PickField } from './fields';
import { WordingField } from './wording-field';

type Of<K extends PlaybookNode['kind']> = Extract<PlaybookNode, { kind: K }>;
type Props<K extends PlaybookNode['kind']> = {
  node: Of<K>;
  of: FieldsOf;
  around: PlaybookAround | undefined;
  onWrite: (node: Of<K>, tag: string) => void;
};

const entities = [
  ['text', 'Any text'],
  ['order', 'An order'],
  ['choice', 'One of several'],
  ['amount', 'An amount of money'],
  ['date', 'A date'],
  ['email', 'An email address'],
  ['address', 'A postal address'],
  ['months', 'A number of months'],
  ['plan', 'A membership plan'],
  ['invoice', 'An invoice'],
  ['product', 'A product'],
  ['file', 'A file'],
] as const;

export function CollectForm({ node, of, onWrite }: Props<'collect'>) {
  const choices = node.choices ?? [];
  return (
    <>
      <div className="grid grid-cols-2 gap-2">
        <LineField
          label="Kept as slots."
          value={node.slot}
          readOnly={!of.edits}
          findings={of.wrong('slot')}
          onWrite={(slot) => onWrite({ ...node, slot: slot.replaceAll(/[^A-Za-z0-9_]/g, '') }, 'slot')}
        />
        <PickField
          label="What it is"
          value={node.entity}
          options={entities}
          disabled={!of.edits}
          findings={of.wrong('entity')}
          onPick={(entity) => onWrite({ ...node, entity: entity as Of<'collect'>['entity'] }, '')}
        />
      </div>
      <WordingField
        label="Asks"
        field="ask"
        value={node.ask}
        of={of}
        onWrite={(ask) => onWrite({ ...node, ask }, 'ask')}
      />
      {node.entity === 'choice' && (
        <fieldset className="flex min-w-0 flex-col gap-2">
          <legend className="mb-1 text-meta text-ink-3">Choices, and what customers call them</legend>
          {choices.map((choice, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: choices are told apart by their order while they are written
            <div key={at} className="grid grid-cols-[84px_minmax(0,1fr)_auto] items-start gap-1.5">
              <LineField
                quiet
                label={`Choice ${at + 1}`}
                value={choice.value}
                readOnly={!of.edits}
                onWrite={(value) =>
                  onWrite({ ...node, choices: choices.with(at, { ...choice, value }) }, `choice${at}`)
                }
              />
              <LineField
                quiet
                label={`Words for choice ${at + 1}`}
                value={choice.says.join(', ')}
                readOnly={!of.edits}
                onWrite={(says) =>
                  onWrite({ ...node, choices: choices.with(at, { ...choice, says: says.split(/,\s?/) }) }, `says${at}`)
                }
              />
              {of.edits && (
                <IconButton
                  icon={Trash2}
                  label={`Remove choice ${at + 1}`}
                  onClick={() => onWrite({ ...node, choices: choices.toSpliced(at, 1) }, '')}
                />
              )}
            </div>
          ))}
          {of.edits && (
            <Button
              icon={Plus}
              onClick={() => onWrite({ ...node, choices: [...choices, { value: 'new', says: ['new'] }] }, '')}
            >
              Add a choice
            </Button>
          )}
        </fieldset>
      )}
      <LineField
        code
        label="Known without asking"
        placeholder="customer.email"
        value={node.assume ?? ''}
        readOnly={!of.edits}
        findings={of.wrong('assume')}
        help="An expression; where it brings nothing, the customer is asked."
        onWrite={(assume) => onWrite({ ...node, assume: assume || undefined }, 'assume')}
      />
      <LineField
        code
        label="Must hold"
        placeholder="value > 0"
        value={node.valid?.when ?? ''}
        readOnly={!of.edits}
        findings={of.wrong('valid.when')}
        onWrite={(when) =>
          onWrite(
            {
              ...node,
              valid: when ? { when, says: node.valid?.says ?? 'That does not fit. Please try again.' } : undefined,
            },
            'valid',
          )
        }
      />
      {node.valid && (
        <WordingField
          label="Says where it does not"
          field="valid.says"
          value={node.valid.says}
          of={of}
          onWrite={(says) => onWrite({ ...node, valid: { ...node.valid!, says } }, 'valid.says')}
        />
      )}
      <PickField
        label="People take over after"
        value={String(node.tries)}
        disabled={!of.edits}
        options={[
          ['1', 'one try'],
          ['2', 'two tries'],
          ['3', 'three tries'],
        ]}
        onPick={(tries) => onWrite({ ...node, tries: Number(tries) }, '')}
      />
    </>
  );
}

export function ConfirmForm({ node, of, onWrite }: Props<'confirm'>) {
  return (
    <WordingField
      label="Asks"
      field="ask"
      value={node.ask}
      of={of}
      help="Answered by yes or no, however the customer puts it."
      onWrite={(ask) => onWrite({ ...node, ask }, 'ask')}
    />
  );
}

export function ReplyForm({ node, of, around, onWrite }: Props<'reply'>) {
  const free = around?.articles.filter(({ slug }) => !node.articles.includes(slug)) ?? [];
  return (
    <>
      <WordingField
        label="Says"
        field="text"
        value={node.text}
        of={of}
        help="{{ slots.order }} puts in what is known."
        onWrite={(text) => onWrite({ ...node, text }, 'text')}
      />
      <div>
        <span className="mb-1 block text-meta text-ink-3">Rests on articles</span>
        <div className="flex flex-wrap gap-1">
          {node.articles.map((slug) => (
            <Chip
              key={slug}
              removing={`Remove ${slug}`}
              onRemove={
                of.edits
                  ? () => onWrite({ ...node, articles: node.articles.filter((one) => one !== slug) }, '')
                  : undefined
              }
            >
              {around?.articles.find((one) => one.slug === slug)?.title ?? slug}
            </Chip>
          ))}
          {node.articles.length === 0 && !of.edits && <span className="text-ink-3">None</span>}
        </div>
      </div>
      {of.edits && (
        <PickField
          quiet
          label="Add an article"
          value=""
          findings={of.wrong('articles')}
          options={free.map(({ slug, title }) => [slug, title] as const)}
          onPick={(slug) => onWrite({ ...node, articles: [...node.articles, slug] }, '')}
        />
      )}
      <Switch
        label="The customer is done"
        help="The conversation closes as solved."
        checked={node.closes}
        disabled={!of.edits}
        onChange={(closes) => onWrite({ ...node, closes }, '')}
      />
    </>
  );
}

export function HandoffForm({ node, of, around, onWrite }: Props<'handoff'>) {
  return (
    <>
      <PickField
        label="Team"
        value={node.team ?? ''}
        disabled={!of.edits}
        findings={of.wrong('team')}
        options={[
          ['', 'The team of the playbook'] as const,
          ...(around?.teams.map(({ key, name }) => [key, name] as const) ?? []),
        ]}
        onPick={(team) => onWrite({ ...node, team: team || undefined }, '')}
      />
      <LineField
        label="Why the assistant stopped"
        rows={2}
        value={node.stopped}
        readOnly={!of.edits}
        findings={of.wrong('stopped')}
        onWrite={(stopped) => onWrite({ ...node, stopped }, 'stopped')}
      />
      <LineField
        label="What is missing, one a line"
        rows={2}
        value={node.missing.join('\n')}
        readOnly={!of.edits}
        findings={of.wrong('missing')}
        onWrite={(text) => onWrite({ ...node, missing: text === '' ? [] : text.split('\n') }, 'missing')}
      />
      <LineField
        label="Next step for the agent"
        value={node.suggestion?.text ?? ''}
        readOnly={!of.edits}
        findings={of.wrong('suggestion.text')}
        onWrite={(text) =>
          onWrite(
            {
              ...node,
              suggestion: text ? { text, draft: node.suggestion?.draft ?? 'I have looked at it.' } : undefined,
            },
            'suggestion',
          )
        }
      />
      {node.suggestion && (
        <LineField
          label="Draft of the agent’s reply"
          rows={2}
          value={node.suggestion.draft}
          readOnly={!of.edits}
          findings={of.wrong('suggestion.draft')}
          onWrite={(draft) => onWrite({ ...node, suggestion: { ...node.suggestion!, draft } }, 'draft')}
        />
      )}
    </>
  );
}
