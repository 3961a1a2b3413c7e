'use client';

import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { join } from '@/components/ui/join';
import { edge, type FieldsOf, LineField, PickField } from './fields';
import { Finding } from './finding-line';

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
