import type { Prisma } from '../platform/records';

/** The articles that anybody may read: every query of the help centre goes through this. */
export const publicArticles = {
  audience: 'public',
  publishedAt: { not: null },
  archivedAt: null,
} as const satisfies Prisma.ArticleWhereInput;
