import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { parse as parseNow } from 'csv-parse/sync';

/** `lines` is the row's last line in the file, from 1; `cells` are null where the row cannot be read at all. */
export type TableRow = { line: number; cells: string[] | null; reason: string | null };

/** One row may be so long: a quote that is never closed must not swallow the file. */
const mostRow = 1_000_000;
const headBytes = 256 * 1_024;

type Options = { delimiter: string; width: number };

/** Every row of a table below its head, as it is read. What is wrong with one is told with it; the others go on. */
export async function* readRows(texts: AsyncIterable<string>, { delimiter, width }: Options): AsyncGenerator<TableRow> {
  let bad: TableRow[] = [];
  const parser = parse({
    ...{ delimiter, bom: true, info: true, relax_quotes: true, relax_column_count: true, skip_empty_lines: true },
    ...{ max_record_size: mostRow, skip_records_with_error: true, from: 2 },
    on_skip: (error) => {
      const line = Number((error as { lines?: number } | undefined)?.lines ?? 0);
      bad.push({ line, cells: null, reason: 'It is longer than a row can be: is a quote not closed?' });
      return undefined;
    },
  });
  const source = Readable.from(texts, { objectMode: false });
  source.once('error', (error) => parser.destroy(error));
  source.pipe(parser);
  for await (const row of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
    yield* bad;
    bad = [];
    const { record, info } = row;
    yield {
      line: info.lines,
      cells: record,
      reason: record.length === width ? null : `It has ${record.length} columns, the head has ${width}.`,
    };
  }
  yield* bad;
}

export type Head = { delimiter: ',' | ';' | '\t' | '|'; heads: string[]; rows: string[][] };

/** The head and the first rows of a file, by the sign that parts it best. Null where there is no table. */
export function readHead(
  beginning: Uint8Array,
  encoding: string,
  whole: boolean,
  delimiters: readonly Head['delimiter'][] = [',', ';', '\t', '|'],
): Head | null {
  const text = new TextDecoder(encoding).decode(beginning.subarray(0, headBytes), { stream: true });
  const tried = delimiters.map((delimiter) => ({ delimiter, rows: parseSome(text, delimiter) }));
  const best = tried
    .map((one) => ({ ...one, ...judge(one.rows) }))
    .sort((a, b) => b.even - a.even || b.width - a.width)[0]!;
  const [heads, ...rows] = best.rows;
  if (!heads || best.width < 2 || !rows.some((row) => row.length === best.width)) return null;
  // The last row may be cut in two where the beginning ends.
  const full = whole && beginning.byteLength <= headBytes ? rows : rows.slice(0, -1);
  return { delimiter: best.delimiter, heads: heads.map((head) => head.trim().slice(0, 120)), rows: full };
}

const parseSome = (text: string, delimiter: string): string[][] => {
  const rows: string[][] = [];
  try {
    parseNow(text, {
      ...{ delimiter, bom: true, relax_quotes: true, relax_column_count: true, skip_empty_lines: true, to: 200 },
      on_record: (record: string[]) => {
        rows.push(record);
        return null;
      },
    });
  } catch {
    // A quote that is open where the beginning ends: what was read before it counts.
  }
  return rows;
};

/** How many rows are as wide as the head, told for wide heads only: one column is as even as can be. */
function judge(rows: string[][]): { width: number; even: number } {
  const width = rows[0]?.length ?? 0;
  if (width < 2) return { width, even: 0 };
  return { width, even: rows.filter((row) => row.length === width).length / rows.length };
}
