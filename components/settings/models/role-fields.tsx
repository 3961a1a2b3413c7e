'use client';

import { Field } from '@/components/ui/field';
import { NumberField } from '@/components/ui/number-field';
import { type Choice, type ModelRole, roleNames } from '@/lib/models/model.schema';
import { roleOrder } from './say-models';

export type RoleDraft = Record<ModelRole, { model: string } & Record<keyof Omit<Choice, 'model'>, number | null>>;

const uses: Record<ModelRole, string> = {
  large: 'For what is hard. Alone it does everything.',
  small: 'For what is easy. Without it the large one is asked.',
  embedding: 'Search by meaning. Without it search goes by words.',
};
const prices = [
  ['input', 'Input'],
  ['cached', 'Cached'],
  ['output', 'Output'],
] as const;

type Props = { roles: RoleDraft; onChange: (roles: RoleDraft) => void };

/** Which model does what, and what it costs. */
export function RoleFields({ roles, onChange }: Props) {
  const set = (role: ModelRole, more: Partial<RoleDraft[ModelRole]>) =>
    onChange({ ...roles, [role]: { ...roles[role], ...more } });
  return (
    <div className="flex flex-col gap-3">
      {roleOrder.map((role) => (
        <fieldset
          key={role}
          className="grid grid-cols-[1fr_96px_96px_96px] items-start gap-x-3 gap-y-2 max-pane:grid-cols-3"
        >
          <legend className="sr-only">{roleNames[role]}</legend>
          <Field
            label={roleNames[role]}
            help={uses[role]}
            maxLength={200}
            spellCheck={false}
            autoComplete="off"
            className="min-w-0 max-pane:col-span-3"
            value={roles[role].model}
            onChange={(event) => set(role, { model: event.target.value })}
          />
          {prices.slice(0, role === 'embedding' ? 1 : undefined).map(([price, name]) => (
            <NumberField
              key={price}
              label={name}
              aria-label={`${roleNames[role]}, ${name.toLowerCase()}, dollars per million tokens`}
              min={0}
              max={10_000}
              step="any"
              required
              value={roles[role][price]}
              onChange={(value) => set(role, { [price]: value })}
            />
          ))}
        </fieldset>
      ))}
      <p className="text-meta text-ink-3">
        Prices are dollars per million tokens, as price lists say them. Zero for a server of your own.
      </p>
    </div>
  );
}
