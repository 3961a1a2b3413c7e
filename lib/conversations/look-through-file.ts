import { fileTypeFromBuffer } from 'file-type';
import { scanFile } from '../platform/scan-file';
import { checkFile, cleanFileName, type Sender } from './check-file';

export type NewFile = { name: string; bytes: Uint8Array<ArrayBuffer> };
/** A file that was looked through: its name may be shown, its type is what it is. */
export type SafeFile = NewFile & { type: string };
/** `why` is a sentence for people; a type that is not known is one of bytes. */
export type LookedThrough = ({ ok: true } & SafeFile) | { ok: false; name: string; type: string; why: string };

/** Checks a file by its content and has it scanned. */
export async function lookThroughFile({ name, bytes }: NewFile, from: Sender): Promise<LookedThrough> {
  const shown = cleanFileName(name);
  const found = checkFile(shown, bytes, (await fileTypeFromBuffer(bytes))?.mime, from);
  if (!found.ok) return { ok: false, name: shown, type: 'application/octet-stream', why: found.why };
  const { type } = found;
  const scanned = await scanFile(bytes, type);
  return scanned.clean ? { ok: true, name: shown, bytes, type } : { ok: false, name: shown, type, why: scanned.why };
}
