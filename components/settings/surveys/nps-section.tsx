'use client';

import { FormSection } from '@/components/settings/form-section';
import { ChoiceList } from '@/components/ui/choice-list';
import { NumberField } from '@/components/ui/number-field';
import { Switch } from '@/components/ui/switch';
import { formatLanguage } from '@/lib/format/format-language';
import type { SurveyCount, SurveySettings, SurveysView } from '@/lib/surveys/surveys.schema';
import { sayNpsCount } from './say-surveys';
import { SurveyPreview } from './survey-preview';
import type { Numbers } from './surveys-form';

type Nps = Numbers<SurveySettings['nps']>;
type Props = {
  view: SurveysView;
  nps: Nps;
  count: SurveyCount | undefined;
  onChange: (more: Partial<Nps>) => void;
};

/** Whether they would recommend us: whom, how many, how often. */
export function NpsSection({ view, nps, count, onChange }: Props) {
  const number = (key: 'withinDays' | 'share' | 'perDay' | 'everyDays' | 'expireDays' | 'changeDays') => ({
    required: true,
    step: 1,
    value: nps[key],
    onChange: (value: number | null) => onChange({ [key]: value }),
  });
  const among = (known: string[], chosen: string[]) => [...new Set([...known, ...chosen])];
  return (
    <FormSection
      title="Would they recommend you"
      says="0 to 10, on a schedule, of customers whose conversations are all closed. It is counted with the last of them."
    >
      <Switch
        label="Ask on a schedule"
        help={count && sayNpsCount(nps.on, count)}
        checked={nps.on}
        onChange={(on) => onChange({ on })}
      />
      <div className="mt-4 grid grid-cols-3 items-start gap-4 max-pane:grid-cols-1">
        <NumberField label="Here within days" min={1} max={365} {...number('withinDays')} />
        <NumberField label="Share, percent" min={1} max={100} help="Drawn anew each time round." {...number('share')} />
        <NumberField label="At most a day" min={1} max={10_000} {...number('perDay')} />
        <NumberField label="Again after days" min={30} max={730} {...number('everyDays')} />
        <NumberField label="Days the link holds" min={1} max={90} {...number('expireDays')} />
        <NumberField label="Days to change it" min={1} max={30} {...number('changeDays')} />
      </div>
      {among(view.tiers, nps.tiers).length > 0 && (
        <ChoiceList
          className="mt-4"
          columns
          label="Only these tiers"
          options={among(view.tiers, nps.tiers).map((key) => ({
            key,
            name: key.replace(/^./, (one) => one.toUpperCase()),
          }))}
          chosen={nps.tiers}
          onChoose={(tiers) => onChange({ tiers })}
        />
      )}
      {among(view.languages, nps.languages).length > 1 && (
        <ChoiceList
          className="mt-4"
          columns
          label="Only these languages"
          options={among(view.languages, nps.languages).map((key) => ({ key, name: formatLanguage(key) }))}
          chosen={nps.languages}
          onChoose={(languages) => onChange({ languages })}
        />
      )}
      {(nps.tiers.length === 0 || nps.languages.length === 0) && (
        <p className="mt-1 text-meta text-ink-3">None ticked is all of them.</p>
      )}
      <ChoiceList
        className="mt-4"
        label="Ways"
        options={[
          {
            key: 'mail',
            name: 'By mail',
            help: view.mailWorks ? 'To a verified address.' : 'No mail server is set, so none is sent.',
          },
          { key: 'chat', name: 'In the chat', help: 'At the next visit, where there is no address.' },
        ]}
        chosen={[...(nps.mail ? ['mail' as const] : []), ...(nps.chat ? ['chat' as const] : [])]}
        onChoose={(chosen) => onChange({ mail: chosen.includes('mail'), chat: chosen.includes('chat') })}
      />
      <SurveyPreview kind="nps" brand={view.brand} />
    </FormSection>
  );
}
