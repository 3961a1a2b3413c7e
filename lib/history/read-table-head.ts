import { db } from '../platform/db';
import { redactText } from '../privacy/redact-text';
import type { TableHead } from './history.schema';
import { guessMapping } from './table/guess-mapping';
import { readHead } from './table/open-table';
import { isMoment } from './table/parse-moment';

const mostShown = 3;
const longestShown = 80;

/** What stands in a file that waits, for the form that says what is in which column. Values are shown masked. */
export async function readTableHead(importId: string, encoding: string): Promise<TableHead | null> {
  const part = await db().historyPart.findUnique({ where: { importId_position: { importId, position: 0 } } });
  const next = await db().historyPart.count({ where: { importId, position: 1 } });
  const head = part && readHead(part.bytes, encoding, next === 0);
  if (!head) return null;
  const { delimiter, heads, rows } = head;
  const samples = heads.map((_, at) =>
    [...new Set(rows.map((row) => (row[at] ?? '').trim()).filter(Boolean))]
      .slice(0, mostShown)
      .map((value) => shorten(isMoment(value) ? value : redactText(value.slice(0, 400)).text)),
  );
  return { delimiter, heads, samples, ...guessMapping(heads, rows, delimiter) };
}

const shorten = (text: string): string => {
  const line = text.replace(/\s+/g, ' ');
  return line.length > longestShown ? `${line.slice(0, longestShown - 1)}…` : line;
};
