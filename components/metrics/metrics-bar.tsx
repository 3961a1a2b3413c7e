'use client';

import { BookmarkPlus, CalendarDays, ChevronDown, Download, Ellipsis, ListFilter, Table2 } from 'lucide-react';
import { useState } from 'react';
import { Button, buttonClass } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, MenuItem } from '@/components/ui/menu';
import { PickList } from '@/components/ui/pick-list';
import { Popover } from '@/components/ui/popover';
import { askedOf, type FilterKey, filterKeys, type MetricsPlace } from '@/lib/format/metrics-place';
import { filterNames, nameValue, optionsOf } from '@/lib/format/name-value';
import { formatPeriod } from '@/lib/format/period';
import type { Sureness } from '@/lib/metrics/metric.schema';
import { useCounting } from './counting';
import { PeriodForm } from './period-form';
import { useMetricValues } from './queries';
import { useSaveView } from './reports/use-save-view';
import { useMetricsPlace } from './use-metrics-place';

type Props = { narrow: boolean; compares: boolean; table: boolean; csv: boolean };

/** Period with comparison, channel, the other filters, the numbers as a table, rows to take away, and keeping all that. */
export function MetricsBar({ narrow, compares, table, csv }: Props) {
  const place = useMetricsPlace();
  const saving = useSaveView();
  const toggleTable = () => place.change({ table: !place.table });
  return (
    <>
      <PeriodMenu compares={compares} />
      {narrow && <ChannelMenu />}
      {narrow && <FilterMenu />}
      {table && (
        <Button
          look={place.table ? 'soft' : 'plain'}
          icon={Table2}
          aria-pressed={place.table}
          onClick={toggleTable}
          className="max-pane:hidden"
        >
          Table
        </Button>
      )}
      {csv && (
        <a href={rowsHref(place)} download className={buttonClass('plain', 'desk', 'max-pane:hidden')}>
          <Download size={16} strokeWidth={1.75} aria-hidden className="-ml-px flex-none text-ink-3" />
          CSV
        </a>
      )}
      {saving && (
        <Button look="plain" icon={BookmarkPlus} onClick={saving.open} className="max-pane:hidden">
          <span className="max-desk:sr-only">Save view</span>
        </Button>
      )}
      {(table || csv || saving) && (
        <span className="pane:hidden">
          <Menu trigger={<IconButton icon={Ellipsis} label="More for this page" />}>
            {table && (
              <MenuItem sign={<Table2 size={16} />} chosen={place.table} onChoose={toggleTable}>
                Table
              </MenuItem>
            )}
            {csv && (
              <MenuItem sign={<Download size={16} />} onChoose={() => window.location.assign(rowsHref(place))}>
                Rows as CSV
              </MenuItem>
            )}
            {saving && (
              <MenuItem sign={<BookmarkPlus size={16} />} onChoose={saving.open}>
                Save view
              </MenuItem>
            )}
          </Menu>
        </span>
      )}
      {saving?.dialog}
    </>
  );
}

/** Rows per conversation of what the page is asked for; with `measure` those behind one number. */
export function rowsHref(
  { period, filters }: Pick<MetricsPlace, 'period' | 'filters'>,
  behind?: { measure: string; counted: 'in' | 'of'; confidence?: Sureness | undefined },
): string {
  const { filters: narrowed } = askedOf({ period, filters } as MetricsPlace);
  return `/api/metrics/rows?${new URLSearchParams({ q: JSON.stringify({ period, filters: narrowed, ...behind }) })}`;
}

function PeriodMenu({ compares }: Pick<Props, 'compares'>) {
  const [open, setOpen] = useState(false);
  const { period, previous, comparison, preset, change } = useMetricsPlace();
  const { today, since } = useCounting();
  return (
    <Popover
      bare
      side="bottom"
      align="end"
      title="Period"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button icon={CalendarDays}>
          <span className="tabular-nums">{formatPeriod(period, today)}</span>
          {compares && previous && (
            <span className="font-text text-ink-2 tabular-nums max-pane:hidden">
              against {formatPeriod(previous, today)}
            </span>
          )}
          <ChevronDown size={14} strokeWidth={1.75} aria-hidden className="text-ink-3" />
        </Button>
      }
    >
      <PeriodForm
        key={`${period.from} ${period.to}`}
        preset={preset}
        period={period}
        comparison={compares ? comparison : null}
        compared={previous !== null}
        today={today}
        since={since}
        onChange={(next) => {
          change(next);
          if (!('comparison' in next)) setOpen(false);
        }}
      />
    </Popover>
  );
}

const toggled = (chosen: readonly string[], key: string) =>
  chosen.includes(key) ? chosen.filter((one) => one !== key) : [...chosen, key];

function ChannelMenu() {
  const { filters, change } = useMetricsPlace();
  const { data: values } = useMetricValues();
  const chosen = filters.channel ?? [];
  const label =
    chosen.length === 0
      ? filterNames.channel.all
      : chosen.length === 1
        ? nameValue('channel', chosen[0]!, values)
        : `${chosen.length} channels`;
  return (
    <Popover
      bare
      side="bottom"
      align="end"
      title="Channels"
      trigger={
        <Button className="max-pane:hidden">
          {label}
          <ChevronDown size={14} strokeWidth={1.75} aria-hidden className="text-ink-3" />
        </Button>
      }
    >
      <Picks
        filter="channel"
        chosen={chosen}
        onToggle={(key) => change({ filters: { ...filters, channel: toggled(chosen, key) } })}
      />
    </Popover>
  );
}

/** Team, intent, language, tiers: first which, then what of it. On a phone channels are among them. */
function FilterMenu() {
  const { filters, change } = useMetricsPlace();
  const [at, setAt] = useState<FilterKey | null>(null);
  return (
    <Popover
      bare
      side="bottom"
      align="end"
      title={at ? filterNames[at].one : 'Filters'}
      onOpenChange={(open) => !open && setAt(null)}
      trigger={
        <Button icon={ListFilter} className="max-pane:px-3">
          <span className="max-pane:sr-only">Filter</span>
        </Button>
      }
    >
      {at === null ? (
        <ul className="p-1">
          {filterKeys.map((key) => (
            <li key={key} className={key === 'channel' ? 'pane:hidden' : undefined}>
              <button
                type="button"
                onClick={() => setAt(key)}
                className="focus-inside flex h-8 w-full items-center gap-2 rounded-corner px-2 text-left hover:bg-hover max-pane:h-11"
              >
                <span className="min-w-0 flex-1 truncate">{filterNames[key].one}</span>
                <span className="text-meta text-ink-3 tabular-nums">{filters[key]?.length ?? ''}</span>
              </button>
            </li>
          ))}
        </ul>
      ) : (
        <Picks
          filter={at}
          chosen={filters[at] ?? []}
          onToggle={(key) => change({ filters: { ...filters, [at]: toggled(filters[at] ?? [], key) } })}
        />
      )}
    </Popover>
  );
}

type PicksProps = { filter: FilterKey; chosen: readonly string[]; onToggle: (key: string) => void };

function Picks({ filter, chosen, onToggle }: PicksProps) {
  const { data: values, isPending } = useMetricValues();
  return (
    <PickList
      label={filterNames[filter].one}
      options={optionsOf(filter, values)}
      chosen={chosen}
      onToggle={onToggle}
      empty={isPending ? 'They are being read.' : 'Nothing of that name was counted.'}
    />
  );
}
