import { createHash } from 'node:crypto';
import { appendAudit } from '../audit/append-audit';
import type { PersonActor } from '../auth/permissions';
import { recordEvent } from '../events/record-event';
import { db, inTransaction } from '../platform/db';
import { AppError } from '../platform/errors';
import { newId } from '../platform/ids';
import { mostHistoryBytes } from './history.schema';
import { readHead } from './table/open-table';

const partBytes = 1_024 * 1_024;

/**
 * Keeps a file as it comes, a piece at a time, so that no process ever holds all of it. Nothing of it is a ticket until somebody
 * has said what is in which column. Throws `too_large`, `invalid` where it is no table, `conflict` where the same file is here.
 */
export async function startHistory(
  actor: PersonActor,
  name: string,
  body: AsyncIterable<Uint8Array>,
): Promise<{ id: string }> {
  const id = newId();
  try {
    await db().historyImport.create({
      // Until it is whole it has no hash of its own to be known by.
      data: { id, name: name.slice(0, 200), hash: `coming ${id}`, bytes: 0, encoding: 'utf-8', personId: actor.id },
    });
    const { hash, bytes, encoding, beginning } = await keepParts(id, body);
    if (bytes === 0) throw new AppError('invalid', 'file: is empty.');
    if (!readHead(beginning, encoding, bytes <= beginning.byteLength))
      throw new AppError(
        'invalid',
        'file: is no table. It needs a head and columns parted by comma, semicolon or tab.',
      );
    const same = await db().historyImport.findUnique({ where: { hash }, select: { name: true, state: true } });
    if (same) throw new AppError('conflict', `This very file is here already, as “${same.name}”.`);
    await inTransaction(async (tx) => {
      await tx.historyImport.update({ where: { id }, data: { hash, bytes, encoding } });
      await recordEvent(tx, 'history.changed', { historyId: id });
      await appendAudit(tx, {
        actor: { kind: 'person', id: actor.id },
        action: 'history.uploaded',
        subject: { kind: 'history', id },
        after: { name: name.slice(0, 200), bytes },
      });
    });
    return { id };
  } catch (error) {
    await db().historyImport.deleteMany({ where: { id } });
    throw error;
  }
}

type Kept = { hash: string; bytes: number; encoding: string; beginning: Uint8Array };

async function keepParts(importId: string, body: AsyncIterable<Uint8Array>): Promise<Kept> {
  const hash = createHash('sha256');
  let encoding: string | null = null;
  let utf8: TextDecoder | null = new TextDecoder('utf-8', { fatal: true });
  let beginning = new Uint8Array();
  let position = 0;
  let bytes = 0;
  let gathered: Uint8Array[] = [];
  let held = 0;
  const keep = async () => {
    if (held === 0) return;
    const part = Buffer.concat(gathered);
    if (position === 0) {
      beginning = new Uint8Array(part);
      encoding = markOf(part);
    }
    if (utf8 && !encoding && !decodes(utf8, part)) utf8 = null;
    await db().historyPart.create({ data: { importId, position: position++, bytes: part } });
    gathered = [];
    held = 0;
  };
  for await (const piece of body) {
    bytes += piece.byteLength;
    if (bytes > mostHistoryBytes) throw new AppError('too_large', 'file: at most 100 MB.');
    hash.update(piece);
    // A browser sends pieces of its own size; some send all at once.
    for (let from = 0; from < piece.byteLength; from += partBytes) {
      const cut = piece.subarray(from, from + partBytes);
      gathered.push(cut);
      held += cut.byteLength;
      if (held >= partBytes) await keep();
    }
  }
  await keep();
  if (utf8 && !encoding && !ends(utf8)) utf8 = null;
  // What is neither was saved by an older program, as Windows did it.
  return { hash: hash.digest('hex'), bytes, encoding: encoding ?? (utf8 ? 'utf-8' : 'windows-1252'), beginning };
}

/** UTF-16 says so by its mark; without one a table has a zero beside each of its first letters. */
function markOf(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[1] === 0 && bytes[3] === 0) return 'utf-16le';
  return bytes[0] === 0 && bytes[2] === 0 ? 'utf-16be' : null;
}

function decodes(decoder: TextDecoder, bytes: Uint8Array): boolean {
  try {
    decoder.decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

const ends = (decoder: TextDecoder): boolean => {
  try {
    decoder.decode();
    return true;
  } catch {
    return false;
  }
};
