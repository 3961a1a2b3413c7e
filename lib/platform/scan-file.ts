import { z } from 'zod';
import { env } from './env';
import { causeOf } from './errors';
import { log } from './log';

const answerSchema = z.object({ clean: z.boolean(), why: z.string().max(300).optional() });
const patienceMs = 10_000;

export type Scanned = { clean: true } | { clean: false; why: string };

/** Has a file looked through by the scanner that is set. What cannot be checked is not clean; without a scanner nothing is scanned. */
export async function scanFile(bytes: Uint8Array<ArrayBuffer>, type: string): Promise<Scanned> {
  const url = env().BATON_SCAN_URL;
  if (!url) return { clean: true };
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', 'x-file-type': type },
      body: bytes,
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMs),
    });
    if (!response.ok) throw new Error(`the scanner answered ${response.status}`);
    const { clean, why } = answerSchema.parse(await response.json());
    return clean ? { clean } : { clean, why: why ? `The scanner refused it: ${why}` : 'The scanner refused it.' };
  } catch (error) {
    log.warn({ cause: causeOf(error) }, 'a file could not be scanned');
    return { clean: false, why: 'It could not be checked. Try again in a moment.' };
  }
}
