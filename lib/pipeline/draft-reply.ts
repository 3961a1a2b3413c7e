import { may, type PersonActor } from '../auth/permissions';
import { findVisible } from '../conversations/list-conversations';
import { openSearch } from '../knowledge/search-knowledge';
import { meterForPerson } from '../models/ask-text';
import { routeStep } from '../models/route-step';
import { sayFailure } from '../models/say-failure';
import { inTransaction } from '../platform/db';
import { AppError } from '../platform/errors';
import type { Message } from '../platform/records';
import { readTokens } from '../privacy/read-tokens';
import { readVocabulary } from '../privacy/read-vocabulary';
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
  const { messages, tokens, vocabulary, workspace, customer, known } = await readConversation(conversation);
  const { asked, before } = chooseAsked(messages);
  if (asked.length === 0)
    throw new AppError('conflict', 'The customer has written nothing yet that could be answered.');
  const redacted = redactTurn({ burst: asked, earlier: [], tokens, vocabulary });
  const detected = detectLanguage(redacted.text);
  const language = conversation.language ?? (detected === 'und' ? 'en' : detected);
  const mask = maskFor(
    person,
    makeMask(redacted.tokens, nameOwn(customer, redacted.tokens), vocabulary),
    Object.keys(tokens),
  );

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
    findArticles(redacted.text, language, mask),
    // Whoever writes here may not be whom the records are about.
    conversation.verified ? readFacts(conversation.customerId) : [],
  ]);
  const sources = [...articles, ...nameFacts([...facts, ...known], mask)];
  if (sources.length === 0) return nothing;
  const need = {
    why: route.why,
    about: { conversationId, personId: person.id },
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
        mask,
        need: (step, { use }) => ({
          ...need,
          step,
          size: use === 'large' ? 'large' : 'small',
          hidden: mask.values(),
        }),
      },
    );
    if (!written) return nothing;
    const text = mask.restore(written.sentences.map((one) => one.text).join(' '));
    return { kind: 'done', text, sources: shownOf(sources, written.sentences) };
  } catch (error) {
    throw sayFailure(error);
  }
}

async function readConversation({ id, customerId }: { id: string; customerId: string }) {
  return inTransaction(async (tx) => {
    const messages = await tx.message.findMany({
      where: { conversationId: id, kind: 'reply' },
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
    return {
      messages: messages.reverse(),
      customer,
      workspace: ((workspace?.value as { name?: string } | null)?.name ?? 'our').toString(),
      known: ((handoff?.known ?? []) as string[]).map((text) => ({ what: 'Handoff', text })),
      tokens: (await readTokens(tx, [id])).get(id) ?? {},
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

/** What the conversation hides from this person stays hidden; what was only hidden on the way out comes back. */
function maskFor(person: PersonActor, mask: Mask, kept: string[]): Mask {
  if (may(person, 'privacy.reveal')) return mask;
  const hidden = new Set(kept);
  return {
    ...mask,
    restore: (text) => text.replace(/\[[A-Z_]+_\d{1,9}\]/g, (name) => (hidden.has(name) ? name : mask.restore(name))),
  };
}

async function findArticles(question: string, language: string, mask: Mask): Promise<Known[]> {
  const { passages } = await retrievePassages({ question, language, audience: 'agents' }, await openSearch());
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
