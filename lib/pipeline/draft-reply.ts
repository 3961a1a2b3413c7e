import type { Permission, PersonActor } from '../auth/permissions';
import { findVisible } from '../conversations/list-conversations';
import { readMerged } from '../conversations/view-messages';
import { openSearch } from '../knowledge/search-knowledge';
import { meterForPerson } from '../models/ask-text';
import { routeStep } from '../models/route-step';
import { sayFailure } from '../models/say-failure';
import { inTransaction } from '../platform/db';
import { AppError } from '../platform/errors';
import type { Conversation, Message } from '../platform/records';
import { adoptText } from '../privacy/adopt-text';
import type { Tokens } from '../privacy/privacy.schema';
import { readTokens } from '../privacy/read-tokens';
import { readVocabulary } from '../privacy/read-vocabulary';
import { restoreOwn } from '../privacy/restore-own';
import type { Grounded, GroundSource } from './composing/ground-sentence';
import type { DraftLine, DraftSource } from './draft-reply.schema';
import { type Mask, makeMask, nameOwn } from './open-model-turn';
import { readFacts } from './read-facts';
import { redactTurn } from './redact-turn';
import { retrievePassages } from './retrieval/retrieve-passages';
import { detectLanguage } from './understanding/detect-language';
import { writeAnswer } from './write-open-part';

type Ended = Extract<DraftLine, { kind: 'done' | 'nothing' }>;
type Told = { signal: AbortSignal; onLine: (line: Extract<DraftLine, { kind: 'writing' }>) => void };
/** A source as the model is given it, and as the colleague is shown it. */
type Known = { given: GroundSource; shown: DraftSource };

const mostMessages = 30;
const mostAsked = 4;
const mostPassages = 5;
const nothing: Ended = {
  kind: 'nothing',
  says: 'No article and no record answers this, so there is nothing to draft from. Your text is as it was.',
};

/** For whom a draft is written: what they may read decides what it rests on and which values come back. */
export type DraftReader = {
  permissions: readonly Permission[];
  /** Null where no person asks. */
  personId: string | null;
  articles: 'public' | 'agents';
  /** Whether the customer's records may be used. */
  records: boolean;
};

/**
 * Writes a reply for a colleague from the articles, the customer's records and what the handoff knew; each sentence is told
 * once it holds. What leaves has placeholders; values come back for who may see them. Nothing is kept. Throws `not_found`,
 * `conflict` where no customer has spoken, and `unavailable` that says why no model wrote.
 */
export async function draftReply(
  person: PersonActor,
  conversationId: string,
  { signal, onLine }: Told,
): Promise<Ended> {
  const conversation = await findVisible(person, conversationId);
  const { permissions, id: personId } = person;
  return writeDraft(conversation, { permissions, personId, articles: 'agents', records: true }, { signal, onLine });
}

/** The same for whoever may read so much of this conversation. */
export async function writeDraft(
  conversation: Pick<Conversation, 'id' | 'customerId' | 'language' | 'verified'>,
  reader: DraftReader,
  { signal, onLine }: Told,
): Promise<Ended> {
  const { messages, tokens, vocabulary, workspace, customer, known } = await readConversation(conversation);
  const { asked, before } = chooseAsked(messages);
  if (asked.length === 0)
    throw new AppError('conflict', 'The customer has written nothing yet that could be answered.');
  const redacted = redactTurn({ burst: asked, earlier: [], tokens, vocabulary });
  const detected = detectLanguage(redacted.text);
  const language = conversation.language ?? (detected === 'und' ? 'en' : detected);
  const mask = makeMask(redacted.tokens, nameOwn(customer, redacted.tokens), vocabulary);
  // What the conversation hides from this reader stays hidden.
  const restore = restoreOwn(reader, mask.restore, Object.keys(tokens));

  const route = await routeStep({
    step: 'draft',
    stopped: false,
    local: 0,
    risk: 'low',
    language,
    tier: customer.tier,
  });
  if (route.use === 'local') throw unavailable(route.why);
  const [articles, facts] = await Promise.all([
    findArticles(redacted.text, language, mask, reader.articles),
    // Whoever writes here may not be whom the records are about.
    reader.records && conversation.verified ? readFacts(conversation.customerId) : [],
  ]);
  const sources = [...articles, ...nameFacts([...facts, ...(reader.records ? known : [])], mask)];
  if (sources.length === 0) return nothing;
  const need = {
    why: route.why,
    about: { conversationId: conversation.id, ...(reader.personId ? { personId: reader.personId } : {}) },
    meter: meterForPerson(),
    signal,
  };
  const sentences: Grounded[] = [];
  try {
    const written = await writeAnswer(
      { question: redacted.stored, sources: sources.map(({ given }) => given) },
      {
        workspace,
        language,
        history: before.map(({ author, text }) =>
          author === 'customer' ? `Customer: ${mask.hide(text)}` : `We: ${mask.hideKnown(text)}`,
        ),
        route,
        step: 'draft',
        onText(text, latest) {
          sentences.push(latest);
          // A courtesy alone is no draft: were nothing to follow, it would have to be taken away again.
          if (sentences.some(({ kind }) => kind === 'fact'))
            onLine({ kind: 'writing', text, sources: shownOf(sources, sentences) });
        },
      },
      {
        mask: { ...mask, restore },
        need: (step, { use }) => ({
          ...need,
          step,
          size: use === 'large' ? 'large' : 'small',
          hidden: mask.values(),
        }),
      },
    );
    if (!written) return nothing;
    const text = restore(written.sentences.map((one) => one.text).join(' '));
    return { kind: 'done', text, sources: shownOf(sources, written.sentences) };
  } catch (error) {
    throw sayFailure(error);
  }
}

