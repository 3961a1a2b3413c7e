import { type PersonActor, visibleTo } from '../auth/permissions';
import { db } from '../platform/db';
import { AppError } from '../platform/errors';
import type { ArticlePlace, ArticleUses } from './article.schema';

const days = 30;
const mostShown = 8;

/** Which conversations an article was a source in, and how they ended; the list holds what this person may see. */
export async function viewUses(person: PersonActor, { slug, language }: ArticlePlace): Promise<ArticleUses> {
  const article = await db().article.findUnique({ where: { slug_language: { slug, language } }, select: { id: true } });
  if (!article) throw new AppError('not_found', 'There is no such article.');
  const [ends, uses] = await Promise.all([
    db().$queryRaw<
      { resolution: 'verified' | 'assumed' | 'agent' | 'abandoned' | null; count: number; rated: number; sum: number }[]
    >`
      SELECT c.resolution::text, count(*)::int AS count, count(c.rating)::int AS rated, coalesce(sum(c.rating), 0)::int AS sum
      FROM "Conversation" c WHERE EXISTS (
        SELECT 1 FROM "ArticleUse" u WHERE u."conversationId" = c.id AND u."articleId" = ${article.id}::uuid
          AND u."createdAt" > now() - make_interval(days => ${days}))
      GROUP BY 1`,
    readLatest(person, article.id),
  ]);
  const ended = { verified: 0, assumed: 0, agent: 0, abandoned: 0, open: 0 };
  for (const { resolution, count } of ends) ended[resolution ?? 'open'] += count;
  const rated = ends.reduce((sum, one) => sum + one.rated, 0);
  return {
    days,
    conversations: ends.reduce((sum, one) => sum + one.count, 0),
    ended,
    rating: rated === 0 ? null : { mean: ends.reduce((sum, one) => sum + one.sum, 0) / rated, count: rated },
    latest: uses,
  };
}

async function readLatest(person: PersonActor, articleId: string): Promise<ArticleUses['latest']> {
  const since = new Date(Date.now() - days * 24 * 3_600_000);
  const uses = await db().articleUse.findMany({
    where: { articleId, createdAt: { gt: since } },
    orderBy: { createdAt: 'desc' },
    // One conversation may use it several times; enough that the shown ones are among them.
    take: mostShown * 8,
  });
  const newest = new Map(uses.reverse().map((use) => [use.conversationId, use]));
  const conversations = await db().conversation.findMany({
    where: { AND: [{ id: { in: [...newest.keys()] } }, visibleTo(person)] },
    select: { id: true, number: true, gist: true, resolution: true, holder: true, rating: true },
  });
  return conversations
    .map(({ id, ...rest }) => ({
      conversationId: id,
      ...rest,
      version: newest.get(id)!.version,
      at: newest.get(id)!.createdAt.toISOString(),
    }))
    .sort((one, other) => (one.at < other.at ? 1 : -1))
    .slice(0, mostShown);
}
