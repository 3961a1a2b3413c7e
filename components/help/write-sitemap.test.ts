import { expect, it } from 'vitest';
import { writeSitemap } from './write-sitemap';

it('names every article with its other languages', () => {
  const at = '2026-11-20T10:00:00.000Z';
  const xml = writeSitemap(
    'https://x.example',
    ['en', 'es'],
    [
      { slug: 'a&b', language: 'en', at },
      { slug: 'a&b', language: 'es', at },
      { slug: 'c', language: 'en', at },
    ],
  );
  expect(xml.match(/<url>/g)).toHaveLength(5);
  expect(xml).toContain('<loc>https://x.example/help/es/a%26b</loc>');
  expect(xml.match(/hreflang="es"/g)).toHaveLength(2);
  expect(xml).toContain(`<url><loc>https://x.example/help/en/c</loc><lastmod>${at}</lastmod></url>`);
});
