'use client';

import { useState } from 'react';
import { limitModels } from '@/app/(workspace)/settings/models/actions';
import { useDeskChange } from '@/components/settings/desk/queries';
import { FormSection } from '@/components/settings/form-section';
import { Button } from '@/components/ui/button';
import { NumberField } from '@/components/ui/number-field';
import { SelectField } from '@/components/ui/select-field';
import { Switch } from '@/components/ui/switch';
import type { BudgetView, ModelSettings } from '@/lib/models/model.schema';
import { BudgetUse } from './budget-use';

type Draft = { [K in keyof ModelSettings]: ModelSettings[K] extends boolean ? boolean : number | null };
type Props = { settings: ModelSettings; budget: BudgetView };

const hours = Array.from({ length: 24 }, (_, hour) => hour);
const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`;

/** Budgets and limits. Only what was changed here is held here, so that what a colleague changes is seen. */
export function LimitsForm({ settings, budget }: Props) {
  const [changed, setChanged] = useState<Partial<Draft>>({});
  const saving = useDeskChange(limitModels, 'The limits were not saved', 'Holds from now on');
  const draft: Draft = { ...settings, ...changed };
  const set = (more: Partial<Draft>) => setChanged((now) => ({ ...now, ...more }));
  const dirty = (Object.keys(changed) as (keyof Draft)[]).some((key) => changed[key] !== settings[key]);
  const number = (key: NumberKey) => ({ value: draft[key], onChange: (value: number | null) => set({ [key]: value }) });
  const percent = (key: 'alertAt' | 'softAt') => ({
    value: draft[key] === null ? null : Math.round(draft[key] * 100),
    onChange: (value: number | null) => set({ [key]: value === null ? null : value / 100 }),
    ...{ required: true, min: 5, max: 100, step: 1 },
  });
  const crossed = draft.alertAt !== null && draft.softAt !== null && draft.alertAt > draft.softAt;
  return (
    <form
      aria-label="Budgets and limits"
      className="pt-10"
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate(draft, { onSuccess: () => setChanged({}) });
      }}
    >
      <h2 className="border-b border-line pb-4 text-title font-strong tracking-(--tracking-title)">Limits</h2>
      <FormSection
        title="Budget"
        says="Dollars, counted by day and month in UTC. At the whole of it no model is asked; the built-in engine and people go on."
      >
        <div className="grid max-w-[560px] grid-cols-2 items-start gap-4 max-pane:grid-cols-1">
          <NumberField
            label="A day"
            min={0.01}
            max={10_000_000}
            step="any"
            help="Empty is no limit."
            {...number('day')}
          />
          <NumberField
            label="A month"
            min={0.01}
            max={10_000_000}
            step="any"
            help="Empty is no limit."
            {...number('month')}
          />
          <NumberField label="Tell admins at, percent" {...percent('alertAt')} />
          <NumberField
            label="Be frugal from, percent"
            wrong={crossed ? 'Not below the share at which admins are told.' : null}
            help="Then the small model does what it can."
            {...percent('softAt')}
          />
          <BudgetUse settings={settings} budget={budget} />
        </div>
      </FormSection>
      <FormSection
        title="One turn"
        says="What an answer to one message may take. What is left undone goes the local way."
      >
        <div className="grid max-w-[560px] grid-cols-2 items-start gap-4">
          <NumberField label="Seconds" required min={1} max={300} step="any" {...number('turnSeconds')} />
          <NumberField label="Dollars" required min={0.0001} max={100} step="any" {...number('turnDollars')} />
          <NumberField label="Tokens" required min={500} max={1_000_000} step={1} {...number('turnTokens')} />
          <NumberField label="Steps of a plan" required min={1} max={20} step={1} {...number('planSteps')} />
        </div>
      </FormSection>
      <FormSection title="Quiet hours" says="When what can wait is done, such as judging earlier turns again. In UTC.">
        <div className="grid max-w-[560px] grid-cols-2 items-start gap-4">
          <Hour label="From" value={draft.quietFrom} onChange={(quietFrom) => set({ quietFrom })} />
          <Hour
            label="To"
            value={draft.quietTo}
            onChange={(quietTo) => set({ quietTo })}
            help={draft.quietFrom === draft.quietTo ? 'The same twice: never.' : undefined}
          />
        </div>
      </FormSection>
      <FormSection
        title="Kept answers"
        says="Only of questions that name nobody, and only until an article behind them changes."
      >
        <Switch
          label="Keep answers to frequent questions"
          help="The same question is then answered without asking a model again."
          checked={draft.cache}
          onChange={(cache) => set({ cache })}
        />
      </FormSection>
      <div className="flex min-h-8 items-center justify-end gap-2 pt-2">
        {dirty && (
          <Button size="form" look="plain" onClick={() => setChanged({})}>
            Take back
          </Button>
        )}
        <Button type="submit" size="form" look="filled" disabled={!dirty || crossed} busy={saving.isPending}>
          Save the limits
        </Button>
      </div>
    </form>
  );
}

type NumberKey = 'day' | 'month' | 'turnSeconds' | 'turnTokens' | 'turnDollars' | 'planSteps';
type HourProps = { label: string; value: number | null; onChange: (hour: number) => void; help?: string | undefined };

function Hour({ label, value, onChange, help }: HourProps) {
  return (
    <SelectField
      label={label}
      value={value ?? 0}
      onChange={(event) => onChange(Number(event.target.value))}
      {...(help && { help })}
    >
      {hours.map((hour) => (
        <option key={hour} value={hour}>
          {clock(hour)}
        </option>
      ))}
    </SelectField>
  );
}
