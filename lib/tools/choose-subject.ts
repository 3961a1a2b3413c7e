import type { RegisteredConnector, Whose } from './tool.schema';

/**
 * The subject a system is told, or null: then nothing that takes one is sent to it. What is verified of the customer and the
 * connector's own choice decide, and whom a rule or the ledger names for this one system; never an argument.
 */
export function chooseSubject(
  { key, subject }: Pick<RegisteredConnector, 'key' | 'subject'>,
  whose: Whose,
): string | null {
  const named = whose.named?.connector === key ? whose.named.subject : null;
  if (named) return named;
  switch (subject.identity) {
    case 'account':
      return whose.account;
    case 'email':
      return whose.email;
    case 'none':
      return null;
  }
}
