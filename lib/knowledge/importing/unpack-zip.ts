import { Unzip, type UnzipFile, UnzipInflate } from 'fflate';

export const zipLimits = { entryBytes: 2 * 1_024 * 1_024, totalBytes: 50 * 1_024 * 1_024, entries: 2_000 };

/** `bytes` is null where `error` says why the entry could not be unpacked. */
export type ZipEntry = { name: string; bytes: Uint8Array; error: null } | { name: string; bytes: null; error: string };
export type Unpacked = { ok: true; entries: ZipEntry[] } | { ok: false; error: string };

/** Fed in pieces: a piece of 4 KB unpacks to 4 MB at the most, and then the limits are looked at. */
const pieceBytes = 4 * 1_024;

/** Thrown out of the middle of a piece, which may hold many files that each unpack to much. The unpacker may swallow it. */
class Stop extends Error {}

/**
 * The wanted files of a zip. Sizes are counted as bytes come out, never believed; names lead nowhere but into the zip;
 * a zip within it stays closed.
 */
export function unpackZip(zip: Uint8Array, wanted: (name: string) => boolean, limits = zipLimits): Unpacked {
  const entries: ZipEntry[] = [];
  let seen = 0;
  let total = 0;
  let stopped: Stop | null = null;

  function stop(why: string): never {
    stopped = new Stop(why);
    throw stopped;
  }

  function take(file: UnzipFile): void {
    if (stopped) throw stopped;
    if (file.name.endsWith('/')) return;
    if (++seen > limits.entries) stop(`holds more than ${limits.entries.toLocaleString('en')} files`);
    const name = normaliseName(file.name);
    if (name === '' || isHidden(name)) return;
    if (/\.zip$/i.test(name)) {
      entries.push({ name, bytes: null, error: 'a zip within a zip is not opened' });
      return;
    }
    if (!wanted(name)) return;
    const parts: Uint8Array[] = [];
    let bytes = 0;
    let over = false;
    file.ondata = (error, part, last) => {
      if (over || stopped) return;
      bytes += part?.length ?? 0;
      total += part?.length ?? 0;
      if (error) over = giveUp(entries, name, 'cannot be unpacked: it is damaged or has a password');
      else if (total > limits.totalBytes) stop(`unpacks to more than ${inMegabytes(limits.totalBytes)}`);
      else if (bytes > limits.entryBytes) {
        over = giveUp(entries, name, `is larger than ${inMegabytes(limits.entryBytes)}`);
        file.terminate();
      } else {
        parts.push(part);
        if (last) entries.push({ name, bytes: Buffer.concat(parts), error: null });
      }
    };
    try {
      file.start();
    } catch (error) {
      if (error instanceof Stop) throw error;
      over = giveUp(entries, name, 'is packed in a way that is not known here');
    }
  }

  const unzip = new Unzip(take);
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < zip.length && !stopped; at += pieceBytes)
      unzip.push(zip.subarray(at, at + pieceBytes), at + pieceBytes >= zip.length);
  } catch (error) {
    if (!(error instanceof Stop)) return { ok: false, error: 'is damaged, or no zip' };
  }
  const ended = stopped as Stop | null;
  if (ended) return { ok: false, error: ended.message };
  if (seen === 0) return { ok: false, error: 'is damaged, or no zip' };
  return {
    ok: true,
    entries: entries.sort((one, other) => one.name.localeCompare(other.name, 'en', { numeric: true })),
  };
}

function giveUp(entries: ZipEntry[], name: string, error: string): true {
  entries.push({ name, bytes: null, error });
  return true;
}

/** `..\..\etc/passwd` is `etc/passwd`: a name says what a file is called here, not where it goes. */
function normaliseName(name: string): string {
  return name
    .replaceAll('\\', '/')
    .replace(/^[a-z]:/i, '')
    .split('/')
    .filter((part) => part !== '' && part !== '.' && part !== '..')
    .join('/')
    .replace(/\p{Cc}/gu, '')
    .slice(0, 500);
}

/** What systems put beside the files of people. */
function isHidden(name: string): boolean {
  return name.split('/').some((part) => part.startsWith('.') || part === '__MACOSX');
}

const inMegabytes = (bytes: number): string => `${Math.round(bytes / 1_048_576)} MB`;
