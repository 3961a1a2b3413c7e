import { appendAudit } from '../audit/append-audit';
import type { KeyActor } from '../auth/find-api-key';
import type { SignalBody, SignalTaken } from '../channels/signal.schema';
import { recordEvent } from '../events/record-event';
import { seal } from '../platform/crypto';
import { inTransaction, type Tx } from '../platform/db';
import { AppError } from '../platform/errors';
import { newId } from '../platform/ids';

export const signalRecord = (id: string): string => `signal:${id}`;

/**
 * Stores what another system tells about a customer, once for each key, and tells it; what comes of it is the worker's.
 * Throws `not_found` for a conversation that is not this customer's. The key was found to have the scope signals:write.
 */
export async function receiveSignal(key: KeyActor, body: SignalBody): Promise<SignalTaken> {
  return inTransaction(async (tx) => {
    // Keys are the sender's own: two senders may well count alike.
    const name = `${key.id}:${body.key}`;
    const before = await tx.signal.findUnique({ where: { key: name } });
    if (before) return { signal: before.id, repeated: true, known: before.customerId !== null };
    const customerId = await findCustomerOf(tx, body);
    const conversationId =
      customerId && body.conversation ? await findConversationOf(tx, customerId, body.conversation) : null;
    const id = newId();
    const sealed = customerId ? seal(JSON.stringify(body.data), signalRecord(id)) : null;
    const { count } = await tx.signal.createMany({
      data: [
        {
          id,
          key: name,
          name: body.name,
          customerId,
          conversationId,
          sealed,
          handledAt: customerId ? null : new Date(),
        },
      ],
      skipDuplicates: true,
    });
    if (count === 0) {
      const first = await tx.signal.findUniqueOrThrow({ where: { key: name } });
      return { signal: first.id, repeated: true, known: first.customerId !== null };
    }
    if (customerId) await recordEvent(tx, 'signal.received', { signalId: id });
    await appendAudit(tx, {
      actor: { kind: 'key', id: key.id },
      action: 'signal.receive',
      subject: { kind: 'signal', id },
      after: { name: body.name, known: customerId !== null },
    });
    return { signal: id, repeated: false, known: customerId !== null };
  });
}

async function findCustomerOf(tx: Tx, { customer: { externalId, email } }: SignalBody): Promise<string | null> {
  const identity = externalId
    ? await tx.identity.findUnique({ where: { kind_value: { kind: 'account', value: externalId } } })
    : await tx.identity.findUnique({ where: { kind_value: { kind: 'email', value: email! } } });
  // An address that nobody vouched for may be anybody's.
  if (!identity?.verifiedAt) return null;
  const customer = await tx.customer.findUniqueOrThrow({ where: { id: identity.customerId } });
  return customer.forgottenAt ? null : (customer.mergedIntoId ?? customer.id);
}

async function findConversationOf(tx: Tx, customerId: string, number: number): Promise<string> {
  const conversation = await tx.conversation.findFirst({ where: { number, customerId }, select: { id: true } });
  if (!conversation) throw new AppError('not_found', 'conversation: this customer has none of that number.');
  return conversation.id;
}
