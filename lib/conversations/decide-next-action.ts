import type { NextAction } from './next-action.schema';

/** What is known of an open conversation; nothing is read here. */
export type Situation = {
  state: 'open' | 'closed';
  mayAct: boolean;
  mayApprove: boolean;
  /** The handoff names a next step that nobody has accepted: that one stands, and nothing else is proposed. */
  handoffStep: boolean;
  /** An action waits for approval. */
  approval: { id: string; says: string } | null;
  /** Who spoke last, notes and events apart. */
  lastSpeaker: 'customer' | 'assistant' | 'agent' | null;
  /** What the customer said last. */
  lastSaid: string | null;
  draft: { id: string; position: number; label: string } | null;
  /** An article that answers what the customer asked, found by the same search as an answer of the assistant. */
  article: { articleId: string; slug: string; title: string; text: string } | null;
  /** An order that should be there by now. */
  lateOrder: { number: string; status: string } | null;
  /** One writes already: nothing is put in front of one's own words. */
  writing: boolean;
};

const thanks =
  /(?<![\p{L}])(?:thank(?:s| you)|that (?:worked|helps|helped)|works now|all (?:good|set)|perfect|solved|danke|vielen dank|funktioniert jetzt|alles klar|merci|parfait|ça marche|gracias|perfecto|ya funciona|grazie|obrigad[oa]|dziękuję|bedankt)(?![\p{L}])/iu;
const more =
  /\?|(?<![\p{L}])(?:but|however|still|another|also|aber|noch|mais|encore|pero|todavía|ma|ancora)(?![\p{L}])/iu;

/** Whether a customer's last words sound like an end: thanks, and nothing that goes on. */
export const soundsSolved = (said: string): boolean => said.length <= 200 && thanks.test(said) && !more.test(said);

/** The one thing that is best done next, or nothing: a proposal that is often wrong is soon not read any more. */
export function decideNextAction(now: Situation): NextAction | null {
  if (now.state === 'closed' || !now.mayAct || now.handoffStep) return null;
  if (now.approval && now.mayApprove)
    return { kind: 'decide', actionId: now.approval.id, says: `Decide: ${now.approval.says}` };
  if (now.writing) return null;
  if (now.lastSpeaker === 'customer' && now.lastSaid !== null) {
    if (soundsSolved(now.lastSaid)) return { kind: 'solve', says: 'They sound content. Solve it.' };
    if (now.draft)
      return { kind: 'draft', draftId: now.draft.id, says: `Take draft ${now.draft.position}: ${now.draft.label}` };
    if (now.article)
      return {
        kind: 'article',
        text: now.article.text,
        slug: now.article.slug,
        articleId: now.article.articleId,
        says: `Answer from “${now.article.title}”`,
      };
    if (now.lateOrder)
      return {
        kind: 'write',
        text: `I am looking into order ${now.lateOrder.number} right now.`,
        says: `Order ${now.lateOrder.number} is late. Begin with that.`,
      };
    return null;
  }
  return null;
}
