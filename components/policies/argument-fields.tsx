'use client';

import { X } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import type { PolicyDefinition } from '@/lib/governance/policy.schema';
import type { PolicyFinding } from '@/lib/governance/policy-view.schema';
import { CelField } from './cel-field';
import { under } from './part';
import { TextField } from './text-field';

type Props = {
  of: string;
  args: Record<string, string>;
  policy: { key: string; definition: PolicyDefinition };
  known: string[];
  findings: PolicyFinding[];
  at: string;
  onChange: (args: Record<string, string>) => void;
};

/** What a read is asked for: names with expressions. */
export function ArgumentFields({ of, args, policy, known, findings, at, onChange }: Props) {
  const [adding, setAdding] = useState('');
  return (
    <>
      {Object.entries(args).map(([name, value]) => (
        <div key={name} className="flex items-start gap-2">
          <span className="w-28 flex-none truncate pt-1.5 font-mono text-meta text-ink-2">{name} =</span>
          <CelField
            quiet
            label={`${name} of ${of}`}
            value={value}
            policy={policy}
            findings={under(findings, `${at}.${name}`)}
            onChange={(next) => onChange({ ...args, [name]: next })}
            className="flex-1"
          />
          <IconButton
            icon={X}
            label={`Remove ${name} of ${of}`}
            onClick={() => onChange(Object.fromEntries(Object.entries(args).filter(([one]) => one !== name)))}
          />
        </div>
      ))}
      <form
        className="flex gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          const name = adding.trim();
          if (name !== '' && !(name in args)) onChange({ ...args, [name]: 'null' });
          setAdding('');
        }}
      >
        <TextField
          quiet
          mono
          label={`Argument for ${of}`}
          placeholder="Argument"
          value={adding}
          maxLength={80}
          options={known.filter((name) => !(name in args))}
          onChange={setAdding}
          className="w-40"
        />
        <Button type="submit" size="form" look="plain" disabled={adding.trim() === ''}>
          Add
        </Button>
      </form>
    </>
  );
}
