import { appendAudit } from '../audit/append-audit';
import { may, type PersonActor } from '../auth/permissions';
import { recordEvent } from '../events/record-event';
import { withdrawMail } from '../mail/withdraw-mail';
import { db, inTransaction } from '../platform/db';
import { AppError } from '../platform/errors';
import { eraseCustomerValues } from '../privacy/erase-customer-values';
import { restoreAll } from '../privacy/restore-for';
import { familyOf, findVisibleCustomer, lockCustomer } from './find-customer';
import { readNotes } from './keep-customer';

const unsettled = ['proposed', 'waiting_approval', 'approved', 'started', 'unknown'] as const;

/**
 * Forgets a customer and everybody merged into them: names, identities, notes and files go, and the keys of every value in
 * their conversations, whose texts keep placeholders that nothing opens any more; the ledger keeps what was done and no
 * longer with what. `name` is typed by hand, against the
 * wrong page being open. What was consented to stays, as proof of it.
 */
export async function forgetCustomer(
  person: PersonActor,
  { customerId, name }: { customerId: string; name: string },
): Promise<void> {
  await findVisibleCustomer(person, customerId);
  await inTransaction(async (tx) => {
    const customer = await lockCustomer(tx, customerId);
    if (customer.name.trim() !== name.trim()) throw new AppError('invalid', 'name: is not this customer’s.');
    const open = await tx.conversation.count({ where: { customerId, state: 'open' } });
    if (open > 0)
      throw new AppError(
        'conflict',
        `${open === 1 ? 'One conversation is' : `${open} conversations are`} still open. Solve them first.`,
      );
    const family = await familyOf(tx, customerId);
    const undecided = await tx.action.count({ where: { customerId: { in: family }, status: { in: [...unsettled] } } });
    if (undecided > 0)
      throw new AppError(
        'conflict',
        'Something asked for them is not settled yet. Decide it on Approvals or Actions first.',
      );
    for (const id of family) await eraseCustomerValues(tx, id);
    await tx.signal.deleteMany({ where: { customerId: { in: family } } });
    const identities = await tx.identity.findMany({ where: { customerId: { in: family } } });
    // What they attached and never sent is kept under the name the chat knows them by.
    await tx.chatUpload.deleteMany({
      where: { visitor: { in: identities.map(({ kind, value }) => `${kind}:${value}`) } },
    });
    await withdrawMail(tx, family);
    await tx.survey.updateMany({ where: { customerId: { in: family } }, data: { comment: null } });
    await tx.identity.deleteMany({ where: { customerId: { in: family } } });
    await tx.customerNote.deleteMany({ where: { customerId: { in: family } } });
    await tx.attachment.deleteMany({ where: { conversation: { customerId } } });
    // That it was done, when, by which rule and for how much stays for the books; whose it was and with what goes.
    await tx.$executeRaw`
      UPDATE "Action" SET args = '{}', facts = '{}', findings = '[]', subject = NULL, result = NULL, says = tool,
        "saysCustomer" = NULL, tells = NULL, reason = NULL
      WHERE "customerId" = ANY(${family}::uuid[])`;
    await tx.customer.updateMany({
      where: { id: { in: family } },
      data: { name: 'Forgotten customer', tier: null, language: null, forgottenAt: new Date() },
    });
    await recordEvent(tx, 'customer.changed', { customerId });
    await appendAudit(tx, {
      actor: { kind: 'person', id: person.id },
      action: 'customer.forget',
      subject: { kind: 'customer', id: customerId },
      after: { family },
    });
  });
}

/** Everything that is known of a customer, to be given to them. That it was taken out is kept. */
export async function exportCustomer(person: PersonActor, customerId: string): Promise<object> {
  const customer = await findVisibleCustomer(person, customerId);
  if (!may(person, 'privacy.reveal') || !may(person, 'conversations.see_all'))
    throw new AppError('forbidden', 'It holds more than you may see.');
  const family = await familyOf(db(), customerId);
  const [identities, consent, notes, conversations] = await Promise.all([
    db().identity.findMany({ where: { customerId: { in: family } }, orderBy: { createdAt: 'asc' } }),
    db().consent.findMany({ where: { customerId: { in: family } }, orderBy: { createdAt: 'asc' } }),
    readNotes(db(), customerId),
    db().conversation.findMany({
      where: { customerId },
      orderBy: { createdAt: 'asc' },
      include: {
        channel: { select: { kind: true } },
        messages: { where: { kind: 'reply' }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] },
      },
    }),
  ]);
  const restore = await restoreAll(conversations.map(({ id }) => id));
  await inTransaction((tx) =>
    appendAudit(tx, {
      actor: { kind: 'person', id: person.id },
      action: 'customer.export',
      subject: { kind: 'customer', id: customerId },
    }),
  );
  return {
    customer: {
      id: customer.id,
      name: customer.name,
      tier: customer.tier,
      language: customer.language,
      since: customer.createdAt,
    },
    identities: identities.map(({ kind, value, verifiedAt, createdAt }) => ({
      kind,
      value,
      verifiedAt,
      since: createdAt,
    })),
    consent: consent.map(({ purpose, granted, source, createdAt }) => ({ purpose, granted, source, at: createdAt })),
    notes: notes.map(({ text, createdAt }) => ({ text, at: createdAt })),
    conversations: conversations.map(
      ({ id, number, channel, createdAt, closedAt, rating, ratingComment, messages }) => ({
        number,
        channel: channel.kind,
        began: createdAt,
        closed: closedAt,
        rating,
        ratingComment: restore(id, ratingComment),
        messages: messages.map(({ author, text, createdAt: at }) => ({ from: author, at, text: restore(id, text) })),
      }),
    ),
  };
}
