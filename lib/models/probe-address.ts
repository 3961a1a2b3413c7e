import { fetchBounded } from './fetch-bounded';
import type { Probe } from './model.schema';
import { nameUnreached } from './name-unreached';
import type { Endpoint } from './read-endpoints';

export type Check = Probe['checks'][number];

export type Reached = {
  checks: Check[];
  /** Whether it makes sense to go on. */
  ok: boolean;
  /** The models it names; null where it names none. */
  known: string[] | null;
};

const patienceMs = 5_000;

/** Asks for the list of models: whether the address answers as such a server does, and whether it takes the key. */
export async function probeAddress({ url, key }: Endpoint, until: AbortSignal): Promise<Reached> {
  const from = performance.now();
  const tookMs = () => Math.round(performance.now() - from);
  const address = (ok: boolean, says: string): Check => ({ what: 'Address', ok, says, tookMs: tookMs() });
  const stop = (...checks: Check[]): Reached => ({ checks, ok: false, known: null });
  try {
    const response = await fetchBounded(`${url}/models`, {
      headers: { accept: 'application/json', ...(key && { authorization: `Bearer ${key}` }) },
      signal: AbortSignal.any([until, AbortSignal.timeout(patienceMs)]),
    });
    const { status } = response;
    const text = await response.text();
    if (status === 401 || status === 403)
      return stop(address(true, `${new URL(url).host} answers.`), refusedKey(status, key));
    if (status < 300 && /html/.test(response.headers.get('content-type') ?? ''))
      return stop(address(false, 'A page for people answers there. The address of a model mostly ends with /v1.'));
    if (status >= 500) return stop(address(false, `It answers, but fails (${status}).`));
    return { checks: [address(true, `${new URL(url).host} answers.`)], ok: true, known: namesIn(text) };
  } catch (error) {
    return stop(address(false, nameUnreached(error, new URL(url), patienceMs)));
  }
}

export const refusedKey = (status: number | undefined, key: string): Check => ({
  what: 'Key',
  ok: false,
  says: key === '' ? `It asks for a key (${status}).` : `It does not accept the key (${status}).`,
  tookMs: null,
});

function namesIn(text: string): string[] | null {
  try {
    const { data } = JSON.parse(text) as { data?: unknown };
    if (!Array.isArray(data)) return null;
    const names = data.flatMap((one: { id?: unknown } | null) => (typeof one?.id === 'string' ? [one.id] : []));
    return names.length > 0 ? names : null;
  } catch {
    return null;
  }
}
