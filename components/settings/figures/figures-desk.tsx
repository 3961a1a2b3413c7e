'use client';

import { Calculator } from 'lucide-react';
import { useState } from 'react';
import { keepFigures } from '@/app/(workspace)/settings/figures/actions';
import { ListFailed } from '@/components/inbox/list-states';
import { useDeskChange, useFigureSettings } from '@/components/settings/desk/queries';
import { FormSection } from '@/components/settings/form-section';
import { SettingsPage } from '@/components/settings/settings-side';
import { Button } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { NumberField } from '@/components/ui/number-field';
import { SelectField } from '@/components/ui/select-field';
import { Skeleton } from '@/components/ui/skeleton';
import { channelName } from '@/lib/format/name-channel';
import type { MetricSettings, MetricSettingsView } from '@/lib/metrics/metric.schema';
import { HourCalculator } from './hour-calculator';
import { TargetsTable } from './targets-table';

/** By what the figures are counted: the clock, the costs, and what a desk wants to reach. */
export function FiguresDesk() {
  const { data, error, refetch } = useFigureSettings();
  return (
    <SettingsPage title="Figures" says="By what they are counted, and what is to be reached">
      {data ? (
        <FiguresForm view={data} />
      ) : error ? (
        <ListFailed what="The settings" error={error} onRetry={() => void refetch()} />
      ) : (
        <div role="status" aria-label="Reading the settings" className="flex flex-col gap-6">
          {['w-1/3', 'w-1/2', 'w-2/5', 'w-3/5'].map((width) => (
            <div key={width} className="flex h-16 items-center border-b border-line">
              <Skeleton className={`h-2.5 ${width}`} />
            </div>
          ))}
        </div>
      )}
    </SettingsPage>
  );
}

const dollar = 1_000_000;
const toDollars = (micros: number): number => micros / dollar;
const toMicros = (dollars: number | null): number => Math.round((dollars ?? 0) * dollar);

/** Only what was changed here is held here, so that what a colleague changes is seen. */
function FiguresForm({ view }: { view: MetricSettingsView }) {
  const [changed, setChanged] = useState<Partial<MetricSettings>>({});
  const [reckoning, setReckoning] = useState(false);
  const saving = useDeskChange(
    keepFigures,
    'The settings were not saved',
    'Saved. The figures are counted by them now.',
  );
  const settings: MetricSettings = { ...view.settings, ...changed };
  const set = (more: Partial<MetricSettings>) => setChanged((now) => ({ ...now, ...more }));
  const dirty = Object.keys(changed).some(
    (key) =>
      JSON.stringify(changed[key as keyof MetricSettings]) !==
      JSON.stringify(view.settings[key as keyof MetricSettings]),
  );
  return (
    <form
      aria-label="Figures"
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate(settings, { onSuccess: () => setChanged({}) });
      }}
    >
      <FormSection
        title="Days"
        says={
          <>
            Days of the figures begin at midnight here. When teams work is in their{' '}
            <Link href="/settings/calendars" className="text-accent-text underline">
              calendars
            </Link>
            {view.calendars === 0 ? '; there is none yet.' : '.'}
          </>
        }
      >
        <SelectField
          label="Time zone of the desk"
          value={settings.timeZone}
          onChange={(event) => set({ timeZone: event.target.value })}
        >
          {zonesWith(settings.timeZone).map((zone) => (
            <option key={zone} value={zone}>
              {zone.replaceAll('_', ' ')}
            </option>
          ))}
        </SelectField>
      </FormSection>
      <FormSection title="People" says="What their handle time is multiplied by, wherever a cost is told.">
        <div className="flex items-end gap-2">
          <NumberField
            className="flex-1"
            label="An hour of a person, $"
            required
            min={0}
            max={1_000_000}
            step="any"
            value={toDollars(settings.labourMicrosPerHour)}
            onChange={(value) => set({ labourMicrosPerHour: toMicros(value) })}
          />
          <Button size="form" icon={Calculator} onClick={() => setReckoning(true)}>
            Calculate
          </Button>
        </div>
        <NumberField
          className="mt-4"
          label="A pause ends handling after, minutes"
          required
          min={1}
          max={120}
          step={1}
          help="A longer time without a reply, a note or a move does not count as handling."
          value={settings.activeGapMinutes}
          onChange={(value) => set({ activeGapMinutes: Math.round(value ?? 10) })}
        />
      </FormSection>
      <FormSection
        title="A conversation"
        says="What each costs by its channel, such as the price of messages or minutes. Models are counted by what they charge."
      >
        <div className="grid grid-cols-2 items-start gap-4 max-pane:grid-cols-1">
          {view.channels.map((channel) => (
            <NumberField
              key={channel}
              label={`${channelName(channel)}, $`}
              min={0}
              max={10_000}
              step="any"
              value={toDollars(settings.channelMicros[channel] ?? 0)}
              onChange={(value) => set({ channelMicros: { ...settings.channelMicros, [channel]: toMicros(value) } })}
            />
          ))}
        </div>
      </FormSection>
      <FormSection title="Platform" says="Servers, licences, care of the assistant. Spread evenly over the days.">
        <NumberField
          label="A month, $"
          required
          min={0}
          max={1_000_000}
          step="any"
          value={toDollars(settings.platformMicrosPerMonth)}
          onChange={(value) => set({ platformMicrosPerMonth: toMicros(value) })}
        />
      </FormSection>
      <section aria-label="Targets" className="pt-6">
        <h2 className="font-strong">Targets</h2>
        <p className="mt-0.5 mb-4 text-meta text-pretty text-ink-3">
          A dashed line in charts, and a word beside the figure when it is missed. Empty is none.
        </p>
        <TargetsTable
          groups={view.targets}
          targets={settings.targets}
          onChange={(key, value) => {
            const { [key]: _, ...others } = settings.targets;
            set({ targets: value === null ? others : { ...others, [key]: value } });
          }}
        />
      </section>
      <div className="sticky bottom-0 mt-4 flex min-h-14 items-center justify-end gap-2 border-t border-line bg-surface">
        <p className="mr-auto text-meta text-pretty text-ink-3">
          {dirty ? 'Costs and the time zone are counted anew for all days that were.' : ''}
        </p>
        {dirty && (
          <Button size="form" look="plain" onClick={() => setChanged({})}>
            Take back
          </Button>
        )}
        <Button type="submit" size="form" look="filled" disabled={!dirty} busy={saving.isPending}>
          Save the settings
        </Button>
      </div>
      {reckoning && (
        <HourCalculator
          onClose={() => setReckoning(false)}
          onTake={(dollars) => {
            set({ labourMicrosPerHour: toMicros(dollars) });
            setReckoning(false);
          }}
        />
      )}
    </form>
  );
}

/** What is set stands in the list whether this browser knows it or not. */
const zonesWith = (zone: string): string[] => [...new Set([zone, 'UTC', ...Intl.supportedValuesOf('timeZone')])];
