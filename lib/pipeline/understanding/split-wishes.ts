import { classifyText } from './classify-text';
import { type IntentModel, UNKNOWN, type Wish } from './understanding.schema';

/** Said along with a wish they are manners or mood, not a second wish. */
const courtesies = new Set(['greeting', 'thanks', 'affirm', 'deny', 'solved', 'complaint']);

// A clause counts as a wish of its own only when it asks: "I bought it in May" is background to what follows.
const asks =
  /\?|\b(?:please|pls|plz|can|could|would|will|want|need|like|wanna|how|where|when|what|which|why|who|has|have you|do you|is|are|tell|let me)\b|^\W*(?:then\s+|also\s+|just\s+)*(?:cancel|refund|return|exchange|send|change|update|pause|stop|reset|track|ship|deliver|give|move|reschedule|find|check|end|swap|email|resend|hold|add|remove|replace|close|freeze|explain|fix)\b/i;

const joints = /(?:,\s*)?\b(?:and also|and then|and|as well as|also|plus|oh and|btw|by the way)\b\s*/gi;

// "I forgot my password. My email is [EMAIL_1]": the second sentence gives a detail, and read with the first it would make a
// wish about email of it. A message of details only is an answer to something, and no wish.
const details =
  /(?:(?<=^|[.!?,;\n]\s*)|\b(?:and|because)\s+)(?:my|the|account|it'?s|it is|under|with|i am|i'm|this is)\b(?![^.!?,;\n[]*\b(?:new|now|different|other|correct|right|should)\b)[^.!?,;\n[]{0,30}?(?:e-?mail(?: address)?|account|phone(?: number)?|number|name|user(?:name)?)\s*(?:is|was|:|=|under)?\s*\[(?:EMAIL|PHONE)_\d+\](?=[\s.!?,;]|$)/giu;

/** Sure enough to stand as a wish of its own. */
const CLAUSE_SURE = 0.65;
/** "…, and I forgot my password" asks nothing in words: added to a wish and this sure, it is one all the same. */
const STATEMENT_SURE = 0.93;
/** A plain statement in a sentence of its own is background, however clear. */
const NEVER = 2;
/** So sure of the whole that only clauses as sure may take it apart. */
const WHOLE_SURE = 0.9;
/** Fewer known character runs than this: another language, or a cat on the keyboard. */
const LEAST_KNOWN = 0.35;
/** The tenth clause of a rant adds cost, no understanding. */
const MOST_CLAUSES = 12;

/**
 * The wishes of one message, in order, one an intent: "Where is NL-48213 and also please cancel my membership" holds two.
 * Never empty: what cannot be made out is one wish `unknown`.
 */
export function splitWishes(text: string, model: IntentModel): Wish[] {
  const said = text.replace(details, ' ').trim();
  const whole: Wish = { ...classifyClause(said, model), text };
  const standsAlone = (part: string) => {
    const { intent, probability } = classifyClause(part, model);
    return isWish(intent) && probability >= STATEMENT_SURE;
  };
  const clauses = cutClauses(text, standsAlone);
  if (clauses.length < 2) return [whole];

  const found: Wish[] = [];
  for (const clause of clauses) {
    const wish = classifyClause(clause.text, model);
    if (!counts(wish, clause, whole)) continue;
    const same = found.find(({ intent }) => intent === wish.intent);
    if (!same) found.push(wish);
    else if (wish.probability > same.probability) Object.assign(same, { ...wish, text: `${same.text} ${wish.text}` });
  }
  const [only, second] = found;
  if (!only) return [whole];
  if (second) return found;

  // One wish: the whole message is its text, and the surer of the two readings speaks.
  if (whole.intent === only.intent) return [{ ...whole, probability: Math.max(whole.probability, only.probability) }];
  return isWish(whole.intent) && whole.probability >= only.probability ? [whole] : [{ ...only, text }];
}

function counts(wish: Wish, clause: Clause, whole: Wish): boolean {
  if (!isWish(wish.intent)) return false;
  const enough = asks.test(clause.text) ? CLAUSE_SURE : clause.joined ? STATEMENT_SURE : NEVER;
  if (wish.probability < enough) return false;
  // A doubtful clause beside a sure whole is the whole's background.
  const sureWhole = isWish(whole.intent) && whole.intent !== wish.intent && whole.probability >= WHOLE_SURE;
  return !sureWhole || wish.probability >= WHOLE_SURE;
}

function isWish(intent: string): boolean {
  return intent !== UNKNOWN && !courtesies.has(intent);
}

function classifyClause(text: string, model: IntentModel): Wish {
  const { ranked, words, known, familiarity } = classifyText(text, model);
  const [top, ...rest] = ranked as [(typeof ranked)[0], ...typeof ranked];
  const runnersUp = rest.slice(0, 3);
  // What is unlike every example is of no intent, however far one of them stands out among the rest.
  const familiar = known >= LEAST_KNOWN && familiarity >= model.unknown.threshold;
  if (top.intent !== UNKNOWN && top.probability >= model.threshold && familiar) {
    return { intent: top.intent, probability: top.probability, runnersUp, text, words };
  }
  const probability = top.intent === UNKNOWN ? top.probability : 1 - top.probability;
  return {
    intent: UNKNOWN,
    probability,
    runnersUp: ranked.filter(({ intent }) => intent !== UNKNOWN).slice(0, 3),
    text,
    words: [],
  };
}

type Clause = { text: string; joined: boolean };

function cutClauses(text: string, standsAlone: (part: string) => boolean): Clause[] {
  const clauses: Clause[] = [];
  for (const sentence of text.split(/(?<=[.!?;])\s+|\n+/)) {
    let current: Clause = { text: '', joined: false };
    const finish = () => {
      if (/[\p{L}\p{N}]/u.test(current.text)) clauses.push({ ...current, text: current.text.trim() });
    };
    for (const part of sentence.split(joints).slice(0, MOST_CLAUSES)) {
      const long = part.trim().split(/\s+/).length >= 2;
      // A part that asks nothing ("the tent *and* the stove") belongs to what was said before it.
      if (current.text !== '' && long && (asks.test(part) || standsAlone(part))) {
        finish();
        current = { text: part, joined: true };
      } else current.text = current.text === '' ? part : `${current.text} and ${part}`;
    }
    finish();
  }
  return clauses.slice(0, MOST_CLAUSES);
}
