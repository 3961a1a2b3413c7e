import { lookup as lookUpInDns } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { Agent, fetch, type Response } from 'undici';
import { env } from './env';

/** Why nothing came. `message` is for people and names no internal address. */
export type FetchRefusal = {
  ok: false;
  reason: 'address' | 'private' | 'host' | 'unreachable' | 'status' | 'type' | 'too_large' | 'redirects';
  message: string;
};
/** `url` is where it was found after all redirects; `type` the media type without parameters. */
export type Fetched = { ok: true; url: string; type: string; body: Buffer };

export type FetchOptions = {
  /** Hosts (with a port unless it is the scheme's own) that may be asked, redirects included. Any when it is left out. */
  hosts?: ReadonlySet<string>;
  mostBytes: number;
  /** For everything together: name, connection, redirects, body. */
  timeoutMs: number;
  /** Media types that are taken; any when it is left out. */
  types?: RegExp;
  userAgent?: string;
};
export type SafeFetch = (address: string, options: FetchOptions) => Promise<Fetched | FetchRefusal>;

type Address = { address: string; family: number };
export type Resolve = (host: string) => Promise<Address[]>;

const mostRedirects = 5;

/** Only what belongs to the public internet: everything else is somebody's inside, or nothing. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  if (parsed.range() !== 'unicast') return false;
  // Outside 2000::/3 nothing is assigned to the public, whatever later tables may call it.
  return parsed.kind() === 'ipv4' || (parsed.toByteArray()[0]! & 0xe0) === 0x20;
}

/**
 * The address as a URL that may be asked at all, or why not. Numbers in any notation have become plain ones by then.
 * `anyPort` for what an administrator connects: what serves an API may listen anywhere on a public host.
 */
export function checkAddress(address: string, allowed: ReadonlySet<string>, anyPort = false): URL | FetchRefusal {
  const url = URL.parse(address);
  if (!url) return refuse('address', 'is not an address');
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    return refuse('address', 'must begin with http:// or https://');
  if (url.username || url.password) return refuse('address', 'must not hold a user name or password');
  if (isAllowed(url, allowed)) return url;
  if (url.port !== '' && !anyPort) return refuse('address', `uses port ${url.port}; only 80 and 443 are asked`);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  // A host that is a number is never looked up: it is checked here or nowhere.
  if (ipaddr.isValid(host) && !isPublicAddress(host)) return refuse('private', 'leads into a private network');
  return url;
}

const common = { headersTimeout: 15_000, bodyTimeout: 15_000, keepAliveTimeout: 4_000, connections: 8 };

/** Connects to what was resolved and checked, and to nothing else. */
export const guardedAgent = (resolve: Resolve = resolveName, more: Partial<typeof common> = {}): Agent =>
  new Agent({ ...common, ...more, connect: { timeout: 10_000, lookup: guardedLookup(resolve) } });

/**
 * A fetch for addresses that people type in. Names are resolved here, every answer is checked, and the connection goes to
 * what was checked, so that a second answer of a name server changes nothing. Redirects are followed by hand.
 */
export function makeSafeFetch({
  resolve = resolveName,
  allowed,
}: {
  resolve?: Resolve;
  allowed: ReadonlySet<string>;
}): SafeFetch {
  const guarded = guardedAgent(resolve);
  const open = new Agent({ ...common, connect: { timeout: 10_000 } });

  return async (address, options) => {
    const signal = AbortSignal.timeout(options.timeoutMs);
    let next = address;
    for (let hop = 0; hop <= mostRedirects; hop++) {
      const url = checkAddress(next, allowed);
      if (!(url instanceof URL)) return url;
      if (options.hosts && !options.hosts.has(url.host))
        return refuse('host', `${url.host} is not among the allowed hosts`);
      try {
        const response = await fetch(url, {
          dispatcher: isAllowed(url, allowed) ? open : guarded,
          redirect: 'manual',
          signal,
          headers: { 'user-agent': options.userAgent ?? 'Baton', accept: '*/*' },
        });
        const location = response.headers.get('location');
        if (response.status < 300 || response.status > 399 || !location) return await take(url, response, options);
        await response.body?.cancel();
        next = URL.parse(location, url)?.href ?? location;
      } catch (error) {
        return explain(error, signal);
      }
    }
    return refuse('redirects', `redirects more than ${mostRedirects} times`);
  };
}

let kept: SafeFetch | undefined;

/** The fetch of this installation, with the private hosts that its environment names. */
export function fetchSafely(): SafeFetch {
  kept ??= makeSafeFetch({ allowed: new Set(env().BATON_ALLOW_PRIVATE_HOSTS) });
  return kept;
}

export const isAllowed = (url: URL, allowed: ReadonlySet<string>): boolean =>
  allowed.has(`${url.hostname}:${url.port || (url.protocol === 'https:' ? 443 : 80)}`) ||
  allowed.has(`${url.hostname}:*`);

const refuse = (reason: FetchRefusal['reason'], message: string): FetchRefusal => ({ ok: false, reason, message });

const resolveName: Resolve = (host) => lookUpInDns(host, { all: true, verbatim: true });

export class PrivateAddress extends Error {
  constructor() {
    super('The address leads into a private network.');
  }
}

/** One private answer among public ones is refused too: which of them would be used is not ours to say. */
function guardedLookup(resolve: Resolve): LookupFunction {
  return (host, { all }, answer) => {
    resolve(host).then(
      (found) => {
        const first = found[0];
        if (!first) answer(new Error('The name has no address.'), '', 4);
        else if (!found.every(({ address }) => isPublicAddress(address))) answer(new PrivateAddress(), '', 4);
        else if (all) answer(null, found);
        else answer(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => answer(error, '', 4),
    );
  };
}

/** Counted after decompression, while it comes: a small answer may unpack to anything. */
async function take(url: URL, response: Response, options: FetchOptions): Promise<Fetched | FetchRefusal> {
  const type = (response.headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase();
  const stop = async (reason: FetchRefusal['reason'], message: string) => {
    await response.body?.cancel();
    return refuse(reason, message);
  };
  if (!response.ok) return stop('status', `answers ${response.status}`);
  if (options.types && !options.types.test(type)) return stop('type', `is ${type || 'of no known type'}`);
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of response.body ?? []) {
    bytes += part.byteLength;
    if (bytes > options.mostBytes)
      return refuse('too_large', `is larger than ${Math.round(options.mostBytes / 1_048_576)} MB`);
    parts.push(part);
  }
  return { ok: true, url: url.href, type, body: Buffer.concat(parts) };
}

function explain(error: unknown, signal: AbortSignal): FetchRefusal {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if (at instanceof PrivateAddress) return refuse('private', 'leads into a private network');
    // Several addresses tried at once fail together.
    if (at instanceof AggregateError && at.errors.some((one) => one instanceof PrivateAddress))
      return refuse('private', 'leads into a private network');
  }
  if (signal.aborted) return refuse('unreachable', 'took too long to answer');
  const code =
    error instanceof Error && error.cause instanceof Error && 'code' in error.cause ? error.cause.code : null;
  return refuse('unreachable', code === 'ENOTFOUND' ? 'has a name that nobody knows' : 'cannot be reached');
}
