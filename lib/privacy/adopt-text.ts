import { placeholders, type Tokens } from './privacy.schema';
import { nameValues } from './vault/name-values';

/**
 * A text under the placeholders of another conversation: each counts for itself, and [PERSON_1] is somebody else in the
 * next. `theirs` are the tokens it was hidden with, `known` those it goes to; answers these with what came along.
 */
export function adoptText(text: string, theirs: Tokens, known: Tokens): { text: string; tokens: Tokens } {
  const names = nameValues(known);
  const adopted = text.replace(placeholders, (name) => {
    const token = Object.hasOwn(theirs, name) ? theirs[name] : undefined;
    return token ? names.of(token.kind, token.value) : name;
  });
  return { text: adopted, tokens: names.tokens };
}
