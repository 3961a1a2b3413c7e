'use client';

import { Plus, Trash2 } from 'lucide-react';
import { useContext, useId, useState } from 'react';
import { ExpressionField } from '@/components/definitions/expression-field';
import { IconButton } from '@/components/ui/icon-button';
import { join } from '@/components/ui/join';
import type { Wording } from '@/lib/governance/playbook.schema';
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

const edge =
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

type WordingProps = {
  label: string;
  field: string;
  value: Wording;
  of: FieldsOf;
  help?: string;
  onWrite: (value: Wording) => void;
};

/** What a customer reads, in one language or several: a tab each. */
export function WordingField({ label, field, value, of: { edits, wrong }, help, onWrite }: WordingProps) {
  const texts: Record<string, string> = typeof value === 'string' ? { en: value } : value;
  const languages = Object.keys(texts);
  const [chosen, setChosen] = useState('en');
  const [adding, setAdding] = useState<string | null>(null);
  const at = languages.includes(chosen) ? chosen : (languages[0] ?? 'en');
  const write = (next: Record<string, string>) => {
    const [only] = Object.keys(next);
    onWrite(Object.keys(next).length === 1 && only === 'en' ? next.en! : next);
  };
  const add = () => {
    const language = adding?.trim() ?? '';
    if (/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(language) && !languages.includes(language)) {
      write({ ...texts, [language]: texts.en ?? '' });
      setChosen(language);
    }
    setAdding(null);
  };
  const findings =
    typeof value === 'string' ? wrong(field) : [...wrong(`${field}.${at}`), ...(at === 'en' ? wrong(field) : [])];
  return (
    <div>
      <div className="mb-1 flex items-center gap-1">
        <span className="flex-1 text-meta text-ink-3">{label}</span>
        {languages.length > 1 &&
          languages.map((language) => (
            <button
              key={language}
              type="button"
              aria-pressed={language === at}
              onClick={() => setChosen(language)}
              className={join(
                'h-5 rounded-corner-small px-1.5 text-meta max-pane:h-9',
                language === at ? 'bg-fill font-medium text-ink-1' : 'text-ink-3 hover:bg-hover',
              )}
            >
              {language}
            </button>
          ))}
        {edits && languages.length > 1 && at !== 'en' && (
          <button
            type="button"
            aria-label={`Remove ${at}`}
            onClick={() => write(Object.fromEntries(Object.entries(texts).filter(([one]) => one !== at)))}
            className="grid size-5 place-items-center rounded-corner-small text-ink-3 hover:bg-hover"
          >
            <Trash2 size={12} strokeWidth={2} aria-hidden />
          </button>
        )}
        {edits &&
          (adding === null ? (
            <button
              type="button"
              onClick={() => setAdding('')}
              className="flex h-5 items-center gap-0.5 rounded-corner-small px-1 text-meta text-ink-3 hover:bg-hover max-pane:h-9"
            >
              <Plus size={12} strokeWidth={2} aria-hidden />
              language
            </button>
          ) : (
            <input
              // biome-ignore lint/a11y/noAutofocus: it opens because one wants to type in it
              autoFocus
              aria-label="Language, such as de or pt-BR"
              placeholder="de"
              value={adding}
              maxLength={12}
              onChange={(event) => setAdding(event.target.value)}
              onBlur={add}
              onKeyDown={(event) => {
                if (event.key === 'Enter') add();
                if (event.key === 'Escape') setAdding(null);
              }}
              className="h-5 w-14 rounded-corner-small border border-line-control bg-surface px-1 text-meta outline-none focus:border-focus"
            />
          ))}
      </div>
      <LineField
        quiet
        label={languages.length > 1 ? `${label} (${at})` : label}
        value={texts[at] ?? ''}
        rows={2}
        help={help}
        readOnly={!edits}
        findings={findings}
        onWrite={(text) => write({ ...texts, [at]: text })}
      />
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

type RowsProps = {
  label: string;
  field: string;
  value: Record<string, string>;
  of: FieldsOf;
  /** Names that can be chosen, with what is to be known of each; any name where there are none. */
  names?: { name: string; required: boolean; help?: string }[];
  adds?: string;
  onWrite: (value: Record<string, string>) => void;
};

/** Names with an expression each: the arguments of a tool, the slots of a playbook that is called. */
export function NamedFields({ label, field, value, of: { edits, wrong }, names, adds = 'Add', onWrite }: RowsProps) {
  const [typed, setTyped] = useState('');
  const free = names?.filter(({ name }) => !(name in value)) ?? [];
  const put = (name: string) => name && !(name in value) && onWrite({ ...value, [name]: '""' });
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1 text-meta text-ink-3">{label}</legend>
      {Object.entries(value).map(([name, text]) => {
        const known = names?.find((one) => one.name === name);
        return (
          <div key={name} className="grid grid-cols-[84px_minmax(0,1fr)_auto] items-start gap-1.5">
            <span title={known?.help} className="truncate pt-1.5 text-meta text-ink-2">
              {name}
            </span>
            <LineField
              quiet
              code
              label={`${label}: ${name}`}
              value={text}
              readOnly={!edits}
              findings={wrong(`${field}.${name}`)}
              onWrite={(next) => onWrite({ ...value, [name]: next })}
            />
            {edits && (
              <IconButton
                icon={Trash2}
                label={`Remove ${name}`}
                onClick={() => onWrite(Object.fromEntries(Object.entries(value).filter(([one]) => one !== name)))}
              />
            )}
          </div>
        );
      })}
      {wrong(field).map((one) => (
        <div key={one.says} className="text-meta">
          <Finding finding={one} />
        </div>
      ))}
      {edits && names && free.length > 0 && (
        <PickField
          quiet
          label={`${adds} to ${label.toLowerCase()}`}
          value=""
          options={free.map(({ name, required }) => [name, required ? `${name} (needed)` : name] as const)}
          onPick={put}
        />
      )}
      {edits && !names && (
        <input
          aria-label={`${adds} to ${label.toLowerCase()}`}
          placeholder={`${adds}: name, then Enter`}
          value={typed}
          maxLength={40}
          onChange={(event) => setTyped(event.target.value.replaceAll(/[^A-Za-z0-9_]/g, ''))}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            put(typed);
            setTyped('');
          }}
          className={join(edge, 'h-8 border-line-control py-0')}
        />
      )}
    </fieldset>
  );
}
