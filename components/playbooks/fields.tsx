'use client';
import { useContext, useId } from 'react';
import { ExpressionField } from '@/components/definitions/expression-field';
import { join } from '@/components/ui/join';
import type { PlaybookFinding } from '@/lib/governance/playbook-finding.schema';
import { Finding } from './finding-line';
import { TermsOfStep } from './terms-source';

/** What a form of a step knows: what is wrong where, what leads where, and how a change is told. */
export type FieldsOf = {
  edits: boolean;
  wrong: (field: string) => PlaybookFinding[];
  /** Steps a way can lead to, with what they are called. */
  goals: { name: string; title: string }[];
};

export const edge =
  'block w-full rounded-corner border bg-surface px-2.5 py-1.5 text-ink-1 outline-none focus:border-focus focus-visible:shadow-[0_0_0_2px_color-mix(in_oklch,var(--focus)_28%,transparent)] max-pane:min-h-11';

type LineProps = {
  label: string;
  /** The label stands elsewhere: for those who listen only. */
  quiet?: boolean;
  value: string;
  findings?: PlaybookFinding[];
  help?: string;
  placeholder?: string;
  /** An expression rather than words. */
  code?: boolean;
  rows?: number;
  readOnly?: boolean;
  onWrite: (value: string) => void;
};

/** One text or expression, with what is wrong with it beneath. */
export function LineField({
  label,
  quiet,
  value,
  findings = [],
  help,
  placeholder,
  code,
  rows = 1,
  readOnly,
  onWrite,
}: LineProps) {
  const id = useId();
  const source = useContext(TermsOfStep);
  const said = findings.length > 0 || help;
  const wrong = findings.some(({ severity }) => severity === 'error');
  const sayings = said && (
    <div id={`${id}-said`} className="mt-1 flex flex-col gap-0.5 text-meta">
      {findings.map((one) => (
        <Finding key={one.says} finding={one} />
      ))}
      {help && findings.length === 0 && <p className="text-pretty text-ink-3">{help}</p>}
    </div>
  );
  const labelClass = quiet ? 'sr-only' : 'mb-1 block text-meta text-ink-3';
  if (code && source && !readOnly)
    return (
      <ExpressionField
        label={label}
        labelClass={labelClass}
        value={value}
        source={source}
        narrow
        wrong={wrong}
        saidBy={said ? `${id}-said` : undefined}
        placeholder={placeholder}
        onChange={onWrite}
      >
        {sayings}
      </ExpressionField>
    );
  return (
    <div>
      <label htmlFor={id} className={labelClass}>
        {label}
      </label>
      <textarea
        id={id}
        rows={rows}
        value={value}
        readOnly={readOnly}
        placeholder={placeholder}
        spellCheck={!code}
        aria-invalid={wrong || undefined}
        aria-describedby={said ? `${id}-said` : undefined}
        onChange={(event) =>
          onWrite(rows === 1 && !code ? event.target.value.replaceAll('\n', ' ') : event.target.value)
        }
        className={join(
          edge,
          'max-h-60 resize-none [field-sizing:content]',
          code && 'font-mono text-meta leading-5',
          wrong ? 'border-danger' : 'border-line-control',
        )}
      />
      {sayings}
    </div>
  );
}

type PickProps = {
  label: string;
  quiet?: boolean;
  value: string;
  options: readonly (readonly [value: string, name: string])[];
  findings?: PlaybookFinding[];
  disabled?: boolean;
  onPick: (value: string) => void;
};

/** One of a few. A value that is not among them any more stands there as it is. */
export function PickField({ label, quiet, value, options, findings = [], disabled, onPick }: PickProps) {
  const id = useId();
  const known = options.some(([one]) => one === value);
  return (
    <div>
      <label htmlFor={id} className={quiet ? 'sr-only' : 'mb-1 block text-meta text-ink-3'}>
        {label}
      </label>
      <select
        id={id}
        value={value}
        disabled={disabled}
        onChange={(event) => onPick(event.target.value)}
        className={join(edge, 'h-8 px-2 py-0', findings.length > 0 ? 'border-danger' : 'border-line-control')}
      >
        {!known && <option value={value}>{value === '' ? 'Choose…' : value}</option>}
        {options.map(([one, name]) => (
          <option key={one} value={one}>
            {name}
          </option>
        ))}
      </select>
      {findings.map((one) => (
        <div key={one.says} className="mt-1 text-meta">
          <Finding finding={one} />
        </div>
      ))}
    </div>
  );
}
