'use client';

import { useId } from 'react';
import { ExpressionField } from '@/components/definitions/expression-field';
import { join } from '@/components/ui/join';
import type { PolicyDefinition } from '@/lib/governance/policy.schema';
import type { PolicyFinding } from '@/lib/governance/policy-view.schema';

type Props = {
  label: string;
  /** The label stands elsewhere already. */
  quiet?: boolean;
  value: string;
  onChange: (value: string) => void;
  /** What names there are depends on it. */
  policy: { key: string; definition: PolicyDefinition };
  findings?: PolicyFinding[];
  placeholder?: string;
  autoFocus?: boolean;
  className?: string;
};

/** An expression of a policy. */
export function CelField({ quiet, policy, findings = [], ...rest }: Props) {
  const id = useId();
  return (
    <ExpressionField
      {...rest}
      labelClass={quiet ? 'sr-only' : 'mb-1.5 block text-work leading-4 font-medium'}
      source={{ path: '/api/policies/terms', given: policy }}
      wrong={findings.some(({ severity }) => severity === 'error')}
      saidBy={findings.length > 0 ? id : undefined}
    >
      <FindingList id={id} findings={findings} />
    </ExpressionField>
  );
}

/** What is wrong here, beneath where it is. */
export function FindingList({ id, findings }: { id?: string; findings: PolicyFinding[] }) {
  if (findings.length === 0) return null;
  return (
    <ul id={id} className="mt-1 flex flex-col gap-0.5 text-meta">
      {findings.map(({ at, column, says, severity }) => (
        <li
          key={`${at} ${column} ${says}`}
          className={join('text-pretty', severity === 'error' ? 'text-danger-text' : 'text-attention-text')}
        >
          {column !== null && <span className="tabular-nums">At character {column}: </span>}
          {says}
        </li>
      ))}
    </ul>
  );
}
