import { createHmac } from 'node:crypto';
import { derivedKey } from '../platform/crypto';
import { db } from '../platform/db';
import { AppError } from '../platform/errors';
import { consume } from '../platform/limit';
import { publicArticles } from './help-public';

/** An office behind one address reads a lot; a machine that votes reads more. */
const fromOneAddress = { points: 60, seconds: 3_600 };

type Vote = { language: string; slug: string; helpful: boolean; marker: string; address: string };

/** Counts whether an article helped, once a visit: a second vote of the same visit replaces the first. */
export async function voteHelp({ language, slug, helpful, marker, address }: Vote): Promise<void> {
  if (!(await consume('help-vote', address, fromOneAddress)))
    throw new AppError('rate_limited', 'That was a lot at once. Try again later.');
  const article = await db().article.findFirst({
    where: { ...publicArticles, language, slug },
    select: { id: true, version: true },
  });
  if (!article) throw new AppError('not_found', 'There is no such article.');
  const visitor = createHmac('sha256', derivedKey('help-visitor')).update(marker).digest('base64url');
  const key = { articleId: article.id, version: article.version, visitor };
  await db().helpVote.upsert({
    where: { articleId_version_visitor: key },
    create: { ...key, helpful },
    update: { helpful },
  });
}
