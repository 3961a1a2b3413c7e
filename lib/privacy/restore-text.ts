import { placeholders, type Tokens } from './privacy.schema';

/** Puts values back in the place of their placeholders; a placeholder without a token stays as it is. */
export function restoreText(text: string, tokens: Tokens): string {
  // One pass: a value that itself looks like a placeholder must not be looked up again.
  return text.replace(placeholders, (name) => (Object.hasOwn(tokens, name) ? tokens[name]!.value : name));
}
