/** Ten million bytes, as people are told: what mailboxes take. */
export const mostFileBytes = 10 * 1_000_000;

const office = [
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
  'application/vnd.oasis.opendocument.presentation',
  // What Word and Excel wrote before 2007.
  'application/x-cfb',
];
const safe = new Set([
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/heic',
  'image/avif',
  'application/pdf',
  'application/zip',
  ...office,
]);
/** What a customer may send: what an agent can look at in the browser, and what is read for them. */
const fromCustomers = new Set(['image/png', 'image/jpeg', 'image/webp', 'application/pdf', 'text/plain']);
const refusals = {
  agent: 'This kind of file cannot be sent. Pictures, PDF, text, office files and zip can.',
  customer: 'This kind of file cannot be sent. PDF, PNG, JPEG, WebP and plain text can.',
} as const;
const texts: Record<string, string | undefined> = {
  txt: 'text/plain',
  log: 'text/plain',
  md: 'text/plain',
  csv: 'text/csv',
};

/** Who sends it: a customer may send less, for it is opened by people who know nothing of them. */
export type Sender = keyof typeof refusals;

export type FileFound = { ok: true; type: string } | { ok: false; why: string };

/**
 * Whether a file may come in, by what it is and not by what it calls itself. `detected` is the type its content shows, and
 * undefined for plain text, which is believed by its name when it really is text.
 */
export function checkFile(
  name: string,
  bytes: Uint8Array,
  detected: string | undefined,
  from: Sender = 'agent',
): FileFound {
  const taken = from === 'customer' ? fromCustomers : safe;
  const refused: FileFound = { ok: false, why: refusals[from] };
  if (bytes.byteLength === 0) return { ok: false, why: 'It is empty.' };
  if (bytes.byteLength > mostFileBytes) return { ok: false, why: 'It is larger than 10 MB.' };
  if (detected) {
    return taken.has(detected) ? { ok: true, type: detected } : refused;
  }
  const text = texts[name.toLowerCase().split('.').at(-1) ?? ''];
  return text && (taken.has(text) || from === 'agent') && isText(bytes) ? { ok: true, type: text } : refused;
}

function isText(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

const longestName = 120;
// Control characters, what orders text the other way (it makes "exe.pdf" of "fdp.exe"), and what paths are made of.
const unclean = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>:"/\\|?*]+/gu;

/** A file's name as it may stand on a screen, in a header and on a disk. Its ending survives the cut. */
export function cleanFileName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const clean = last
    .normalize('NFC')
    .replace(unclean, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  if (clean === '') return 'file';
  if (clean.length <= longestName) return clean;
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(clean)?.[0] ?? '';
  return `${clean.slice(0, longestName - ending.length).trimEnd()}${ending}`;
}
