'use client';

import { ArrowDown, ArrowUp, Copy, Trash2, X } from 'lucide-react';
import { useEffect, useId, useRef } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { join } from '@/components/ui/join';
import { Segments } from '@/components/ui/segments';
import { SelectField } from '@/components/ui/select-field';
import { TextAreaField } from '@/components/ui/text-area-field';
import { type Approver, approverSchema, type PolicyDefinition, type Rule } from '@/lib/governance/policy.schema';
import type { PolicyFinding } from '@/lib/governance/policy-view.schema';
import { CelField } from './cel-field';
import type { RuleChange } from './compare-policies';
import { approverNames } from './policy-words';
import { RuleLines } from './rule-row';
import { TextField } from './text-field';

type Props = {
  at: number;
  count: number;
  change: RuleChange;
  sentence: string;
  findings: PolicyFinding[];
  policy: { key: string; definition: PolicyDefinition };
  onChange: (more: Partial<Rule>, stroke: string) => void;
  onMove: (by: -1 | 1) => void;
  onDuplicate: () => void;
  onRemove: () => void;
  onClose: () => void;
};

const effects = [
  ['deny', 'Deny'],
  ['needs_approval', 'Ask'],
  ['allow', 'Allow'],
] as const;

/** A rule as it is written, in its place. Everything is kept as one writes. */
export function RuleForm(props: Props) {
  const { at, count, change, sentence, findings, policy, onChange } = props;
  const { rule, before } = change;
  const id = useId();
  const form = useRef<HTMLElement>(null);
  // In braces: some browsers answer with a promise, and what an effect answers is called when it ends.
  useEffect(() => {
    form.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const inField = (field: string) => findings.filter((one) => one.at === `rules[${at}].${field}`);
  const elsewhere = findings.filter(
    (one) => !['when', 'value', 'customer', 'agent'].some((field) => one.at === `rules[${at}].${field}`),
  );
  return (
    <section
      ref={form}
      aria-label={`Rule ${at + 1}`}
      // The row it was opened from reads the same; Escape goes back to it.
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) props.onClose();
      }}
      className="bg-selected/60 px-6 py-3 shadow-[inset_2px_0_0_var(--accent)] max-pane:px-4"
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <span className="w-[18px] text-ink-3 tabular-nums">{at + 1}</span>
        <Segments label="What it does" options={effects} chosen={rule.effect} onChoose={setEffect} />
        <TextField
          quiet
          label="Name of the rule"
          value={rule.name}
          maxLength={61}
          onChange={(name) => onChange({ name: tidyName(name) }, 'name')}
          className="w-48 max-pane:flex-1"
        />
        <span className="flex-1" />
        <span className="flex">
          <IconButton icon={ArrowUp} label="Move up" disabled={at === 0} onClick={() => props.onMove(-1)} />
          <IconButton icon={ArrowDown} label="Move down" disabled={at === count - 1} onClick={() => props.onMove(1)} />
          <IconButton icon={Copy} label="Duplicate" onClick={props.onDuplicate} />
          <IconButton icon={Trash2} label="Delete rule" disabled={count === 1} onClick={props.onRemove} />
          <IconButton icon={X} label="Close rule" onClick={props.onClose} />
        </span>
      </div>
      <div className="mt-3 flex flex-col gap-3 pl-[30px] max-pane:pl-0">
        <TextField
          label="In plain words"
          placeholder={sentence}
          value={rule.title ?? ''}
          maxLength={160}
          onChange={(title) => onChange({ title: title || undefined }, 'title')}
        />
        <div>
          <CelField
            autoFocus
            label="Holds when"
            value={rule.when}
            policy={policy}
            findings={inField('when')}
            onChange={(when) => onChange({ when }, 'when')}
          />
          {before && before.when !== rule.when && (
            <div className="mt-1 pl-2">
              <RuleLines change={change} />
            </div>
          )}
        </div>
        {rule.effect === 'needs_approval' && (
          <div className="grid grid-cols-2 gap-3 max-pane:grid-cols-1">
            <SelectField
              label="Who approves"
              value={rule.approvers ?? 'supervisor'}
              onChange={(event) => onChange({ approvers: event.target.value as Approver }, 'approvers')}
            >
              {approverSchema.options.map((one) => (
                <option key={one} value={one}>
                  {approverNames[one]}
                </option>
              ))}
            </SelectField>
            <SelectField
              label="How many"
              value={rule.approvals ?? 1}
              onChange={(event) => onChange({ approvals: event.target.value === '2' ? 2 : undefined }, 'approvals')}
            >
              <option value={1}>One</option>
              <option value={2}>Two different people</option>
            </SelectField>
          </div>
        )}
        <div className="grid grid-cols-2 gap-3 max-pane:grid-cols-1">
          <Template
            label="The customer hears"
            value={rule.customer ?? ''}
            placeholder={rule.effect === 'allow' ? 'Nothing about the rule' : 'That it is not possible'}
            findings={inField('customer')}
            onChange={(customer) => onChange({ customer: customer || undefined }, 'customer')}
          />
          <Template
            label="The agent reads"
            value={rule.agent}
            placeholder="Why it is so"
            findings={inField('agent')}
            onChange={(agent) => onChange({ agent }, 'agent')}
          />
        </div>
        <div className="grid grid-cols-2 gap-3 max-pane:grid-cols-1">
          <TextField
            label="Ticked off as"
            value={rule.check ?? ''}
            maxLength={120}
            placeholder="Within 30 days of delivery"
            onChange={(check) => onChange({ check: check || undefined }, 'check')}
          />
          <CelField
            label="With the value"
            value={rule.value ?? ''}
            policy={policy}
            findings={inField('value')}
            placeholder="none"
            onChange={(value) => onChange({ value: value || undefined }, 'value')}
          />
        </div>
        {elsewhere.length > 0 && (
          <ul id={`${id}-findings`} className="flex flex-col gap-0.5 text-meta">
            {elsewhere.map(({ at: place, says, severity }) => (
              <li
                key={`${place} ${says}`}
                className={severity === 'error' ? 'text-danger-text' : 'text-attention-text'}
              >
                {says}
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );

  function setEffect(effect: Rule['effect']) {
    onChange(
      effect === 'needs_approval' ? { effect } : { effect, approvers: undefined, approvals: undefined },
      'effect',
    );
  }
}

/** What a name may be, as it is typed: `Over 500` becomes `over-500`. */
const tidyName = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, '-')
    .replace(/^[^a-z]+/, '');

type TemplateProps = {
  label: string;
  value: string;
  placeholder: string;
  findings: PolicyFinding[];
  onChange: (value: string) => void;
};

function Template({ label, value, placeholder, findings, onChange }: TemplateProps) {
  const wrong = findings[0]?.says ?? null;
  return (
    <TextAreaField
      label={label}
      rows={2}
      maxLength={600}
      value={value}
      placeholder={placeholder}
      wrong={wrong}
      onChange={(event) => onChange(event.target.value)}
      className={join(value.includes('{{') && 'tabular-nums')}
    />
  );
}
