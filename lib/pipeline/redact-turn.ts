import type { Tokens } from '../privacy/privacy.schema';
import { redactText } from '../privacy/redact-text';
import { restoreText } from '../privacy/restore-text';
import type { RunningTurn } from './begin-turn';

export type RedactedTurn = {
  /** The burst as one text, with placeholders for all but places and organisations: for this process alone. */
  text: string;
  /** The same with placeholders for these too: what may be kept. */
  stored: string;
  history: string[];
  tokens: Tokens;
  destroyed: string[];
  resolve(placeholder: string): string | undefined;
  /** Puts the values back. */
  restore(text: string): string;
  /** Replaces known and new values by placeholders: for what is kept in the trace. */
  hide(text: string): string;
};

/** "Do you ship to Canada?" means nothing without its place, and names nobody by it. */
const meaningful = new Set(['PLACE', 'ORGANISATION']);

/**
 * The burst and what went before as they are stored, with placeholders; what was stored before there were any is redacted
 * here. Placeholders count through the whole conversation, so that [EMAIL_1] is the same address in every turn.
 */
export function redactTurn(
  running: Pick<RunningTurn, 'burst' | 'earlier'> & Partial<Pick<RunningTurn, 'tokens' | 'vocabulary'>>,
): RedactedTurn {
  const { burst, earlier, vocabulary: keep } = running;
  let tokens: Tokens = running.tokens ?? {};
  const destroyed = new Set<string>();
  const redact = (text: string) => {
    const result = redactText(text, tokens, { keep });
    tokens = result.tokens;
    for (const kind of result.destroyed) destroyed.add(kind);
    return result.text;
  };
  const earlierTexts = earlier
    .filter((message) => message.author === 'customer')
    .map((message) => redact(message.text));
  const stored = redact(burst.map((message) => message.text).join('\n'));
  for (const kind of destroyedBefore(stored)) destroyed.add(kind);
  const telling = Object.fromEntries(Object.entries(tokens).filter(([, { kind }]) => meaningful.has(kind)));
  return {
    text: restoreText(stored, telling),
    stored,
    history: earlierTexts.map((text) => restoreText(text, telling)),
    tokens,
    destroyed: [...destroyed],
    resolve: (placeholder) => tokens[placeholder]?.value,
    restore: (redacted) => restoreText(redacted, tokens),
    hide: (plain) => redactText(plain, tokens, { keep }).text,
  };
}

/** What was destroyed when the message came in has left its mark. */
function destroyedBefore(text: string): string[] {
  const marks = { card: '[card number removed]', cvv: '[security code removed]', expiry: '[card expiry removed]' };
  return Object.entries(marks).flatMap(([kind, mark]) => (text.includes(mark) ? [kind] : []));
}
