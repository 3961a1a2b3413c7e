'use client';

import { useState } from 'react';
import { keepSurveys } from '@/app/(workspace)/settings/surveys/actions';
import { useDeskChange } from '@/components/settings/desk/queries';
import { FormSection } from '@/components/settings/form-section';
import { Button } from '@/components/ui/button';
import { NumberField } from '@/components/ui/number-field';
import { SelectField } from '@/components/ui/select-field';
import { type SurveySettings, type SurveysView, surveySettingsSchema } from '@/lib/surveys/surveys.schema';
import { CsatSection } from './csat-section';
import { NpsSection } from './nps-section';
import { useSurveyCount } from './queries';
import { faultOf } from './say-surveys';

/** As it is typed: a number may be missing for a moment. */
export type Numbers<T> = { [K in keyof T]: T[K] extends number ? number | null : T[K] };
type Draft = { [K in keyof SurveySettings]: Numbers<SurveySettings[K]> };

const hours = Array.from({ length: 24 }, (_, hour) => hour);
const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`;

/** Both surveys and what limits them. Only what was changed here is held here. */
export function SurveysForm({ view }: { view: SurveysView }) {
  const [changed, setChanged] = useState<{ [K in keyof Draft]?: Partial<Draft[K]> }>({});
  const saving = useDeskChange(keepSurveys, 'The surveys were not saved', 'Holds from the next minute on');
  const { settings } = view;
  const draft: Draft = {
    csat: { ...settings.csat, ...changed.csat },
    nps: { ...settings.nps, ...changed.nps },
    limits: { ...settings.limits, ...changed.limits },
  };
  const parsed = surveySettingsSchema.safeParse(draft);
  const { data: count } = useSurveyCount(parsed.success ? parsed.data : null);
  const set =
    <K extends keyof Draft>(part: K) =>
    (more: Partial<Draft[K]>) =>
      setChanged((now) => ({ ...now, [part]: { ...now[part], ...more } }));
  const dirty = JSON.stringify(draft) !== JSON.stringify(settings);
  const fault = parsed.success ? faultOf(parsed.data) : null;
  const { limits } = draft;
  return (
    <form
      aria-label="Surveys"
      className="pt-8"
      onSubmit={(event) => {
        event.preventDefault();
        if (parsed.success) saving.mutate(parsed.data, { onSuccess: () => setChanged({}) });
      }}
    >
      <CsatSection view={view} csat={draft.csat} count={count} onChange={set('csat')} />
      <NpsSection view={view} nps={draft.nps} count={count} onChange={set('nps')} />
      <FormSection
        title="Limits"
        says={`For both. Who stops them by the link in a mail is asked nothing more${stopped(view.lately.stopped)}.`}
      >
        <div className="grid grid-cols-3 items-start gap-4 max-pane:grid-cols-1">
          <NumberField
            label="One survey in days"
            required
            min={1}
            max={365}
            step={1}
            help="Of any kind, for a customer."
            value={limits.fatigueDays}
            onChange={(fatigueDays) => set('limits')({ fatigueDays })}
          />
          <Hour label="Quiet from" value={limits.quietFrom} onChange={(quietFrom) => set('limits')({ quietFrom })} />
          <Hour
            label="Quiet to"
            value={limits.quietTo}
            onChange={(quietTo) => set('limits')({ quietTo })}
            help={limits.quietFrom === limits.quietTo ? 'The same twice: never.' : `In ${view.timeZone}.`}
          />
        </div>
      </FormSection>
      <div className="flex min-h-8 items-center justify-end gap-2 pt-2">
        {fault && <p className="mr-auto text-danger-text">{fault}</p>}
        {dirty && (
          <Button size="form" look="plain" onClick={() => setChanged({})}>
            Take back
          </Button>
        )}
        <Button
          type="submit"
          size="form"
          look="filled"
          disabled={!dirty || !parsed.success || fault !== null}
          busy={saving.isPending}
        >
          Save the surveys
        </Button>
      </div>
    </form>
  );
}

const stopped = (count: number): string =>
  count === 0 ? '' : count === 1 ? '; one customer has' : `; ${count.toLocaleString('en-US')} have`;

type HourProps = { label: string; value: number | null; onChange: (hour: number) => void; help?: string };

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
