import type { Article } from '../../platform/records';

type Read = { title: string | null; body: string; audience: string; collection: string };

/** Publishing what was read would change nothing that anybody reads. */
export function isSameArticle(now: Article, read: Read): boolean {
  return (
    now.publishedAt !== null &&
    now.archivedAt === null &&
    now.title === read.title &&
    now.body === read.body &&
    now.audience === read.audience &&
    now.collection === read.collection
  );
}
