import { createHmac } from 'node:crypto';
import { derivedKey } from '../platform/crypto';
import type { Tx } from '../platform/db';
import { adoptText } from './adopt-text';
import type { TokenKind, Tokens } from './privacy.schema';
import { readTokens } from './read-tokens';
import { readVocabulary } from './read-vocabulary';
import { type RedactionOptions, redactText } from './redact-text';
import { restoreText } from './restore-text';
import { ensureKey } from './vault/customer-keys';
import { nameValues } from './vault/name-values';
import { sealValue } from './vault/seal-value';

export type Vault = {
  /** A text as it comes in from outside, as it may be stored: no placeholder in it is one of ours. */
  takeIn(text: string): string;
  /** A text of ours. `tokens` are those of a turn that ran meanwhile: they get the vault's own names. */
  hide(text: string, tokens?: Tokens): string;
  /** The same for text of our own making: what is known is hidden, nothing is looked for. */
  hideKnown(text: string): string;
  /** A value that is known to name somebody: hidden from here on, wherever it stands. */
  know(kind: TokenKind, value: string): void;
  restore(text: string): string;
  /** Everything that has a placeholder: none of it may leave. */
  values(): string[];
  /** Seals what `hide` has found since. To be called before the transaction ends, or the values are lost. */
  keep(): Promise<void>;
};

/**
 * Texts in which nothing was found, by the vocabulary they were looked through with. A trace says the same sentences turn
 * after turn, and looking for people in each costs more than the rest of the turn.
 */
const clean = new WeakMap<ReadonlySet<string>, Set<string>>();
const mostClean = 5_000;
const longestClean = 1_000;

// One vault a conversation and transaction: two would give one placeholder to two values.
const open = new WeakMap<Tx, Map<string, Promise<Vault>>>();

/** The values of a conversation, in the caller's transaction and under its lock on the conversation. */
export function openVault(tx: Tx, conversationId: string): Promise<Vault> {
  const vaults = open.get(tx) ?? new Map<string, Promise<Vault>>();
  open.set(tx, vaults);
  const vault = vaults.get(conversationId) ?? makeVault(tx, conversationId);
  vaults.set(conversationId, vault);
  return vault;
}

async function makeVault(tx: Tx, conversationId: string): Promise<Vault> {
  const { customerId } = await tx.conversation.findUniqueOrThrow({
    where: { id: conversationId },
    select: { customerId: true },
  });
  const keep = await readVocabulary(tx);
  let tokens = (await readTokens(tx, [conversationId])).get(conversationId) ?? {};
  const sealed = new Set(Object.keys(tokens));
  const looked = clean.get(keep) ?? new Set<string>();
  clean.set(keep, looked);

  const run = (text: string, options: RedactionOptions) => {
    const redacted = redactText(text, tokens, { keep, ...options });
    tokens = redacted.tokens;
    return redacted.text;
  };
  return {
    takeIn: (text) => run(text, { typed: true }),
    hide(text, theirs = {}) {
      if (looked.has(text)) return run(text, { onlyKnown: true });
      const adopted = adoptText(text, theirs, tokens);
      tokens = adopted.tokens;
      const hidden = run(adopted.text, {});
      if (hidden === text && text.length <= longestClean) {
        if (looked.size >= mostClean) looked.clear();
        looked.add(text);
      }
      return hidden;
    },
    hideKnown: (text) => run(text, { onlyKnown: true }),
    know(kind, value) {
      const names = nameValues(tokens);
      names.of(kind, value);
      tokens = names.tokens;
    },
    restore: (text) => restoreText(text, tokens),
    values: () => Object.values(tokens).map(({ value }) => value),
    async keep() {
      const fresh = Object.entries(tokens).filter(([name]) => !sealed.has(name));
      if (fresh.length === 0) return;
      const key = await ensureKey(tx, customerId);
      await tx.privateToken.createMany({
        data: fresh.map(([name, { kind, value }]) => ({
          conversationId,
          placeholder: name,
          kind,
          customerId,
          sealed: sealValue(value, key, `${conversationId}:${name}`),
          fingerprint: fingerprint(kind, value),
        })),
      });
      for (const [name] of fresh) sealed.add(name);
    },
  };
}

const fingerprint = (kind: string, value: string): string =>
  createHmac('sha256', derivedKey('private-token')).update(`${kind}\n${value}`).digest('base64url');
