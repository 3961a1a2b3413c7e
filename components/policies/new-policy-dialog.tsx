'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { newDefinition } from '@/app/(workspace)/automation/definitions/actions';
import { useDefinitionChange } from '@/components/definitions/queries';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Segments } from '@/components/ui/segments';
import { SelectField } from '@/components/ui/select-field';
import { TextAreaField } from '@/components/ui/text-area-field';
import { readPolicyText, usePolicies, useToolNames } from './queries';

const ways = [
  ['new', 'From nothing'],
  ['text', 'From a file'],
] as const;

const toKey = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 61);

/** A policy begins as a draft: nobody is decided by it before it is released. */
export function NewPolicyDialog({ onClose }: { onClose: () => void }) {
  const router = useRouter();
  const [way, setWay] = useState<'new' | 'text'>('new');
  const [title, setTitle] = useState('');
  const [tool, setTool] = useState('');
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const create = useDefinitionChange(newDefinition, 'The policy was not made');
  const ruled = new Set(usePolicies().data?.policies.flatMap(({ tools }) => tools));
  const tools = (useToolNames().data?.tools ?? []).filter(({ name, write }) => write && !ruled.has(name));
  const key = toKey(title);
  const open = (made: string) => {
    onClose();
    router.push(`/automation/policies/${made}`);
  };
  const submit = async () => {
    setWrong(null);
    if (way === 'new') {
      const rules = [
        {
          name: 'verified',
          title: 'Never for somebody who is not known.',
          when: '!conversation.verified',
          effect: 'deny',
          agent: 'The customer is not verified.',
        },
      ];
      create.mutate(
        { kind: 'policy', key, body: { title: title.trim(), tools: [tool.trim()], rules } },
        { onSuccess: () => open(key) },
      );
      return;
    }
    try {
      const { policy, problems } = await readPolicyText(text);
      if (policy)
        create.mutate(
          { kind: 'policy', key: policy.key, body: policy.definition },
          { onSuccess: () => open(policy.key) },
        );
      else setWrong(problems.map(({ line, column, says }) => `Line ${line}, ${column}: ${says}`).join('\n'));
    } catch (error) {
      setWrong(error instanceof Error ? error.message : 'The text could not be read.');
    }
  };
  return (
    <Dialog open onOpenChange={(next) => !next && onClose()} title="New policy">
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <div>
          <Segments label="Where it comes from" options={ways} chosen={way} onChoose={setWay} />
        </div>
        {way === 'new' ? (
          <>
            <Field
              label="Title"
              placeholder="Gift cards"
              value={title}
              maxLength={120}
              help={key && `It is kept as ${key}`}
              onChange={(event) => setTitle(event.target.value)}
            />
            {tools.length > 0 ? (
              <SelectField
                label="It decides on"
                help="More can be added. Tools that another policy decides on are not here."
                value={tool}
                onChange={(event) => setTool(event.target.value)}
              >
                <option value="">Choose a tool</option>
                {tools.map(({ name, title: says }) => (
                  <option key={name} value={name}>
                    {name}
                    {says && says !== name ? `: ${says}` : ''}
                  </option>
                ))}
              </SelectField>
            ) : (
              <Field
                label="It decides on"
                placeholder="cards.issue"
                value={tool}
                maxLength={120}
                help="The name of a tool. More can be added."
                onChange={(event) => setTool(event.target.value)}
              />
            )}
          </>
        ) : (
          <TextAreaField
            label="Policy as YAML"
            rows={10}
            className="[&_textarea]:font-mono [&_textarea]:text-meta"
            spellCheck={false}
            value={text}
            placeholder={'key: gift-cards\ntools: [cards.issue]\nrules:\n  - name: …'}
            wrong={wrong}
            onChange={(event) => setText(event.target.value)}
          />
        )}
        <div className="flex justify-end gap-2">
          <Button size="form" look="plain" onClick={onClose}>
            Cancel
          </Button>
          <Button
            type="submit"
            size="form"
            look="filled"
            busy={create.isPending}
            disabled={way === 'new' ? key === '' || tool.trim() === '' : text.trim() === ''}
          >
            Begin the draft
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
