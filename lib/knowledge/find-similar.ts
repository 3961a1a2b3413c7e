import { type PersonActor, visibleTo } from '../auth/permissions';
import { db } from '../platform/db';
import { AppError } from '../platform/errors';
import { isId } from '../platform/ids';
import { placeholders } from '../privacy/privacy.schema';
import { redactText } from '../privacy/redact-text';
import { readSolved } from './index-solved';
import { searchPassages } from './search-passages';
import type { SimilarConversation } from './similar.schema';

/** Enough that some are left when those of other teams are taken out. */
const DEEP = 60;
/** 0..1: share of what is asked that must have been spoken of there; less is another matter in the same shop. */
const ENOUGH = 0.4;
const LONGEST = 1_500;

/**
 * Solved conversations about the same as this one, most alike first, of those the person may see. Throws AppError
 * `not_found` for a conversation they may not see.
 */
export async function findSimilar(person: PersonActor, id: string, limit = 3): Promise<SimilarConversation[]> {
  const open = isId(id)
    ? await db().conversation.findFirst({
        where: { AND: [{ id }, visibleTo(person)] },
        select: {
          gist: true,
          language: true,
          messages: {
            where: { author: 'customer', kind: 'reply' },
            orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
            take: 1,
            select: { text: true },
          },
        },
      })
    : null;
  if (!open)
    throw new AppError('not_found', 'There is nothing here for you: it may not exist, or belong to another team.');
  const query = redactText([open.gist, open.messages[0]?.text.slice(0, LONGEST) ?? ''].join('\n'))
    .text.replace(placeholders, ' ')
    .trim();
  const { index, solved } = await readSolved();
  const language = open.language ?? undefined;
  const found = searchPassages(index, query, { language, audiences: ['agents'], limit: DEEP })
    .filter(({ passage, coverage }) => passage.articleId !== id && coverage >= ENOUGH)
    .map(({ passage, score }) => ({ id: passage.articleId, key: passage.id, score }));
  const rows = await db().conversation.findMany({
    // Looked up anew through the person: what was solved may have been reopened, or moved to another team.
    where: { AND: [{ id: { in: found.map((one) => one.id) }, state: 'closed' }, visibleTo(person)] },
    select: { id: true, number: true, gist: true, intent: true, resolution: true, rating: true },
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  const names = await readNames(rows.flatMap(({ intent }) => intent ?? []));
  return found
    .flatMap(({ id: conversationId, key, score }) => {
      const row = byId.get(conversationId);
      if (!row?.resolution || row.resolution === 'abandoned') return [];
      const { number, gist, intent, resolution, rating } = row;
      const excerpt = solved.get(key)?.excerpt.slice(0, 280) ?? '';
      return [
        {
          conversationId,
          number,
          gist,
          intent: intent && (names.get(intent) ?? intent),
          resolution,
          rating,
          score,
          excerpt,
        },
      ];
    })
    .slice(0, limit);
}

async function readNames(keys: string[]): Promise<Map<string, string>> {
  if (keys.length === 0) return new Map();
  const intents = await db().intent.findMany({ where: { key: { in: keys } }, select: { key: true, name: true } });
  return new Map(intents.map(({ key, name }) => [key, name]));
}
