import { appendAudit } from '../audit/append-audit';
import type { PersonActor } from '../auth/permissions';
import { recordEvent } from '../events/record-event';
import { inTransaction, type Tx } from '../platform/db';
import { AppError } from '../platform/errors';
import { newId } from '../platform/ids';
import type { ArticlePlace, CreateArticle } from './article.schema';
import { makeSlug } from './make-slug';

/** Tries of a name before it is given up: "returns", "returns-2", … */
const mostNames = 50;

/** Begins an article: an empty draft that nobody but the desk sees. Answers where it is. */
export async function createArticle(person: PersonActor, input: CreateArticle): Promise<ArticlePlace> {
  return inTransaction(async (tx) => {
    const slug = await freeSlug(tx, makeSlug(input.title));
    const { reviewAt, ...rest } = input;
    await begin(tx, person, { ...rest, slug, body: '', reviewAt: reviewAt ? new Date(reviewAt) : null, teamKey: null });
    return { slug, language: input.language };
  });
}

/** Begins another language of an article, with the text of `from` as the draft to translate. */
export async function addLanguage(
  person: PersonActor,
  { slug, from, language }: { slug: string; from: string; language: string },
): Promise<ArticlePlace> {
  return inTransaction(async (tx) => {
    const source = await tx.article.findUnique({ where: { slug_language: { slug, language: from } } });
    if (!source) throw new AppError('not_found', 'There is no such article.');
    await begin(tx, person, {
      slug,
      language,
      title: source.draftTitle ?? source.title,
      body: source.draftBody ?? source.body,
      audience: source.audience,
      collection: source.collection,
      teamKey: source.teamKey,
      ownerId: source.ownerId,
      reviewAt: source.reviewAt,
    });
    return { slug, language };
  });
}

type Beginning = Omit<CreateArticle, 'reviewAt'> & {
  slug: string;
  body: string;
  reviewAt: Date | null;
  teamKey: string | null;
};

async function begin(tx: Tx, person: PersonActor, { body, ...beginning }: Beginning): Promise<void> {
  if (beginning.ownerId) {
    const owner = await tx.person.findUnique({ where: { id: beginning.ownerId } });
    if (!owner) throw new AppError('not_found', 'ownerId: there is no such person.');
  }
  const id = newId();
  const made = await tx.article.createMany({
    data: [
      {
        id,
        ...beginning,
        body: '',
        version: 0,
        draftTitle: beginning.title,
        draftBody: body,
        draftBy: person.id,
        draftAt: new Date(),
      },
    ],
    skipDuplicates: true,
  });
  if (made.count === 0) throw new AppError('conflict', 'Somebody has just begun this article in this language.');
  await recordEvent(tx, 'article.changed', { articleId: id });
  await appendAudit(tx, {
    actor: { kind: 'person', id: person.id },
    action: 'article.created',
    subject: { kind: 'article', id },
    after: { slug: beginning.slug, language: beginning.language, audience: beginning.audience },
  });
}

async function freeSlug(tx: Tx, wanted: string): Promise<string> {
  const taken = await tx.article.findMany({
    where: { slug: { startsWith: wanted } },
    select: { slug: true },
    distinct: ['slug'],
  });
  const names = new Set(taken.map(({ slug }) => slug));
  if (!names.has(wanted)) return wanted;
  for (let number = 2; number <= mostNames; number += 1) {
    if (!names.has(`${wanted}-${number}`)) return `${wanted}-${number}`;
  }
  throw new AppError('conflict', 'title: there are too many articles of this name. Say it another way.');
}
