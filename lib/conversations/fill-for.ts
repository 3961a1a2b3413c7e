import type { PersonActor } from '../auth/permissions';
import { fillVariables, findOrderNumber } from '../format/fill-variables';
import { firstName } from '../format/initials';
import type { Tx } from '../platform/db';
import type { Conversation } from '../platform/records';
import { openVault } from '../privacy/open-vault';

/** Fills the variables of a text for one conversation, in the caller's transaction. */
export async function fillFor(tx: Tx, person: PersonActor, now: Conversation, text: string): Promise<string> {
  if (!text.includes('{{')) return text;
  const [customer, messages, workspace, vault] = await Promise.all([
    tx.customer.findUniqueOrThrow({ where: { id: now.customerId }, select: { name: true } }),
    tx.message.findMany({
      where: { conversationId: now.id, kind: 'reply' },
      orderBy: { createdAt: 'desc' },
      take: 30,
      select: { text: true },
    }),
    tx.setting.findUnique({ where: { key: 'workspace' } }),
    openVault(tx, now.id),
  ]);
  const spoken = messages.reverse().map((message) => vault.restore(message.text));
  return fillVariables(text, {
    'customer.first_name': firstName(customer.name),
    'customer.name': customer.name,
    'agent.first_name': firstName(person.name),
    'agent.name': person.name,
    'conversation.number': String(now.number),
    'order.number': findOrderNumber(spoken),
    'workspace.name': (workspace?.value as { name?: string } | null)?.name ?? null,
  }).text;
}
