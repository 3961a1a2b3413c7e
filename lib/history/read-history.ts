import { createHmac } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { appendAudit } from '../audit/append-audit';
import { recordEvent } from '../events/record-event';
import { derivedKey } from '../platform/crypto';
import { db, inTransaction } from '../platform/db';
import { newId } from '../platform/ids';
import type { HistoryImport, Prisma } from '../platform/records';
import { cutRedacted } from '../privacy/cut-redacted';
import { readVocabulary } from '../privacy/read-vocabulary';
import { redactText } from '../privacy/redact-text';
import { type HistoryField, historyFields, type Mapping, mappingSchema, mostHistoryRows } from './history.schema';
import { readHead, readRows, type TableRow } from './table/open-table';
import { isMoment } from './table/parse-moment';
import { type ReadTicket, readTicket } from './table/read-ticket';

const atOnce = 400;
/** Masking takes about a millisecond a row: so many, and whatever else this process does comes in between. */
const breathe = 10;
const longestGist = 280;
const longestCell = 400;

type Ticket = Prisma.PastTicketCreateManyInput;
type Refused = { line: number; reason: string; cells: string[] };
type Batch = { tickets: Ticket[]; refused: Refused[] };
type Progress = { readLine: number; readBytes: number; agents: number };

/**
 * Reads an import's file row by row into tickets, so many in a transaction. Safe to repeat: it goes on after the last line that
 * was committed, and ends where somebody has deleted the import or another worker reads it.
 */
export async function readHistory(historyId: string): Promise<void> {
  const row = await db().historyImport.findUnique({ where: { id: historyId } });
  if (row?.state !== 'reading') return;
  const mapping = mappingSchema.parse(row.mapping);
  const mask = masking(await readVocabulary(db()));
  const key = derivedKey('history');
  const agents = new Set<string>();
  const now = new Date();
  const place = { bytes: 0 };
  let from = row.readLine;
  let rows = 0;
  let batch: Batch = { tickets: [], refused: [] };

  const commit = async (line: number): Promise<boolean> => {
    const going = await keepBatch(historyId, from, batch, {
      ...{ readLine: line, readBytes: Math.min(place.bytes, row.bytes), agents: agents.size },
    });
    from = line;
    batch = { tickets: [], refused: [] };
    return going;
  };

  let line = 0;
  for await (const one of readRows(textsOf(row, place), {
    delimiter: mapping.delimiter,
    width: await widthOf(row, mapping),
  })) {
    rows++;
    line = Math.max(line + 1, one.line);
    const refuse = (reason: string) => batch.refused.push({ line, reason, cells: askedCells(one, mapping, mask) });
    const read = one.cells && !one.reason ? readTicket(one.cells, mapping, now) : null;
    if (read?.ok && read.ticket.agent !== '') agents.add(read.ticket.agent);
    // What was committed before a worker died is only counted through.
    if (line <= row.readLine) continue;
    if (rows > mostHistoryRows) {
      refuse(`From here on nothing was read: a file may have ${mostHistoryRows.toLocaleString('en-US')} rows.`);
      break;
    }
    if (!read) refuse(one.reason ?? 'It cannot be read.');
    else if (!read.ok) refuse(read.reason);
    else batch.tickets.push(toTicket(historyId, line, read.ticket, mask, key));
    if (rows % breathe === 0) await setImmediate();
    if (batch.tickets.length + batch.refused.length >= atOnce && !(await commit(line))) return;
  }
  if (!(await commit(line))) return;
  await finishReading(row);
}

/** The file as text, piece by piece; `place` says how far it is. */
async function* textsOf({ id, encoding }: HistoryImport, place: { bytes: number }): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for (let position = 0; ; position++) {
    const part = await db().historyPart.findUnique({ where: { importId_position: { importId: id, position } } });
    if (!part) break;
    place.bytes += part.bytes.byteLength;
    yield decoder.decode(part.bytes, { stream: true });
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}

