'use client';

import { Plus } from 'lucide-react';
import { CelText } from '@/components/definitions/cel-text';
import { Button } from '@/components/ui/button';
import type { PolicyDefinition } from '@/lib/governance/policy.schema';
import { ArgumentFields } from './argument-fields';
import { CelField } from './cel-field';
import { Part, type PartProps, under } from './part';
import { useToolNames } from './queries';
import { TextField } from './text-field';

/** Whose data it is where nobody is verified. */
export function SubjectFrom({ policyKey, definition, findings, edits, onChange }: PartProps) {
  const { subjectFrom } = definition;
  const policy = { key: policyKey, definition };
  const reads = useToolNames().data?.tools.filter(({ write }) => !write) ?? [];
  const set = (next: PolicyDefinition['subjectFrom'], stroke?: string) =>
    onChange(({ subjectFrom: _, ...rest }) => (next ? { ...rest, subjectFrom: next } : rest), stroke);
  if (!subjectFrom)
    return (
      <Part title="Whose data it is" says="For tools whose effect only the account’s owner can see.">
        <p className="text-ink-2">The verified customer’s, and nobody’s else.</p>
        {edits && (
          <div>
            <Button
              icon={Plus}
              onClick={() => set({ tool: reads[0]?.name ?? 'customers.find', args: {}, value: 'null' })}
            >
              Look it up instead
            </Button>
          </div>
        )}
      </Part>
    );
  return (
    <Part
      title="Whose data it is"
      says="When nobody is verified, it is looked up: the effect must only reach its owner."
    >
      {edits ? (
        <>
          <div className="flex items-end gap-2">
            <TextField
              mono
              label="Looked up with"
              value={subjectFrom.tool}
              maxLength={120}
              options={reads.map(({ name }) => name)}
              onChange={(tool) => set({ ...subjectFrom, tool }, 'subject tool')}
              className="w-64 max-pane:flex-1"
            />
            <span className="flex-1" />
            <Button look="plain" size="form" onClick={() => set(undefined)}>
              Only verified customers
            </Button>
          </div>
          <ArgumentFields
            of="the lookup"
            args={subjectFrom.args}
            policy={policy}
            known={reads.find(({ name }) => name === subjectFrom.tool)?.args.map(({ name }) => name) ?? []}
            findings={findings}
            at="subjectFrom.args"
            onChange={(args) => set({ ...subjectFrom, args }, 'subject args')}
          />
          <CelField
            label="The customer’s id in what it found"
            value={subjectFrom.value}
            policy={policy}
            findings={under(findings, 'subjectFrom.value')}
            onChange={(value) => set({ ...subjectFrom, value }, 'subject value')}
          />
        </>
      ) : (
        <p className="text-ink-2">
          {subjectFrom.tool}: <CelText cel={subjectFrom.value} />
        </p>
      )}
    </Part>
  );
}
