import type { KeyActor } from '../auth/find-api-key';
import { openSearch } from '../knowledge/search-knowledge';
import { hasModel } from '../models/has-model';
import { db, inTransaction } from '../platform/db';
import { AppError, isAppError } from '../platform/errors';
import { isId } from '../platform/ids';
import { readTokens } from '../privacy/read-tokens';
import { readVocabulary } from '../privacy/read-vocabulary';
import { answerFromPassages } from './composing/answer-from-passages';
import { type DraftReader, writeDraft } from './draft-reply';
import { redactTurn } from './redact-turn';
import { retrievePassages } from './retrieval/retrieve-passages';
import { detectLanguage } from './understanding/detect-language';

const mostAsked = 4;

export type KeyDraft =
  | { kind: 'draft'; text: string; sources: { slug: string; title: string; version: number }[] }
  | { kind: 'nothing'; says: string };

/** Another assistant waits for the whole of it. */
const patienceMs = 30_000;

/**
 * What could be answered to what the customer wrote last: worded by a model where one is set, else in the articles' own
 * sentences; nothing is sent. What is for agents only, and the customer's records, are used for keys that may read them.
 * Throws `not_found`, and `conflict` where no customer has spoken.
 */
export async function draftFromKey(key: KeyActor, conversationId: string): Promise<KeyDraft> {
  return (await wordDraft(key, conversationId)) ?? quoteDraft(key, conversationId);
}

/** Null where no model writes. */
async function wordDraft({ scopes }: KeyActor, conversationId: string): Promise<KeyDraft | null> {
  if (!(await hasModel())) return null;
  const conversation = isId(conversationId)
    ? await db().conversation.findUnique({ where: { id: conversationId } })
    : null;
  if (!conversation) return null;
  const reads = scopes.includes('customers:read');
  const reader: DraftReader = {
    permissions: reads ? ['privacy.reveal'] : [],
    personId: null,
    articles: scopes.includes('knowledge:internal') ? 'agents' : 'public',
    records: reads,
  };
  try {
    const told = { signal: AbortSignal.timeout(patienceMs), onLine: () => undefined };
    const draft = await writeDraft(conversation, reader, told);
    if (draft.kind === 'nothing') return null;
    const articles = draft.sources.filter((source) => source.kind === 'article');
    return {
      kind: 'draft',
      text: draft.text,
      sources: articles.map(({ slug, title, version }) => ({ slug, title, version })),
    };
  } catch (error) {
    if (isAppError(error) && error.code === 'unavailable') return null;
    throw error;
  }
}

async function quoteDraft(key: KeyActor, conversationId: string): Promise<KeyDraft> {
  const { asked, redacted, language } = await readAsked(conversationId);
  if (asked === 0) throw new AppError('conflict', 'The customer has written nothing yet that could be answered.');
  const audience = key.scopes.includes('knowledge:internal') ? 'agents' : 'public';
  const { passages } = await retrievePassages({ question: redacted, language, audience }, await openSearch());
  const answer = answerFromPassages({ question: redacted, passages, language });
  if (answer.kind === 'none') return { kind: 'nothing', says: 'No article answers this.' };
  return {
    kind: 'draft',
    text: answer.sentences.map(({ text }) => text).join(answer.joint),
    sources: answer.sources.map(({ slug, title, version }) => ({ slug, title, version })),
  };
}

async function readAsked(conversationId: string) {
  const missing = new AppError('not_found', 'There is no such conversation.');
  if (!isId(conversationId)) throw missing;
  const conversation = await db().conversation.findUnique({
    where: { id: conversationId },
    select: { language: true },
  });
  if (!conversation) throw missing;
  return inTransaction(async (tx) => {
    const said = await tx.message.findMany({
      where: { conversationId, kind: 'reply', author: 'customer' },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: mostAsked,
    });
    const answered = await tx.message.findFirst({
      where: { conversationId, kind: 'reply', author: 'agent' },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      select: { createdAt: true },
    });
    const burst = said.filter(({ createdAt }, at) => at === 0 || !answered || createdAt > answered.createdAt).reverse();
    const redacted = redactTurn({
      burst,
      earlier: [],
      tokens: (await readTokens(tx, [conversationId])).get(conversationId) ?? {},
      vocabulary: await readVocabulary(tx),
    });
    const detected = detectLanguage(redacted.text);
    const language = conversation.language ?? (detected === 'und' ? 'en' : detected);
    return { asked: burst.length, redacted: redacted.text, language };
  });
}