/** With what was said in conversations merged into it, as the desk shows it. */
async function readConversation({ id, customerId }: { id: string; customerId: string }) {
  const ids = await readMerged(id);
  return inTransaction(async (tx) => {
    const found = await tx.message.findMany({
      where: { conversationId: { in: ids }, kind: 'reply' },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: mostMessages,
    });
    const customer = await tx.customer.findUniqueOrThrow({
      where: { id: customerId },
      include: { identities: true },
    });
    const workspace = await tx.setting.findUnique({ where: { key: 'workspace' } });
    const handoff = await tx.handoff.findFirst({
      where: { conversationId: id },
      orderBy: { createdAt: 'desc' },
      select: { known: true },
    });
    const opened = await readTokens(tx, ids);
    let tokens: Tokens = opened.get(id) ?? {};
    const messages = found.reverse().map((message) => {
      if (message.conversationId === id) return message;
      const adopted = adoptText(message.text, opened.get(message.conversationId) ?? {}, tokens);
      tokens = adopted.tokens;
      return { ...message, text: adopted.text };
    });
    return {
      ...{ messages, tokens },
      customer,
      workspace: ((workspace?.value as { name?: string } | null)?.name ?? 'our').toString(),
      known: ((handoff?.known ?? []) as string[]).map((text) => ({ what: 'Handoff', text })),
      vocabulary: await readVocabulary(tx),
    };
  });
}

/**
 * What the customer wrote since a colleague last answered, or else said last: the assistant's "I pass you on" stands between
 * a question and the "hello?" after it and answers neither.
 */
function chooseAsked(messages: Message[]): { asked: Message[]; before: Message[] } {
  const last = messages.findLastIndex(({ author }) => author === 'customer');
  const answered = messages.slice(0, last + 1).findLastIndex(({ author }) => author === 'agent');
  const theirs = messages.slice(answered + 1, last + 1).filter(({ author }) => author === 'customer');
  const asked = theirs.slice(-mostAsked);
  return { asked, before: messages.filter((message) => !asked.includes(message)) };
}

async function findArticles(
  question: string,
  language: string,
  mask: Mask,
  audience: DraftReader['articles'],
): Promise<Known[]> {
  const { passages } = await retrievePassages({ question, language, audience }, await openSearch());
  return passages.slice(0, mostPassages).map(({ passage }, at) => {
    const { articleId, slug, title, version, audience, headings, text } = passage;
    return {
      given: {
        id: `p${at + 1}`,
        kind: 'article',
        title: [title, ...headings].join(' › '),
        text: mask.hideKnown(text),
        language: passage.language,
      },
      shown: { kind: 'article', articleId, slug, title, version, internal: audience === 'agents' },
    };
  });
}

const nameFacts = (facts: { what: string; text: string }[], mask: Mask): Known[] =>
  facts.map(({ what, text }, at) => ({
    given: { id: `t${at + 1}`, kind: 'tool', title: mask.hide(what), text: mask.hide(text), language: 'en' },
    shown: { kind: 'record', what },
  }));

/** What these sentences rest on, each once, in the order it was given. */
function shownOf(sources: Known[], sentences: readonly Grounded[]): DraftSource[] {
  const cited = new Set(sentences.filter(({ kind }) => kind === 'fact').flatMap((one) => one.cited));
  const shown = sources.filter(({ given }) => cited.has(given.id)).map((one) => one.shown);
  const nameOf = (one: DraftSource) => (one.kind === 'article' ? one.articleId : one.what);
  return [...new Map(shown.map((one) => [nameOf(one), one])).values()];
}

function unavailable(why: string): AppError {
  const set = why === 'No model is set' ? ' An administrator sets one in Settings → Models.' : '';
  return new AppError('unavailable', `${why}.${set}`);
}
