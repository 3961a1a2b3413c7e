import type { Tx } from '../platform/db';
import { readCatalogue } from '../tools/read-catalogue';

const freshMs = 60_000;
let read: { words: ReadonlySet<string>; until: number } | undefined;

// The carriers shops send with; everybody writes them, and they say nothing about who does.
const carriers = 'ups usps fedex dhl dpd gls hermes ontrac royal mail canada post colissimo chronopost correos postnl';

/**
 * The words that are nobody's name here: of the published articles' titles, of products, of teams and of the workspace,
 * with the carriers'. A minute old at most; in small letters.
 */
export async function readVocabulary(client: Tx): Promise<ReadonlySet<string>> {
  if (read && read.until > Date.now()) return read.words;
  const articles = await client.article.findMany({
    where: { publishedAt: { not: null }, archivedAt: null },
    select: { title: true },
    take: 5_000,
  });
  const teams = await client.team.findMany({ select: { name: true } });
  const workspace = await client.setting.findUnique({ where: { key: 'workspace' } });
  const texts = [
    ...articles.map(({ title }) => title),
    ...readCatalogue().map(({ name }) => name),
    ...teams.map(({ name }) => name),
    String((workspace?.value as { name?: string } | null)?.name ?? ''),
    carriers,
  ];
  const words = new Set(texts.flatMap((text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []));
  read = { words, until: Date.now() + freshMs };
  return words;
}
