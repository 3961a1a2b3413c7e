import { z } from 'zod';

export const tokenKinds = ['EMAIL', 'PHONE', 'IBAN', 'SSN', 'IP', 'URL', 'ADDRESS', 'LITERAL'] as const;
// LITERAL is text of the customer's own that looks like a placeholder: left alone, it could ask for a token's value.
export type TokenKind = (typeof tokenKinds)[number];

/** What is removed for good: a token of these kinds never exists. */
export const destroyedKinds = ['card', 'cvv', 'expiry'] as const;
export type DestroyedKind = (typeof destroyedKinds)[number];

/** From placeholder, such as `[EMAIL_1]`, to what stood there. */
export const tokensSchema = z.record(z.string().max(40), z.object({ kind: z.enum(tokenKinds), value: z.string() }));
export type Tokens = z.infer<typeof tokensSchema>;

export type Destruction = { text: string; destroyed: DestroyedKind[] };
export type Redaction = { text: string; tokens: Tokens; destroyed: DestroyedKind[] };

/** `redact-text.ts`: the tokens returned hold those of `known` too, so that numbering goes on through a conversation. */
export type RedactText = (text: string, known?: Tokens) => Redaction;
/** `destroy-card-data.ts`: to be applied before anything is stored or logged. */
export type DestroyCardData = (text: string) => Destruction;
/** `restore-text.ts`: placeholders without a token stay as they are. */
export type RestoreText = (text: string, tokens: Tokens) => string;
