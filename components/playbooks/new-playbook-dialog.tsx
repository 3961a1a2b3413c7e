'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { newDefinition } from '@/app/(workspace)/automation/definitions/actions';
import { useDefinitionChange } from '@/components/definitions/queries';
import { fetchJson } from '@/components/shell/fetch-json';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Segments } from '@/components/ui/segments';
import { SelectField } from '@/components/ui/select-field';
import { TextAreaField } from '@/components/ui/text-area-field';
import type { PlaybookDefinition } from '@/lib/governance/playbook.schema';
import type { PlaybookCase } from '@/lib/governance/playbook-case.schema';
import { readTextSchema } from '@/lib/governance/playbook-text.schema';
import { filledTemplateSchema } from '@/lib/governance/playbook-view.schema';
import { emptyPlaybook } from './edit-playbook';
import { useAround, useTemplates } from './queries';
import { TemplateFields } from './template-fields';

type Made = { key: string; definition: PlaybookDefinition; cases: PlaybookCase[] };

/** Begins a playbook as a draft: from nothing, from a template, or from a text. */
export function NewPlaybookDialog({ taken, onClose }: { taken: string[]; onClose: () => void }) {
  const router = useRouter();
  const around = useAround();
  const [from, setFrom] = useState<'nothing' | 'template' | 'text'>('nothing');
  const [name, setName] = useState('');
  const [intent, setIntent] = useState('');
  const [team, setTeam] = useState('');
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const [reading, setReading] = useState(false);
  const making = useDefinitionChange(newDefinition, 'The playbook was not made');
  const templates = useTemplates();
  const [template, setTemplate] = useState('');
  const [tools, setTools] = useState<Record<string, string>>({});
  const chosen = templates.data?.templates.find((one) => one.key === template);
  const key = keyOf(name);
  const used = taken.includes(key) ? 'There is a playbook of this name already.' : null;
  const make = ({ definition, cases, key: as }: Made) =>
    making.mutate(
      { kind: 'playbook', key: as, body: definition, cases },
      { onSuccess: () => router.push(`/automation/playbooks/${as}`) },
    );
  const submit = async () => {
    if (from === 'nothing') {
      const chosenTeam = team || around.data?.teams[0]?.key;
      if (key === '' || used || !chosenTeam) return;
      make({ key, definition: emptyPlaybook(name.trim(), chosenTeam, intent ? [intent] : []), cases: [] });
      return;
    }
    setReading(true);
    try {
      if (from === 'template') {
        const asked = { template, tools };
        const filled = await fetchJson('/api/playbooks/templates', filledTemplateSchema, undefined, asked);
        // An intent this desk has not got starts nothing, and would only be a finding.
        const known = new Set(around.data?.intents.map((one) => one.key));
        const { trigger } = filled.definition;
        const intents = trigger.intents.filter((one) => known.has(one));
        const teams = around.data?.teams.map((one) => one.key) ?? [];
        const kept = teams.includes(filled.definition.team) ? filled.definition.team : (teams[0] ?? '');
        make({
          key,
          definition: { ...filled.definition, name: name.trim(), team: kept, trigger: { ...trigger, intents } },
          cases: [],
        });
        return;
      }
      const answer = await fetchJson('/api/playbooks/text', readTextSchema, undefined, { text });
      if (answer.ok) make(answer);
      else setWrong(answer.problems.map(({ line, column, says }) => `Line ${line}:${column}: ${says}`).join('\n'));
    } catch (error) {
      setWrong(error instanceof Error ? error.message : 'The server did not answer.');
    } finally {
      setReading(false);
    }
  };
  const ready =
    from === 'template'
      ? chosen !== undefined && key !== '' && !used
      : from === 'nothing'
        ? key !== '' && !used && around.data !== undefined
        : text.trim() !== '';
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title="New playbook">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
        className="flex flex-col gap-4"
      >
        <Segments
          label="Begin"
          chosen={from}
          options={[
            ['nothing', 'From nothing'],
            ['template', 'From a template'],
            ['text', 'From a text'],
          ]}
          onChoose={setFrom}
        />
        {from === 'nothing' ? (
          <>
            <Field
              label="Name"
              value={name}
              maxLength={60}
              wrong={used}
              help={key ? `Known as ${key}` : undefined}
              onChange={(event) => setName(event.target.value)}
            />
            <SelectField
              label="Starts with the intent"
              value={intent}
              onChange={(event) => setIntent(event.target.value)}
            >
              <option value="">None yet</option>
              {around.data?.intents.map((one) => (
                <option key={one.key} value={one.key}>
                  {one.name}
                </option>
              ))}
            </SelectField>
            <SelectField
              label="Team people take over in"
              value={team}
              onChange={(event) => setTeam(event.target.value)}
            >
              {around.data?.teams.map((one) => (
                <option key={one.key} value={one.key}>
                  {one.name}
                </option>
              ))}
            </SelectField>
          </>
        ) : from === 'template' ? (
          <>
            <TemplateFields
              templates={templates.data?.templates}
              chosen={template}
              tools={tools}
              around={around.data}
              onChoose={(one) => {
                setTemplate(one.key);
                setTools({});
                if (name === '' || templates.data?.templates.some((other) => other.name === name)) setName(one.name);
              }}
              onTool={(role, tool) => setTools({ ...tools, [role]: tool })}
            />
            {templates.isError && <p className="text-danger-text">{templates.error.message}</p>}
            <Field
              label="Name"
              value={name}
              maxLength={60}
              wrong={used}
              help={key ? `Known as ${key}` : undefined}
              onChange={(event) => setName(event.target.value)}
            />
          </>
        ) : (
          <TextAreaField
            label="Playbook as YAML"
            rows={12}
            value={text}
            wrong={wrong}
            placeholder={'playbook: warranty-claim\nname: Warranty claim\n…'}
            onChange={(event) => {
              setText(event.target.value);
              setWrong(null);
            }}
          />
        )}
        <div className="flex justify-end gap-2">
          <Button size="form" look="plain" onClick={onClose}>
            Not now
          </Button>
          <Button size="form" look="filled" type="submit" busy={making.isPending || reading} disabled={!ready}>
            Make the draft
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** "Warranty claim" as a key: warranty-claim. */
const keyOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, 60)
    .replace(/-+$/, '');
