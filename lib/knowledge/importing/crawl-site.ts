import { gunzipSync } from 'node:zlib';
import robotsParser from 'robots-parser';
import type { FetchOptions, SafeFetch } from '../../platform/fetch-safely';
import { readHtml } from './read-html';
import { readSitemap } from './read-sitemap';
import { type Defaults, failed, type ReadItem, skipped } from './reading';

const userAgent = 'BatonImport';
const page: FetchOptions = {
  mostBytes: 5 * 1_024 * 1_024,
  timeoutMs: 20_000,
  types: /^(?:text\/html|application\/xhtml\+xml)$/,
  userAgent,
};
const list: FetchOptions = { mostBytes: 20 * 1_024 * 1_024, timeoutMs: 30_000, userAgent };
const rules: FetchOptions = { mostBytes: 512 * 1_024, timeoutMs: 10_000, userAgent };
const mostSitemaps = 50;
const atOnce = 4;
/** Between two pages of one reader; longer where the site asks for it. */
const pauseMs = 100;
const longestPauseMs = 5_000;

export type Site = { address: string; hosts: string[]; prefix: string; limit: number };
/** `found` is told once the list of pages is known, then each page as it is read. False ends the crawl. */
export type Tell = (total: number, done: number) => Promise<boolean>;
export type Crawled = { ok: true; items: ReadItem[] } | { ok: false; error: string };

type Robots = ReturnType<typeof robotsParser>;

/** The pages of a site by its sitemap, politely: what its robots.txt forbids stays unread, four at once, with pauses. */
export async function crawlSite(site: Site, defaults: Defaults, fetch: SafeFetch, tell: Tell): Promise<Crawled> {
  const start = URL.parse(
    /^[a-z][a-z+.-]*:/i.test(site.address) && !/^[\w.-]+:\d+/.test(site.address)
      ? site.address
      : `https://${site.address}`,
  );
  if (!start) return { ok: false, error: `${site.address}: is not an address` };
  const hosts = new Set([start.host, ...site.hosts.map((host) => host.toLowerCase())]);
  const robotsOf = rememberRobots(fetch, hosts);
  const found = await findPages(start, site, fetch, hosts, robotsOf);
  if (!found.ok) return found;

  const { pages } = found;
  const items: ReadItem[] = pages.map((address) => skipped(address, 'was not read'));
  let next = 0;
  let done = 0;
  let going = await tell(pages.length, 0);
  const reader = async () => {
    while (going && next < pages.length) {
      const at = next++;
      const address = pages[at]!;
      const robots = await robotsOf(address);
      items[at] = await readPage(address, defaults, fetch, hosts, robots);
      going = (await tell(pages.length, ++done)) && going;
      if (next < pages.length) await pause(robots);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, reader));
  return { ok: true, items };
}

async function readPage(
  address: string,
  defaults: Defaults,
  fetch: SafeFetch,
  hosts: ReadonlySet<string>,
  robots: Robots | null,
): Promise<ReadItem> {
  const url = URL.parse(address);
  if (!url) return failed(address, `${address}: is not an address`);
  if (!hosts.has(url.host)) return skipped(address, `${url.host} is not among the allowed hosts`);
  if (robots?.isAllowed(address, userAgent) === false) return skipped(address, 'its robots.txt forbids it');
  const fetched = await fetch(address, { ...page, hosts });
  if (!fetched.ok) return failed(address, `${address}: ${fetched.message}`);
  const path = decodePath(new URL(fetched.url).pathname).replace(/^\/|\/$/g, '') || url.hostname;
  return readHtml(address, decode(fetched.body), defaults, path);
}

type Found = { ok: true; pages: string[] } | { ok: false; error: string };

/** From the sitemap that was named, or the ones that the site names, or the one where it usually lies. */
async function findPages(
  start: URL,
  site: Site,
  fetch: SafeFetch,
  hosts: ReadonlySet<string>,
  robotsOf: (address: string) => Promise<Robots | null>,
): Promise<Found> {
  const named = /\.xml(?:\.gz)?$/i.test(start.pathname);
  const listed = named ? [] : ((await robotsOf(start.href))?.getSitemaps() ?? []);
  const waiting = named ? [start.href] : listed.length > 0 ? listed : [new URL('/sitemap.xml', start).href];
  const pages = new Set<string>();
  const seen = new Set<string>();
  const errors: string[] = [];
  while (waiting.length > 0 && seen.size < mostSitemaps && pages.size < site.limit) {
    const address = waiting.shift()!;
    if (seen.has(address)) continue;
    seen.add(address);
    const read = await readList(address, fetch, hosts);
    if (!read.ok) {
      errors.push(`${address}: ${read.error}`);
      continue;
    }
    for (const one of read.pages) if (pages.size < site.limit && isUnder(one, site.prefix)) pages.add(one);
    waiting.push(...read.sitemaps);
  }
  if (pages.size > 0) return { ok: true, pages: [...pages] };
  return {
    ok: false,
    error: errors[0] ?? `${start.href}: the sitemap names no page${site.prefix ? ` under ${site.prefix}` : ''}`,
  };
}

async function readList(address: string, fetch: SafeFetch, hosts: ReadonlySet<string>) {
  const fetched = await fetch(address, { ...list, hosts });
  if (!fetched.ok) return { ok: false as const, error: fetched.message };
  const xml = unpack(fetched.body);
  return xml === null ? { ok: false as const, error: 'unpacks to more than 20 MB, or is damaged' } : readSitemap(xml);
}

/** `.xml.gz` is a file that is packed, whatever the connection did. */
function unpack(body: Buffer): string | null {
  if (body[0] !== 0x1f || body[1] !== 0x8b) return decode(body);
  try {
    return decode(gunzipSync(body, { maxOutputLength: list.mostBytes }));
  } catch {
    return null;
  }
}

function isUnder(address: string, prefix: string): boolean {
  if (prefix === '') return true;
  return URL.parse(address)?.pathname.startsWith(prefix.startsWith('/') ? prefix : `/${prefix}`) ?? false;
}

/** Asked once a host. A site without one, or whose one cannot be read, forbids nothing. */
function rememberRobots(fetch: SafeFetch, hosts: ReadonlySet<string>): (address: string) => Promise<Robots | null> {
  const known = new Map<string, Promise<Robots | null>>();
  return (address) => {
    const url = URL.parse('/robots.txt', address);
    if (!url || !hosts.has(url.host)) return Promise.resolve(null);
    const asked = known.get(url.href) ?? askRobots(url.href, fetch, hosts);
    known.set(url.href, asked);
    return asked;
  };
}

async function askRobots(address: string, fetch: SafeFetch, hosts: ReadonlySet<string>): Promise<Robots | null> {
  const fetched = await fetch(address, { ...rules, hosts });
  return fetched.ok ? robotsParser(address, decode(fetched.body)) : null;
}

function pause(robots: Robots | null): Promise<void> {
  const asked = (robots?.getCrawlDelay(userAgent) ?? 0) * 1_000;
  return new Promise((resolve) => setTimeout(resolve, Math.min(Math.max(pauseMs, asked), longestPauseMs)));
}

/** UTF-8, as nearly every page is; one that says otherwise in its head is read as it says. */
function decode(body: Uint8Array): string {
  const said = /charset=["']?([\w-]+)/i.exec(Buffer.from(body.subarray(0, 1_024)).toString('latin1'))?.[1];
  try {
    return new TextDecoder(said ?? 'utf-8').decode(body);
  } catch {
    return new TextDecoder().decode(body);
  }
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
