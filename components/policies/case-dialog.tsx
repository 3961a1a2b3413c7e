'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ChoiceList } from '@/components/ui/choice-list';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { SelectField } from '@/components/ui/select-field';
import { TextAreaField } from '@/components/ui/text-area-field';
import { useNow } from '@/components/ui/use-now';
import { formatMoment } from '@/lib/format/format-time';
import type { Effect, PolicyDefinition } from '@/lib/governance/policy.schema';
import { type CaseForm, openForm, readForm } from './case-form';
import { effectNames } from './effect-names';
import { useRecorded, useToolNames } from './queries';

type Props = {
  policyKey: string;
  definition: PolicyDefinition;
  /** Null is a new one. */
  given: Record<string, unknown> | null;
  why: string | null;
  edits: boolean;
  onSave: (value: Record<string, unknown>) => void;
  onRemove?: () => void;
  onClose: () => void;
};

const states = [
  { key: 'verified', name: 'It is known who writes' },
  { key: 'confirmed', name: 'The customer said yes to exactly this' },
  { key: 'trusted', name: 'The message does not try to steer' },
] as const;

/** One situation and what must be decided in it. */
export function CaseDialog({ policyKey, definition, given, why, edits, onSave, onRemove, onClose }: Props) {
  const facts = Object.keys(definition.facts);
  const [form, setForm] = useState(() => openForm(given ?? {}, definition.tools[0] ?? '', facts));
  const [wrong, setWrong] = useState<{ field: string; says: string } | null>(null);
  const recorded = useRecorded(policyKey, edits).data?.actions ?? [];
  const now = useNow(60_000);
  const args = useToolNames().data?.tools.find(({ name }) => name === form.tool)?.args ?? [];
  const names = [...new Set([...args.map(({ name }) => name), ...Object.keys(form.args)])];
  const set = (more: Partial<CaseForm>) => setForm({ ...form, ...more });
  const wrongIn = (field: string) => (wrong?.field === field ? wrong.says : null);
  const save = () => {
    const read = readForm(form, args);
    if (!read.ok) setWrong(read);
    else onSave(read.value);
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={given ? 'A case that must pass' : 'New case'} wide>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (edits) save();
        }}
      >
        <fieldset disabled={!edits} className="contents">
          {why && <p className="rounded-corner bg-danger-tint px-3 py-2 text-pretty text-danger-text">{why}</p>}
          {edits && recorded.length > 0 && (
            <SelectField
              label="Take a real one"
              help="With what was known when it was decided; change what must come out."
              value=""
              onChange={(event) => {
                const found = recorded.find(({ id }) => id === event.target.value);
                if (found) setForm(openForm(found.case, form.tool, facts));
              }}
            >
              <option value="">Choose what was asked for</option>
              {recorded.map(({ id, customer, says, at, effect }) => (
                <option key={id} value={id}>
                  {customer}: {says} ({effectNames[effect]}
                  {now > 0 && `, ${formatMoment(at, now)}`})
                </option>
              ))}
            </SelectField>
          )}
          <Field
            label="Name"
            placeholder="Two of $400.00 in a day"
            value={form.name}
            maxLength={200}
            wrong={wrongIn('name')}
            onChange={(event) => set({ name: event.target.value })}
          />
          <div className="grid grid-cols-3 gap-4 max-pane:grid-cols-1">
            <SelectField label="Tool" value={form.tool} onChange={(event) => set({ tool: event.target.value })}>
              {[...new Set([...definition.tools, form.tool])].map((tool) => (
                <option key={tool} value={tool}>
                  {tool}
                </option>
              ))}
            </SelectField>
            <SelectField
              label="Must"
              value={form.effect}
              onChange={(event) => set({ effect: event.target.value as Effect })}
            >
              {(['allow', 'needs_approval', 'deny'] as const).map((effect) => (
                <option key={effect} value={effect}>
                  {effectNames[effect]}
                </option>
              ))}
            </SelectField>
            <SelectField label="By the rule" value={form.rule} onChange={(event) => set({ rule: event.target.value })}>
              <option value="">Any</option>
              {[...new Set([...definition.rules.map(({ name }) => name), ...(form.rule ? [form.rule] : [])])].map(
                (name) => (
                  <option key={name} value={name}>
                    {name}
                  </option>
                ),
              )}
            </SelectField>
          </div>
          {names.length > 0 && (
            <fieldset>
              <legend className="mb-1.5 text-meta text-ink-3">What is asked for</legend>
              <div className="grid grid-cols-2 gap-4 max-pane:grid-cols-1">
                {names.map((name) => (
                  <Field
                    key={name}
                    label={name}
                    value={form.args[name] ?? ''}
                    placeholder={args.find((one) => one.name === name)?.type}
                    onChange={(event) => set({ args: { ...form.args, [name]: event.target.value } })}
                  />
                ))}
              </div>
            </fieldset>
          )}
          <div className="grid grid-cols-2 gap-4 max-pane:grid-cols-1">
            <ChoiceList
              label="The conversation"
              options={states}
              chosen={states.map(({ key }) => key).filter((key) => form[key])}
              onChoose={(chosen) =>
                set({
                  verified: chosen.includes('verified'),
                  confirmed: chosen.includes('confirmed'),
                  trusted: chosen.includes('trusted'),
                })
              }
            />
            <div className="flex flex-col gap-4">
              <Field
                label="Customer’s id"
                value={form.subject}
                maxLength={200}
                onChange={(event) => set({ subject: event.target.value })}
              />
              <Field
                label="Tier"
                value={form.tier}
                maxLength={80}
                onChange={(event) => set({ tier: event.target.value })}
              />
            </div>
          </div>
          {Object.entries(form.facts).map(([name, text]) => (
            <TextAreaField
              key={name}
              label={`Fact ${name}`}
              rows={2}
              value={text}
              placeholder="JSON, as the tool answers it"
              spellCheck={false}
              wrong={wrongIn(`facts.${name}`)}
              onChange={(event) => set({ facts: { ...form.facts, [name]: event.target.value } })}
            />
          ))}
          <div className="grid grid-cols-2 gap-4 max-pane:grid-cols-1">
            <TextAreaField
              label="Ledger"
              rows={1}
              value={form.ledger}
              placeholder='{"today": 1, "todayCents": 40000}'
              help="What was done before; nothing when it is empty."
              spellCheck={false}
              wrong={wrongIn('ledger')}
              onChange={(event) => set({ ledger: event.target.value })}
            />
            <Field
              label="Time"
              value={form.now}
              placeholder="now, or 2026-11-01T10:00:00Z"
              wrong={wrongIn('now')}
              onChange={(event) => set({ now: event.target.value })}
            />
          </div>
        </fieldset>
        {wrong && <p className="text-danger-text">{wrong.says}</p>}
        <div className="flex items-center gap-2">
          {onRemove && (
            <Button size="form" look="danger-plain" onClick={onRemove}>
              Delete case
            </Button>
          )}
          <span className="flex-1" />
          <Button size="form" look="plain" onClick={onClose}>
            {edits ? 'Cancel' : 'Close'}
          </Button>
          {edits && (
            <Button type="submit" size="form" look="filled">
              {given ? 'Save case' : 'Add case'}
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  );
}
