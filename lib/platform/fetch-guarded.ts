import { fetch as undiciFetch } from 'undici';
import { env } from './env';
import { AppError } from './errors';
import { checkAddress, guardedAgent, isAllowed, PrivateAddress, type Resolve } from './fetch-safely';

/** As the one of the platform, but streams and methods and all goes only where it may. */
export type GuardedFetch = (address: string | URL, init?: RequestInit) => Promise<Response>;

const mostRedirects = 3;

/**
 * A fetch for systems that administrators connect: any method, any port of a public host, private hosts only where the
 * operator named them. Names are resolved once and the connection goes to the address that was checked. A redirect is
 * followed only when it keeps method and origin: whatever is in the request was meant for nobody else.
 * Throws AppError `invalid` where an address may not be asked, and what the platform's fetch throws.
 */
export function makeGuardedFetch({
  resolve,
  allowed,
}: {
  resolve?: Resolve;
  allowed: ReadonlySet<string>;
}): GuardedFetch {
  const agent = guardedAgent(resolve, { headersTimeout: 60_000, bodyTimeout: 300_000, connections: 64 });
  return async (address, init) => {
    let next = String(address);
    for (let hop = 0; hop <= mostRedirects; hop++) {
      const url = checkAddress(next, allowed, true);
      if (!(url instanceof URL)) throw new AppError('invalid', `The address ${url.message}.`);
      const response = await ask(url, { ...init, redirect: 'manual' });
      const location = response.headers.get('location');
      if (response.status < 300 || response.status > 399 || !location) return response;
      await response.body?.cancel();
      const target = URL.parse(location, url);
      if (!target || target.origin !== url.origin || ![307, 308].includes(keeping(response.status, init?.method)))
        throw new AppError('invalid', 'The address redirects elsewhere: enter the one that it leads to.');
      next = target.href;
    }
    throw new AppError('invalid', `The address redirects more than ${mostRedirects} times.`);
  };

  async function ask(url: URL, init: RequestInit): Promise<Response> {
    // What the operator named needs no guard, and a name in a private network may change its address.
    if (isAllowed(url, allowed)) return globalThis.fetch(url, init);
    try {
      return (await undiciFetch(url, { ...(init as object), dispatcher: agent })) as unknown as Response;
    } catch (error) {
      for (let at: unknown = error; at instanceof Error; at = at.cause)
        if (at instanceof PrivateAddress || (at instanceof AggregateError && at.errors.some(isPrivate)))
          throw new AppError('invalid', 'The address leads into a private network.');
      throw error;
    }
  }
}

const isPrivate = (error: unknown): boolean => error instanceof PrivateAddress;

/** A redirect that turns a question with a body into one without would ask something else. */
const keeping = (status: number, method = 'GET'): number =>
  status < 304 && (method === 'GET' || method === 'HEAD') ? 307 : status;

let kept: GuardedFetch | undefined;

/** The hosts of private networks that the operator names; the demo shop, when it is started with Baton, is one of them. */
export function allowedHosts(): ReadonlySet<string> {
  const { BATON_ALLOW_PRIVATE_HOSTS, STORE_URL } = env();
  const store = STORE_URL ? new URL(STORE_URL) : null;
  const port = store && (store.port || (store.protocol === 'https:' ? '443' : '80'));
  return new Set([...BATON_ALLOW_PRIVATE_HOSTS, ...(store ? [`${store.hostname}:${port}`] : [])]);
}

/** The one of this installation. */
export function fetchGuarded(): GuardedFetch {
  kept ??= makeGuardedFetch({ allowed: allowedHosts() });
  return kept;
}
