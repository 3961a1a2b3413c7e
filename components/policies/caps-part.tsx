'use client';

import { CelText } from '@/components/definitions/cel-text';
import { SelectField } from '@/components/ui/select-field';
import { type Approver, approverSchema, type PolicyDefinition } from '@/lib/governance/policy.schema';
import { CelField, FindingList } from './cel-field';
import { MoneyField } from './money-field';
import { Part, type PartProps, under } from './part';
import { approverNames } from './policy-words';
import { sayCaps } from './say-caps';

type Caps = NonNullable<PolicyDefinition['caps']>;

/** Cents at stake, and the sums over which one yes is not enough. */
export function AmountAndCaps({ policyKey, definition, findings, edits, onChange }: PartProps) {
  const { amount, caps } = definition;
  const setCaps = (next: Caps | undefined, stroke?: string) =>
    onChange(({ caps: _, ...rest }) => (next ? { ...rest, caps: next } : rest), stroke);
  const fields = [
    ['customerDayCents', 'For a customer and day'],
    ['assistantHourCents', 'For the assistant and hour'],
  ] as const;
  const effects = { needs_approval: 'Over it, somebody is asked', deny: 'Over it, it is denied' } as const;
  return (
    <Part title="Amount and caps" says="Cents at stake, and the sums over which one yes is not enough.">
      {edits ? (
        <CelField
          label="Amount in cents"
          value={amount ?? ''}
          policy={{ key: policyKey, definition }}
          findings={under(findings, 'amount')}
          placeholder="none: it costs nothing"
          onChange={(next) =>
            onChange(({ amount: _, ...rest }) => (next === '' ? rest : { ...rest, amount: next }), 'amount')
          }
        />
      ) : (
        <p className="text-ink-2">{amount ? <CelText cel={amount} /> : 'It costs nothing.'}</p>
      )}
      {edits ? (
        <div className="grid grid-cols-2 gap-3 max-pane:grid-cols-1">
          {fields.map(([field, label]) => (
            <MoneyField
              key={field}
              label={label}
              cents={caps?.[field]}
              onChange={(cents) => {
                const { [field]: _, ...rest } = caps ?? { effect: 'needs_approval', approvers: 'supervisor' };
                const next: Caps = cents === undefined ? rest : { ...rest, [field]: cents };
                const any = next.customerDayCents !== undefined || next.assistantHourCents !== undefined;
                setCaps(any ? next : undefined, field);
              }}
            />
          ))}
          {caps && (
            <>
              <SelectField
                label="Then"
                value={caps.effect}
                onChange={(event) => setCaps({ ...caps, effect: event.target.value as Caps['effect'] })}
              >
                {Object.entries(effects).map(([effect, name]) => (
                  <option key={effect} value={effect}>
                    {name}
                  </option>
                ))}
              </SelectField>
              {caps.effect === 'needs_approval' && (
                <SelectField
                  label="Who approves"
                  value={caps.approvers}
                  onChange={(event) => setCaps({ ...caps, approvers: event.target.value as Approver })}
                >
                  {approverSchema.options.map((one) => (
                    <option key={one} value={one}>
                      {approverNames[one]}
                    </option>
                  ))}
                </SelectField>
              )}
            </>
          )}
        </div>
      ) : (
        <p className="text-ink-2">{sayCaps(caps) ?? 'No caps.'}</p>
      )}
      <FindingList findings={under(findings, 'caps')} />
    </Part>
  );
}
