'use client';

import { Trash2 } from 'lucide-react';
import { Field } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';
import { SelectField } from '@/components/ui/select-field';
import type { DeskSettingsView, Fault } from '@/lib/tools/records.schema';
import { checkName, type ReadDraft } from './desk-draft';
import { ExpressionRows } from './expression-rows';

type Props = {
  read: ReadDraft;
  reads: readonly ReadDraft[];
  index: number;
  tools: DeskSettingsView['tools'];
  faults: readonly Fault[];
  onChange: (more: Partial<ReadDraft>) => void;
  onRemove: () => void;
};

/** One tool that is asked: what its answer is called, and what it is asked with. */
export function ReadFields({ read, reads, index, tools, faults, onChange, onRemove }: Props) {
  const { name, tool, args } = read;
  const chosen = tools.find((one) => one.name === tool);
  const where = `reads.${name.trim()}`;
  const said = faults.filter((one) => one.where === where || one.where.startsWith(`${where}.`));
  const called = name.trim() || `read ${index + 1}`;
  return (
    <fieldset aria-label={`Read ${index + 1}`} className="border-b border-line py-3 last-of-type:border-b-0">
      <div className="grid grid-cols-[1fr_2fr_28px] items-start gap-2 max-pane:grid-cols-[1fr_44px]">
        <Field
          label="Called"
          required
          maxLength={41}
          spellCheck={false}
          autoComplete="off"
          placeholder="customer"
          value={name}
          wrong={checkName(read, reads)}
          onChange={(event) => onChange({ name: event.target.value })}
        />
        <SelectField
          label="Asked of"
          required
          value={tool}
          onChange={(event) => onChange({ tool: event.target.value })}
          help={chosen ? sayTool(chosen) : tool === '' ? '' : 'It cannot be called now.'}
          className="max-pane:order-last max-pane:col-span-2"
        >
          {tool === '' && <option value="">Choose…</option>}
          {tool !== '' && !chosen && <option>{tool}</option>}
          {tools.map((one) => (
            <option key={one.name}>{one.name}</option>
          ))}
        </SelectField>
        <span className="pt-[23px]">
          <IconButton icon={Trash2} label={`Do not ask for ${called}`} onClick={onRemove} />
        </span>
      </div>
      {(args.length > 0 || !chosen || chosen.args.length > 0) && (
        <ExpressionRows label={`Arguments of ${called}`} pairs={args} onChange={(next) => onChange({ args: next })} />
      )}
      {said.map(({ where: place, called: whose, says }) => (
        <p key={place} className="mt-1 text-meta text-pretty text-danger-text">
          {whose}: {says}
        </p>
      ))}
    </fieldset>
  );
}

function sayTool({ title, subject, args }: DeskSettingsView['tools'][number]): string {
  const takes = args.map(({ name, required }) => (required ? name : `${name} (optional)`));
  return [`${title}.`, subject && 'Baton tells it whose data.', takes.length > 0 && `It takes ${takes.join(', ')}.`]
    .filter(Boolean)
    .join(' ');
}
