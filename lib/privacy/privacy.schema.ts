import { z } from 'zod';

/** What is recognised by the words around it and by lists, never for sure. */
export const nameKinds = ['PERSON', 'PLACE', 'ORGANISATION', 'ADDRESS'] as const;
export type NameKind = (typeof nameKinds)[number];

export const tokenKinds = [
  'EMAIL',
  'PHONE',
  'IBAN',
  'NATIONAL_ID',
  'IP',
  'URL',
  'DATE_OF_BIRTH',
  ...nameKinds,
  'LITERAL',
] as const;
// LITERAL is text of the customer's own that looks like a placeholder: left alone, it could ask for a token's value.
export type TokenKind = (typeof tokenKinds)[number];

/** What is removed for good: a token of these kinds never exists. */
export const destroyedKinds = ['card', 'cvv', 'expiry'] as const;
export type DestroyedKind = (typeof destroyedKinds)[number];

/** What stands in a redacted text for a value. For `match`, `matchAll` and `replace`: `test` would go on where it last was. */
export const placeholders = /\[[A-Z_]+_\d{1,9}\]/g;
export const hasPlaceholder = (text: string): boolean => text.search(placeholders) !== -1;

/** From placeholder, such as `[EMAIL_1]`, to what stood there. */
export const tokensSchema = z.record(z.string().max(40), z.object({ kind: z.enum(tokenKinds), value: z.string() }));
export type Tokens = z.infer<typeof tokensSchema>;

export type Destruction = { text: string; destroyed: DestroyedKind[] };
export type Redaction = { text: string; tokens: Tokens; destroyed: DestroyedKind[] };
