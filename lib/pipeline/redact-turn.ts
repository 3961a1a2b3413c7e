import type { Tokens } from '../privacy/privacy.schema';
import { redactText } from '../privacy/redact-text';
import { restoreText } from '../privacy/restore-text';
import type { RunningTurn } from './begin-turn';

export type RedactedTurn = {
  /** The burst as one text, with placeholders. */
  text: string;
  history: string[];
  tokens: Tokens;
  destroyed: string[];
  resolve(placeholder: string): string | undefined;
  /** Puts the values back. */
  restore(text: string): string;
  /** Replaces known and new values by placeholders: for what is kept in the trace. */
  hide(text: string): string;
};

/** Placeholders count through the whole conversation, so that [EMAIL_1] is the same address in every turn. */
export function redactTurn({ burst, earlier }: Pick<RunningTurn, 'burst' | 'earlier'>): RedactedTurn {
  let tokens: Tokens = {};
  const destroyed = new Set<string>();
  const redact = (text: string) => {
    const result = redactText(text, tokens);
    tokens = result.tokens;
    for (const kind of result.destroyed) destroyed.add(kind);
    return result.text;
  };
  const history = earlier.filter((message) => message.author === 'customer').map((message) => redact(message.text));
  const text = redact(burst.map((message) => message.text).join('\n'));
  return {
    text,
    history,
    tokens,
    destroyed: [...destroyed],
    resolve: (placeholder) => tokens[placeholder]?.value,
    restore: (redacted) => restoreText(redacted, tokens),
    hide: (plain) => redactText(plain, tokens).text,
  };
}
