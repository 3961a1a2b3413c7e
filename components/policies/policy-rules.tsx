'use client';

import { Plus } from 'lucide-react';
import { useMemo } from 'react';
import { toast } from 'sonner';
import { CelText } from '@/components/definitions/cel-text';
import { Button } from '@/components/ui/button';
import type { PolicyDefinition } from '@/lib/governance/policy.schema';
import type { PolicyFinding } from '@/lib/governance/policy-view.schema';
import { addRule, duplicateRule, insertRule, moveRule, removeRule, setRule } from './change-rules';
import { compareRules } from './compare-policies';
import { EffectBadge } from './policy-words';
import { RuleForm } from './rule-form';
import { RuleRow, rowGrid } from './rule-row';
import { sayCaps } from './say-caps';
import type { Content } from './use-policy-draft';

type Props = {
  policyKey: string;
  content: Content;
  inForce: PolicyDefinition | null;
  sentences: string[];
  findings: PolicyFinding[];
  edits: boolean;
  open: number | null;
  onOpen: (at: number | null) => void;
  onChange: (make: (before: Content) => Content, stroke?: string) => void;
};

/** The rules in their order, one of them open at most, and what stands where none holds. */
export function PolicyRules(props: Props) {
  const { policyKey, content, inForce, sentences, findings, edits, open, onOpen, onChange } = props;
  const { definition } = content;
  const { rules } = definition;
  const policy = useMemo(() => ({ key: policyKey, definition }), [policyKey, definition]);
  // Where nothing is in force, everything is new, and saying so of each rule says nothing.
  const { changes, removed } = compareRules(inForce?.rules ?? rules, rules);
  const remove = (at: number) => {
    const rule = rules[at]!;
    onChange((before) => removeRule(before, at));
    onOpen(null);
    toast(`${rule.title ?? rule.name} is deleted`, {
      action: { label: 'Undo', onClick: () => onChange((before) => insertRule(before, at, rule)) },
    });
  };
  return (
    <>
      <ol aria-label="Rules">
        {changes.map((change, at) => {
          const own = findings.filter(({ rule }) => rule === at);
          const { title, name } = change.rule;
          const sentence = title ?? sentences[at] ?? name;
          return (
            // A name is typed letter by letter: the place is what stays.
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            <li key={at} className="border-b border-line">
              {open === at && edits ? (
                <RuleForm
                  at={at}
                  count={rules.length}
                  change={change}
                  sentence={sentence}
                  findings={own}
                  policy={policy}
                  onChange={(more, stroke) => onChange((before) => setRule(before, at, more), `rule ${at} ${stroke}`)}
                  onMove={(by) => {
                    onChange((before) => moveRule(before, at, by));
                    onOpen(at + by);
                  }}
                  onDuplicate={() => {
                    onChange((before) => duplicateRule(before, at));
                    onOpen(at + 1);
                  }}
                  onRemove={() => remove(at)}
                  onClose={() => onOpen(null)}
                />
              ) : (
                <RuleRow
                  number={at + 1}
                  change={change}
                  sentence={sentence}
                  findings={own}
                  onOpen={edits ? () => onOpen(at) : undefined}
                />
              )}
            </li>
          );
        })}
        {removed.map((rule) => (
          <li key={rule.name} className={`${rowGrid} border-b border-line bg-danger-tint py-3`}>
            <span aria-hidden className="font-mono text-danger-text">
              −
            </span>
            <span className="max-pane:col-span-2">
              <EffectBadge effect={rule.effect} />
            </span>
            <span className="min-w-0 max-pane:col-span-2 max-pane:col-start-2">
              <span className="block font-strong">
                <span className="sr-only">Deleted: </span>
                {rule.title ?? rule.name}
              </span>
              <CelText cel={rule.when} className="mt-0.5 block leading-5! line-through" />
            </span>
            <span className="pl-4 max-pane:hidden">
              {edits && (
                <Button onClick={() => onChange((before) => insertRule(before, rules.length, rule))}>Restore</Button>
              )}
            </span>
          </li>
        ))}
      </ol>
      <div className={`${rowGrid} border-b border-line py-3`}>
        <span />
        <span className="max-pane:col-span-2">
          <EffectBadge effect="deny" />
        </span>
        <span className="text-ink-2 max-pane:col-start-2">Everything else.</span>
        <span className="text-meta leading-5! text-ink-3">always on</span>
      </div>
      <div className="flex min-h-12 flex-wrap items-center gap-x-4 px-6 py-2 max-pane:px-4">
        {edits && (
          <Button
            look="plain"
            icon={Plus}
            className="-ml-2.5"
            onClick={() => {
              onChange(addRule);
              onOpen(rules.at(-1)?.effect === 'allow' ? rules.length - 1 : rules.length);
            }}
          >
            Add a rule
          </Button>
        )}
        <span className="text-meta text-ink-3">{sayCaps(definition.caps) ?? 'No caps on sums'}</span>
      </div>
    </>
  );
}
