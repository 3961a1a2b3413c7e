type Address = { slug: string; language: string; at: string };

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
const escapeXml = (text: string): string => text.replace(/[&<>"']/g, (one) => escapes[one]!);

/** The addresses of the help centre for search engines, each with its other languages. */
export function writeSitemap(base: string, languages: readonly string[], articles: readonly Address[]): string {
  const variants = Map.groupBy(articles, ({ slug }) => slug);
  const front = languages.map((language) => `<url><loc>${escapeXml(`${base}/help/${language}`)}</loc></url>`);
  const own = articles.map(({ slug, language, at }) => {
    const same = variants.get(slug) ?? [];
    const links = same.length > 1 ? same.map((one) => alternate(base, one)).join('') : '';
    return `<url><loc>${addressOf(base, { slug, language })}</loc><lastmod>${at}</lastmod>${links}</url>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${[...front, ...own].join('\n')}
</urlset>
`;
}

const alternate = (base: string, one: Address): string =>
  `<xhtml:link rel="alternate" hreflang="${escapeXml(one.language)}" href="${addressOf(base, one)}"/>`;

const addressOf = (base: string, { slug, language }: Pick<Address, 'slug' | 'language'>): string =>
  escapeXml(`${base}/help/${language}/${encodeURIComponent(slug)}`);
