'use client';

import { Plus, X } from 'lucide-react';
import { CelText } from '@/components/definitions/cel-text';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import type { PolicyDefinition } from '@/lib/governance/policy.schema';
import { CelField } from './cel-field';
import { Part, type PartProps, under } from './part';
import { TextField } from './text-field';

/** What the approver reads beside what is asked for. */
export function Shows({ policyKey, definition, findings, edits, onChange }: PartProps) {
  const { shows } = definition;
  const set = (next: PolicyDefinition['shows'], stroke?: string) =>
    onChange((before) => ({ ...before, shows: next }), stroke);
  return (
    <Part title="The approver reads" says="Beside what is asked for, when somebody is asked.">
      {shows.length === 0 && <p className="text-ink-2">Only what is asked for.</p>}
      {shows.map(({ label, value }, at) =>
        edits ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a label is typed letter by letter: the place is what stays
          <div key={at} className="flex items-start gap-2">
            <TextField
              quiet
              label={`Label ${at + 1}`}
              value={label}
              maxLength={60}
              onChange={(text) =>
                set(
                  shows.map((one, index) => (index === at ? { ...one, label: text } : one)),
                  `shows label ${at}`,
                )
              }
              className="w-32 flex-none"
            />
            <CelField
              quiet
              label={`Value of ${label || `label ${at + 1}`}`}
              value={value}
              policy={{ key: policyKey, definition }}
              findings={under(findings, `shows[${at}]`)}
              onChange={(text) =>
                set(
                  shows.map((one, index) => (index === at ? { ...one, value: text } : one)),
                  `shows value ${at}`,
                )
              }
              className="flex-1"
            />
            <IconButton
              icon={X}
              label={`Remove ${label || `label ${at + 1}`}`}
              onClick={() => set(shows.filter((_, index) => index !== at))}
            />
          </div>
        ) : (
          <p key={label} className="flex gap-3">
            <span className="w-24 flex-none text-ink-3">{label}</span>
            <CelText cel={value} />
          </p>
        ),
      )}
      {edits && shows.length < 20 && (
        <div>
          <Button icon={Plus} onClick={() => set([...shows, { label: '', value: '""' }])}>
            Add a line
          </Button>
        </div>
      )}
    </Part>
  );
}
