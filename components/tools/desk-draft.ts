import {
  type DeskSettings,
  type DeskSettingsView,
  type RecordsSetting,
  type ShownField,
  shownFields,
} from '@/lib/tools/records.schema';
import { type Pair, pairsOf, recordOf } from './expression-rows';

export type ReadDraft = { row: number; name: string; tool: string; args: Pair[] };

/** Both settings as they stand in the form. */
export type DeskDraft = {
  /** Whether anything is to be shown of a customer. */
  shows: boolean;
  reads: ReadDraft[];
  show: Record<ShownField, string>;
  /** `connector:tool`, or empty. */
  products: string;
};

export const shownKeys = Object.keys(shownFields) as ShownField[];
const needed: readonly ShownField[] = ['ordersCount', 'lifetimeCents', 'orders'];

export const mayBeEmpty = (field: ShownField): boolean => !needed.includes(field);

export function openDraft({ records, catalogue }: DeskSettings): DeskDraft {
  const reads = Object.entries(records?.reads ?? {});
  return {
    shows: records !== null,
    reads: reads.map(([name, { tool, args }], row) => ({ row, name, tool, args: pairsOf(args) })),
    show: Object.fromEntries(shownKeys.map((field) => [field, records?.show[field] ?? ''])) as DeskDraft['show'],
    products: catalogue ? nameOf(catalogue) : '',
  };
}

/** Begun with one read, that of a customer where a tool seems to be about one. */
export function beginRecords(draft: DeskDraft, tools: DeskSettingsView['tools']): DeskDraft {
  const tool = tools.find(({ subject }) => subject)?.name ?? '';
  return { ...draft, shows: true, reads: draft.reads.length > 0 ? draft.reads : [beginRead([], 'customer', tool)] };
}

export const beginRead = (reads: readonly ReadDraft[], name = '', tool = ''): ReadDraft => ({
  row: Math.max(-1, ...reads.map(({ row }) => row)) + 1,
  ...{ name, tool, args: [] },
});

/** As it is sent: what is empty is left out. */
export function inputOf({ shows, reads, show, products }: DeskDraft): DeskSettings {
  const [connector = '', ...tool] = products.split(':');
  return {
    records: shows ? recordsOf(reads, show) : null,
    catalogue: products === '' ? null : { connector, tool: tool.join(':') },
  };
}

function recordsOf(reads: ReadDraft[], show: DeskDraft['show']): RecordsSetting {
  const filled = shownKeys.flatMap((field) => (show[field].trim() === '' ? [] : [[field, show[field].trim()]]));
  return {
    reads: Object.fromEntries(reads.map(({ name, tool, args }) => [name.trim(), { tool, args: recordOf(args) }])),
    show: Object.fromEntries(filled) as RecordsSetting['show'],
  };
}

/** What is wrong with the name of a read, or null. An expression has to be able to say it, and mean one. */
export function checkName({ row, name }: ReadDraft, reads: readonly ReadDraft[]): string | null {
  const given = name.trim();
  if (given === '') return null;
  if (!/^[a-z][A-Za-z]{0,40}$/.test(given)) return 'A small letter first, then letters only.';
  const twice = reads.some((other) => other.row !== row && other.name.trim() === given);
  return twice ? 'Another one is called so.' : null;
}

/** Whether enough stands there to be tried or saved. */
export function isWhole({ shows, reads, show }: DeskDraft): boolean {
  if (!shows) return true;
  if (reads.length === 0 || needed.some((field) => show[field].trim() === '')) return false;
  return reads.every((one) => one.name.trim() !== '' && one.tool !== '' && checkName(one, reads) === null);
}

/** Whether two are the same; the database gives the keys of a record back in an order of its own. */
export const isSame = (one: DeskSettings, other: DeskSettings): boolean => canonical(one) === canonical(other);

const canonical = ({ records, catalogue }: DeskSettings): string =>
  JSON.stringify([records, catalogue], (_, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

export const nameOf = ({ connector, tool }: { connector: string; tool: string }): string =>
  tool.includes(':') ? tool : `${connector}:${tool}`;
