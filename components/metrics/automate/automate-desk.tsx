'use client';

import { FileSpreadsheet, MapPinOff } from 'lucide-react';
import { useHistoryList } from '@/components/metrics/imports/queries';
import { SendTable } from '@/components/metrics/imports/send-table';
import type { TableData } from '@/components/metrics/metric-table';
import {
  Band,
  ChartSection,
  Figures,
  FiguresAwaited,
  Headline,
  MetricsPage,
  PageSkeleton,
} from '@/components/metrics/metrics-page';
import { useMay } from '@/components/shell/me';
import { moveTo, useAddress } from '@/components/shell/use-address';
import { Button, buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { Segments } from '@/components/ui/segments';
import { formatFigure } from '@/lib/format/format-figure';
import type { Category, MapAnswer, Source } from '@/lib/worth/worth.schema';
import { CategoryDialog } from './category-dialog';
import { CategoryTable } from './category-table';
import { useMap } from './queries';
import { levels, sayMap } from './say-map';
import { VolumeMap } from './volume-map';

/** Which kinds of conversations are worth automating next, from this desk or from old tickets. */
export function AutomateDesk() {
  const { path, search } = useAddress('/metrics');
  const imports = useHistoryList();
  const brought = (imports.data?.rows ?? []).some(({ taken, state }) => taken > 0 || state === 'reading');
  const source: Source = search.get('source') === 'history' ? 'history' : 'desk';
  const query = useMap(source);
  const set = (key: string, value: string | null) => {
    const next = new URLSearchParams(search);
    if (value === null) next.delete(key);
    else next.set(key, value);
    moveTo(next.size === 0 ? path : `${path}?${next}`);
  };
  const map = query.data?.source === source ? query.data : undefined;
  const open = map?.categories.find(({ key }) => key === search.get('category'));
  return (
    <MetricsPage
      title="Where to automate"
      bar={source === 'desk' ? 'all' : 'none'}
      compares={false}
      csv={false}
      table={map && map.tickets > 0}
      doing={
        brought && (
          <Segments
            label="Volume of"
            options={[
              ['desk', 'This desk'],
              ['history', 'Old tickets'],
            ]}
            chosen={source}
            onChoose={(one) => set('source', one === 'desk' ? null : one)}
          />
        )
      }
    >
      {!map ? (
        <FiguresAwaited query={query} what="The map">
          <PageSkeleton shape="map" />
        </FiguresAwaited>
      ) : map.tickets === 0 ? (
        <Nothing source={source} brought={brought} coming={map.coming} onHistory={() => set('source', 'history')} />
      ) : (
        <Figures tables={[tableOf(map)]}>
          <Shown map={map} onOpen={(key) => set('category', key)} />
        </Figures>
      )}
      {open && map && <CategoryDialog category={open} source={source} onClose={() => set('category', null)} />}
    </MetricsPage>
  );
}

function Shown({ map, onOpen }: { map: MapAnswer; onOpen: (key: string) => void }) {
  const { says, more } = sayMap(map);
  const administers = useMay('desk.administer');
  return (
    <>
      <Headline
        says={says}
        more={
          <>
            {more}
            {map.hourMicros === 0 && administers && (
              <>
                {' '}
                <Link href="/settings/figures" className="text-accent-text underline">
                  Set the hourly cost
                </Link>
              </>
            )}
          </>
        }
      />
      <Band>
        <ChartSection
          title="The volume by what it is about"
          says="Area is volume. Violet is what the assistant solves by itself, pale violet what it could as well. Press one for its examples."
        >
          <VolumeMap categories={map.categories} onOpen={onOpen} />
        </ChartSection>
      </Band>
      <Band>
        <ChartSection
          title="By money, the most first"
          says="Tickets a month × what could be solved more × (handle time at the hourly cost − models)."
        >
          <CategoryTable categories={map.categories} onOpen={onOpen} />
        </ChartSection>
      </Band>
      <Band className="flex items-center gap-4">
        <p className="min-w-0 flex-1 text-ink-2">
          Tickets of the desk you had before make the map fuller: they are sorted by the same intents, and what fits
          none is grouped by its words.
        </p>
        <Link href="/metrics/automate/imports" className={buttonClass('outlined', 'form')}>
          <FileSpreadsheet size={16} strokeWidth={1.75} aria-hidden className="-ml-px flex-none text-ink-3" />
          Old tickets
        </Link>
      </Band>
    </>
  );
}

type NothingProps = { source: Source; brought: boolean; coming: number; onHistory: () => void };

/** A newcomer's desk is empty: old tickets show the map on the first day. */
function Nothing({ source, brought, coming, onHistory }: NothingProps) {
  if (source === 'history' && coming > 0)
    return (
      <EmptyState
        icon={FileSpreadsheet}
        title="The tickets are being read"
        actions={
          <Link href="/metrics/automate/imports" className={buttonClass('outlined', 'form')}>
            See how far
          </Link>
        }
      >
        The map shows itself as soon as the first are sorted.
      </EmptyState>
    );
  return (
    <EmptyState
      icon={MapPinOff}
      title={source === 'desk' ? 'Nothing came in these days' : 'No old tickets yet'}
      actions={
        <>
          {brought && source === 'desk' ? (
            <Button size="form" look="filled" onClick={onHistory}>
              See old tickets
            </Button>
          ) : (
            <SendTable says="Bring in old tickets" />
          )}
          <Link href="/metrics/automate/imports" className={buttonClass('plain', 'form')}>
            How that works
          </Link>
        </>
      }
    >
      Bring the tickets of the desk you had before as CSV, and this map shows the same day what people wrote about and
      what is worth automating first.
    </EmptyState>
  );
}

const cell = (says: string, value: number | null) => ({ says, value });
const share = (value: number | null | undefined) => cell(formatFigure('share', value ?? null), value ?? null);

function tableOf({ categories, from, to }: MapAnswer): TableData {
  return {
    title: 'Where to automate',
    ...(from && to ? { says: `${from} to ${to}` } : {}),
    heads: [
      'Category',
      'Share',
      'A month',
      'Handle time',
      'Complexity',
      'Assistant solves',
      'Could solve',
      'Worth a month, $',
    ],
    rows: categories.map((one: Category) => [
      one.name,
      share(one.share),
      cell(Math.round(one.perMonth).toLocaleString('en-US'), Math.round(one.perMonth)),
      cell(formatFigure('milliseconds', one.handleMs?.value ?? null), one.handleMs?.value ?? null),
      one.complexity ? levels[one.complexity.level] : '–',
      share(one.achieved?.value),
      share(one.kind === 'none' ? null : one.ceiling.value),
      cell(
        one.savingMicros === null ? '–' : Math.round(one.savingMicros / 1e6).toLocaleString('en-US'),
        one.savingMicros === null ? null : Math.round(one.savingMicros / 1e6),
      ),
    ]),
  };
}
