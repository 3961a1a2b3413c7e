import { z } from 'zod';
import type { PersonActor } from '../auth/permissions';
import { findVisible } from '../conversations/list-conversations';
import { db } from '../platform/db';
import { destroyCardData } from '../privacy/destroy-card-data';
import { readTokens } from '../privacy/read-tokens';
import { restoreAll } from '../privacy/restore-for';
import { checkWriting } from './check-writing';
import type { Finding } from './check-writing.schema';

const disclosureSchema = z.object({ text: z.string().trim().min(1).max(500) });

/** Looks at what a person writes, with what is known of the conversation. Nothing of the text is kept. Throws `not_found`. */
export async function checkWritten(person: PersonActor, conversationId: string, text: string): Promise<Finding[]> {
  const { customerId } = await findVisible(person, conversationId);
  const [actions, identities, tokens, said, setting, people, restore] = await Promise.all([
    db().action.findMany({ where: { conversationId }, select: { tool: true, status: true }, take: 50 }),
    db().identity.findMany({ where: { customerId, kind: { in: ['email', 'phone'] } }, select: { value: true } }),
    readTokens(db(), [conversationId]),
    db().message.findMany({
      where: { conversationId, kind: 'reply', author: 'agent' },
      orderBy: { createdAt: 'desc' },
      take: 20,
      select: { text: true },
    }),
    db().setting.findUnique({ where: { key: 'disclosure' } }),
    db().person.findMany({ where: { disabledAt: null }, select: { email: true } }),
    restoreAll([conversationId]),
  ]);
  const disclosure = disclosureSchema.safeParse(setting?.value);
  return checkWriting({
    text,
    cardData: destroyCardData(text).destroyed,
    actions,
    known: [
      ...identities.map(({ value }) => value),
      ...Object.values(tokens.get(conversationId) ?? {}).map(({ value }) => value),
      ...people.map(({ email }) => email),
    ].map((value) => value.toLowerCase()),
    disclosure: disclosure.success ? disclosure.data.text : null,
    said: said.map((message) => restore(conversationId, message.text)),
  });
}
