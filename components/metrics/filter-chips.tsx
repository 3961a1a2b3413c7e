'use client';

import { Chip } from '@/components/ui/chip';
import { filterKeys } from '@/lib/format/metrics-place';
import { filterNames, nameValue } from '@/lib/format/name-value';
import { useCounting } from './counting';
import { useMetricValues } from './queries';
import { useMetricsPlace } from './use-metrics-place';

/** What the page is narrowed by, by name, each to be taken away; nothing where it shows everything. */
export function FilterChips() {
  const { filters, change } = useMetricsPlace();
  const { data: values } = useMetricValues();
  const narrowed = filterKeys.filter((key) => filters[key]);
  const { timeZone: deskZone } = useCounting();
  if (narrowed.length === 0) return null;
  const [team, ...others] = filters.team ?? [];
  const zone = others.length === 0 ? values?.team.find(({ key }) => key === team)?.timeZone : undefined;
  return (
    <ul
      aria-label="Narrowed by"
      className="flex flex-none flex-wrap items-center gap-1.5 border-b border-line px-6 py-2 max-pane:px-4"
    >
      {narrowed.map((key) => {
        const says = `${filterNames[key].one}: ${(filters[key] ?? []).map((one) => nameValue(key, one, values)).join(', ')}`;
        return (
          <li key={key} className="max-w-full">
            <Chip removing={`Take away ${says}`} onRemove={() => change({ filters: { ...filters, [key]: undefined } })}>
              {says}
            </Chip>
          </li>
        );
      })}
      {zone && zone !== deskZone && (
        <li className="text-meta text-ink-3">in the days of {zone.replaceAll('_', ' ')}</li>
      )}
      <li>
        <button
          type="button"
          onClick={() => change({ filters: {} })}
          className="rounded-corner-small px-1 text-meta font-medium text-accent-text hover:underline max-pane:h-11"
        >
          Show everything
        </button>
      </li>
    </ul>
  );
}
