import { XMLParser } from 'fast-xml-parser';

export type Sitemap = { ok: true; pages: string[]; sitemaps: string[] } | { ok: false; error: string };

const parser = new XMLParser({
  ignoreAttributes: true,
  removeNSPrefix: true,
  parseTagValue: false,
  isArray: (name) => name === 'url' || name === 'sitemap',
});

/** The addresses in a sitemap, or the sitemaps in an index of them. */
export function readSitemap(xml: string): Sitemap {
  // Entities of its own are never needed, and the way to make a small file a large one.
  if (/<!DOCTYPE|<!ENTITY/i.test(xml)) return { ok: false, error: 'has a document type, which sitemaps do not need' };
  let tree: unknown;
  try {
    tree = parser.parse(xml, true);
  } catch {
    return { ok: false, error: 'is not well-formed XML' };
  }
  const root = asObject(tree);
  const set = asObject(root.urlset);
  const index = asObject(root.sitemapindex);
  if (root.urlset === undefined && root.sitemapindex === undefined) return { ok: false, error: 'is not a sitemap' };
  return { ok: true, pages: locations(set.url), sitemaps: locations(index.sitemap) };
}

function locations(entries: unknown): string[] {
  const list = Array.isArray(entries) ? entries : [];
  return list.flatMap((entry) => {
    const loc = asObject(entry).loc;
    return typeof loc === 'string' && loc.trim() !== '' ? [loc.trim()] : [];
  });
}

const asObject = (value: unknown): Record<string, unknown> =>
  value && typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
