'use client';

import { FormSection } from '@/components/settings/form-section';
import { ChoiceList } from '@/components/ui/choice-list';
import { NumberField } from '@/components/ui/number-field';
import { SelectField } from '@/components/ui/select-field';
import { Switch } from '@/components/ui/switch';
import type { SurveyCount, SurveySettings, SurveysView } from '@/lib/surveys/surveys.schema';
import { sayCsatCount } from './say-surveys';
import { SurveyPreview } from './survey-preview';
import type { Numbers } from './surveys-form';

type Csat = Numbers<SurveySettings['csat']>;
type Props = {
  view: SurveysView;
  csat: Csat;
  count: SurveyCount | undefined;
  onChange: (more: Partial<Csat>) => void;
};

const scores = ['1', '2', '3', '4', '5'] as const;

/** How it went: when, by which way, and what a bad answer sets going. */
export function CsatSection({ view, csat, count, onChange }: Props) {
  const { reopen } = csat;
  return (
    <FormSection
      title="How it went"
      says="1 to 5, after a conversation was closed. In the chat it is asked at the end in any case, in its own window."
    >
      <Switch
        label="Ask by a link"
        help={count && sayCsatCount(csat.on, count)}
        checked={csat.on}
        onChange={(on) => onChange({ on })}
      />
      <div className="mt-4 grid grid-cols-3 items-start gap-4 max-pane:grid-cols-1">
        <NumberField
          label="Minutes after"
          required
          min={0}
          max={2_880}
          step={1}
          value={csat.afterMinutes}
          onChange={(afterMinutes) => onChange({ afterMinutes })}
        />
        <NumberField
          label="Days the link holds"
          required
          min={1}
          max={90}
          step={1}
          value={csat.expireDays}
          onChange={(expireDays) => onChange({ expireDays })}
        />
        <NumberField
          label="Days to change it"
          required
          min={1}
          max={30}
          step={1}
          value={csat.changeDays}
          onChange={(changeDays) => onChange({ changeDays })}
        />
      </div>
      <ChoiceList
        className="mt-4"
        label="Ways"
        options={[
          {
            key: 'mail',
            name: 'By mail',
            help: view.mailWorks ? 'To a verified address.' : 'No mail server is set, so none is sent.',
          },
          {
            key: 'message',
            name: 'As a closing message',
            help: 'Where there is no address, on channels without a chat window.',
          },
        ]}
        chosen={[...(csat.mail ? ['mail' as const] : []), ...(csat.message ? ['message' as const] : [])]}
        onChoose={(chosen) => onChange({ mail: chosen.includes('mail'), message: chosen.includes('message') })}
      />
      <fieldset className="mt-4">
        <legend className="mb-1.5 text-work leading-4 font-medium">Open it again at</legend>
        <div className="flex flex-wrap items-center gap-x-5 gap-y-1">
          <ChoiceList
            quiet
            label="Scores that open a conversation again"
            className="[&>div]:flex [&>div]:gap-x-4"
            options={scores.map((key) => ({ key, name: key }))}
            chosen={scores.filter((one) => reopen.scores.includes(Number(one)))}
            onChoose={(chosen) => onChange({ reopen: { ...reopen, scores: chosen.map(Number).sort() } })}
          />
        </div>
        <p className="mt-0.5 text-meta text-pretty text-ink-3">
          {reopen.scores.length === 0
            ? 'None: it stays closed, whatever was said.'
            : 'Once, with what the customer said as a note. Ratings given in the chat count too.'}
        </p>
        {reopen.scores.length > 0 && (
          <SelectField
            label="Who gets it"
            className="mt-3 max-w-[280px]"
            value={reopen.teamId ?? ''}
            onChange={(event) => onChange({ reopen: { ...reopen, teamId: event.target.value || null } })}
          >
            <option value="">The team that had it</option>
            {view.teams.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </SelectField>
        )}
      </fieldset>
      <SurveyPreview kind="csat" brand={view.brand} />
    </FormSection>
  );
}