async function widthOf({ id, encoding }: HistoryImport, { delimiter }: Mapping): Promise<number> {
  const first = await db().historyPart.findUnique({ where: { importId_position: { importId: id, position: 0 } } });
  return (first && readHead(first.bytes, encoding, true, [delimiter])?.heads.length) ?? 0;
}

type Mask = (text: string) => string;

/** Placeholders in place of what identifies anybody; what is filed under the same thousands of times is looked at once. */
function masking(keep: ReadonlySet<string>): Mask {
  const known = new Map<string, string>();
  return (text) => {
    if (text === '') return '';
    const found = known.get(text);
    if (found !== undefined) return found;
    const masked = redactText(text, {}, { keep, typed: true }).text.replace(/\s+/g, ' ').trim();
    if (text.length <= 100 && known.size < 20_000) known.set(text, masked);
    return masked;
  };
}

const plain = (text: string): string =>
  text
    .replace(/<(?:style|script)\b[\s\S]*?<\/(?:style|script)>/gi, ' ')
    .replace(/<[^<>]{1,500}>/g, ' ')
    .replace(/&nbsp;/g, ' ');

function toTicket(importId: string, line: number, read: ReadTicket, mask: Mask, key: Buffer): Ticket {
  const { id, text, cameAt, category, group, agent: _, ...figures } = read;
  const known = id === '' ? [text, category, read.channel ?? ''].join('\u001f') : id;
  return {
    ...figures,
    ...{ id: newId(), importId, line, cameAt },
    key: createHmac('sha256', key).update(`${known}\u001f${cameAt.toISOString()}`).digest('base64url'),
    category: cutRedacted(mask(category), 80) || null,
    group: cutRedacted(mask(group), 80) || null,
    gist: cutRedacted(mask(plain(text)), longestGist),
  };
}

/** What stood in the columns that were asked for, but for who answered: enough to mend the row by. */
function askedCells({ cells }: TableRow, { columns }: Mapping, mask: Mask): string[] {
  if (!cells) return [];
  return historyFields.map((field: HistoryField) => {
    const at = columns[field];
    const said = at === undefined || field === 'agent' ? '' : (cells[at] ?? '').trim();
    if (isMoment(said)) return said;
    return cutRedacted(mask(plain(said.slice(0, 2 * longestCell))), longestCell);
  });
}

/** Answers whether the import is still this worker's to read. */
async function keepBatch(historyId: string, from: number, batch: Batch, progress: Progress): Promise<boolean> {
  return inTransaction(async (tx) => {
    const { count: mine } = await tx.historyImport.updateMany({
      where: { id: historyId, state: 'reading', readLine: from },
      data: progress,
    });
    if (mine === 0) return false;
    const { count } = await tx.pastTicket.createMany({ data: batch.tickets, skipDuplicates: true });
    await tx.refusedRow.createMany({
      data: batch.refused.map((one) => ({ ...one, importId: historyId })),
      skipDuplicates: true,
    });
    await tx.historyImport.update({
      where: { id: historyId },
      data: {
        taken: { increment: count },
        known: { increment: batch.tickets.length - count },
        refused: { increment: batch.refused.length },
      },
    });
    await recordEvent(tx, 'history.changed', { historyId });
    return true;
  });
}

/** The file itself is no longer needed, and is not kept. */
async function finishReading({ id, personId, name, bytes }: HistoryImport): Promise<void> {
  await inTransaction(async (tx) => {
    const { count } = await tx.historyImport.updateMany({
      where: { id, state: 'reading' },
      data: { state: 'sorting', readBytes: bytes },
    });
    if (count === 0) return;
    await tx.historyPart.deleteMany({ where: { importId: id } });
    const { taken, known, refused } = await tx.historyImport.findUniqueOrThrow({ where: { id } });
    await recordEvent(tx, 'history.changed', { historyId: id });
    await appendAudit(tx, {
      actor: { kind: 'person', id: personId },
      action: 'history.read',
      subject: { kind: 'history', id },
      after: { name, taken, known, refused },
    });
  });
}
