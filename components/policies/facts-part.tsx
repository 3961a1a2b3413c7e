'use client';

import { Plus, Trash2 } from 'lucide-react';
import { CelText } from '@/components/definitions/cel-text';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import type { Fact } from '@/lib/governance/policy.schema';
import { ArgumentFields } from './argument-fields';
import { CelField } from './cel-field';
import { Part, type PartProps, under } from './part';
import { useToolNames } from './queries';
import { TextField } from './text-field';

/** What is read from the systems of record when it is decided. */
export function Facts({ policyKey, definition, findings, edits, onChange }: PartProps) {
  const policy = { key: policyKey, definition };
  const facts = Object.entries(definition.facts);
  const reads = useToolNames().data?.tools.filter(({ write }) => !write) ?? [];
  /** In the order they stood in: a fact may speak of those above it. */
  const set = (entries: [string, Fact][], stroke?: string) =>
    onChange((before) => ({ ...before, facts: Object.fromEntries(entries) }), stroke);
  const setAt = (at: number, name: string, fact: Fact, stroke: string) =>
    set(
      facts.map((entry, index) => (index === at ? [name, fact] : entry)),
      stroke,
    );
  const fresh = () => {
    let number = facts.length + 1;
    while (`fact${number}` in definition.facts) number++;
    set([...facts, [`fact${number}`, { tool: reads[0]?.name ?? 'orders.get', args: {} }]]);
  };
  return (
    <Part title="Facts" says="Read from the shop when it is decided, never from a message.">
      {facts.length === 0 && <p className="text-ink-2">None: it decides on what is asked for alone.</p>}
      {facts.map(([name, fact], at) =>
        edits ? (
          // A name is typed letter by letter: the place is what stays.
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <div key={at} className="flex flex-col gap-2 border-l border-line pl-3">
            <div className="flex flex-wrap items-center gap-2">
              <TextField
                quiet
                mono
                label="Name of the fact"
                value={name}
                maxLength={41}
                onChange={(text) => {
                  const next = text.replace(/\W/g, '');
                  if (next === name || !(next in definition.facts)) setAt(at, next, fact, `fact ${at}`);
                }}
                className="w-32"
              />
              <span className="text-ink-3">by</span>
              <TextField
                quiet
                mono
                label={`Tool that brings ${name}`}
                value={fact.tool}
                maxLength={120}
                options={reads.map((one) => one.name)}
                onChange={(tool) => setAt(at, name, { ...fact, tool }, `fact tool ${at}`)}
                className="w-52 max-pane:flex-1"
              />
              <span className="flex-1" />
              <IconButton
                icon={Trash2}
                label={`Remove the fact ${name}`}
                onClick={() => set(facts.filter((_, index) => index !== at))}
              />
            </div>
            <ArgumentFields
              of={name}
              args={fact.args}
              policy={policy}
              known={reads.find((one) => one.name === fact.tool)?.args.map((one) => one.name) ?? []}
              findings={findings}
              at={`facts.${name}.args`}
              onChange={(args) => setAt(at, name, { ...fact, args }, `fact args ${at}`)}
            />
            <CelField
              label={`Once for each of, for ${name}`}
              quiet
              placeholder="Once; or once for each of a list, called item above"
              value={fact.each ?? ''}
              policy={policy}
              findings={under(findings, `facts.${name}.each`)}
              onChange={(each) => {
                const { each: _, ...rest } = fact;
                setAt(at, name, each === '' ? rest : { ...rest, each }, `fact each ${at}`);
              }}
            />
          </div>
        ) : (
          <p key={name} className="min-w-0">
            <CelText cel={`facts.${name}`} className="text-ink-1!" /> <span className="text-ink-3">by</span> {fact.tool}
            {Object.entries(fact.args).map(([key, value]) => (
              <span key={key} className="block pl-4 text-meta">
                {key} = <CelText cel={value} />
              </span>
            ))}
            {fact.each && (
              <span className="block pl-4 text-meta">
                for each of <CelText cel={fact.each} />
              </span>
            )}
          </p>
        ),
      )}
      {edits && (
        <div>
          <Button icon={Plus} onClick={fresh}>
            Add a fact
          </Button>
        </div>
      )}
    </Part>
  );
}
