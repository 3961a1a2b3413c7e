import { appendAudit } from '../audit/append-audit';
import { may, type PersonActor } from '../auth/permissions';
import { recordEvent } from '../events/record-event';
import { inTransaction, type Tx } from '../platform/db';
import { AppError } from '../platform/errors';
import { newId } from '../platform/ids';
import type { Customer } from '../platform/records';
import { openTexts, sealText } from '../privacy/customer-texts';
import { destroyCardData } from '../privacy/destroy-card-data';
import type { AddIdentity, SetConsent } from './customer.schema';
import { familyOf, findVisibleCustomer, lockCustomer } from './find-customer';

/** Changes one customer under the lock, tells it, and keeps who did what. */
async function changing<T>(
  person: PersonActor,
  customerId: string,
  action: string,
  work: (tx: Tx, customer: Customer) => Promise<{ value: T; before?: unknown; after?: unknown }>,
): Promise<T> {
  await findVisibleCustomer(person, customerId);
  return inTransaction(async (tx) => {
    const { value, before, after } = await work(tx, await lockCustomer(tx, customerId));
    await recordEvent(tx, 'customer.changed', { customerId });
    await appendAudit(tx, {
      actor: { kind: 'person', id: person.id },
      action,
      subject: { kind: 'customer', id: customerId },
      before,
      after,
    });
    return value;
  });
}

export function renameCustomer(
  person: PersonActor,
  { customerId, name }: { customerId: string; name: string },
): Promise<void> {
  return changing(person, customerId, 'customer.rename', async (tx) => {
    await tx.customer.update({ where: { id: customerId }, data: { name } });
    return { value: undefined };
  });
}

/** A note for colleagues, sealed under the customer's key. Card data never gets that far. */
export function addNote(
  person: PersonActor,
  { customerId, text }: { customerId: string; text: string },
): Promise<{ noteId: string }> {
  return changing(person, customerId, 'customer.note', async (tx) => {
    const noteId = newId();
    const sealed = await sealText(tx, customerId, noteId, destroyCardData(text).text);
    await tx.customerNote.create({ data: { id: noteId, customerId, personId: person.id, sealed } });
    return { value: { noteId }, after: { noteId } };
  });
}

/** Takes a note away for good: one's own, or anybody's for who may also forget the customer. */
export async function deleteNote(person: PersonActor, noteId: string): Promise<void> {
  const missing = new AppError('not_found', 'There is no such note.');
  const root = await inTransaction(async (tx) => {
    const note = await tx.customerNote.findFirst({ where: { id: noteId, deletedAt: null } });
    if (!note) throw missing;
    return rootOf(tx, note.customerId);
  });
  await changing(person, root, 'customer.note_delete', async (tx) => {
    const note = await tx.customerNote.findFirst({ where: { id: noteId, deletedAt: null } });
    if (!note) throw missing;
    if (note.personId !== person.id && !may(person, 'customers.merge'))
      throw new AppError('forbidden', 'It is somebody else’s note.');
    await tx.customerNote.update({ where: { id: noteId }, data: { deletedAt: new Date(), sealed: '' } });
    return { value: undefined, before: { noteId } };
  });
}

/** Yes or no to a purpose, as it was said: a row more, so that it can be shown when what held. */
export function setConsent(person: PersonActor, { customerId, purpose, granted, source }: SetConsent): Promise<void> {
  return changing(person, customerId, 'customer.consent', async (tx) => {
    const known = await readPurposes(tx);
    if (!known.includes(purpose)) throw new AppError('not_found', 'purpose: there is no such purpose.');
    const id = newId();
    await tx.consent.create({ data: { id, customerId, purpose, granted, source, personId: person.id } });
    return { value: undefined, after: { purpose, granted, source } };
  });
}

/** What customers are asked their consent for here. */
export async function readPurposes(client: Tx): Promise<string[]> {
  const setting = await client.setting.findUnique({ where: { key: 'consent_purposes' } });
  const own = setting?.value;
  if (Array.isArray(own) && own.every((one) => typeof one === 'string')) return own as string[];
  return ['marketing_email', 'marketing_sms', 'research'];
}

/** A way to reach them, not verified: that a person typed it proves nothing. Throws `conflict` where it is somebody's already. */
export function addIdentity(person: PersonActor, { customerId, kind, value }: AddIdentity): Promise<void> {
  return changing(person, customerId, 'customer.identity_add', async (tx) => {
    const id = newId();
    const made = await tx.identity.createMany({ data: [{ id, customerId, kind, value }], skipDuplicates: true });
    if (made.count === 0) throw new AppError('conflict', await whose(tx, person, customerId, { kind, value }));
    return { value: undefined, after: { identityId: id, kind } };
  });
}

async function whose(
  tx: Tx,
  person: PersonActor,
  customerId: string,
  { kind, value }: Pick<AddIdentity, 'kind' | 'value'>,
): Promise<string> {
  const taken = await tx.identity.findUnique({ where: { kind_value: { kind, value } }, include: { customer: true } });
  if (taken?.customerId === customerId) return 'value: it is here already.';
  const seen = taken && (await findVisibleCustomer(person, taken.customerId).catch(() => null));
  return seen
    ? `value: it belongs to ${seen.name}. Merge the two if they are one person.`
    : 'value: it belongs to another customer.';
}

/** Says that it is theirs, or that nobody knows: from a verified one conversations may act for the customer. */
export async function verifyIdentity(
  person: PersonActor,
  { identityId, verified }: { identityId: string; verified: boolean },
): Promise<void> {
  const { customerId } = await readIdentity(identityId);
  await changing(person, customerId, verified ? 'customer.identity_verify' : 'customer.identity_doubt', async (tx) => {
    const changed = await tx.identity.updateMany({
      where: { id: identityId, customerId, kind: { in: ['email', 'phone', 'handle'] } },
      data: { verifiedAt: verified ? new Date() : null },
    });
    if (changed.count === 0)
      throw new AppError('conflict', 'Only an address, a number or a handle can be judged by hand.');
    return { value: undefined, after: { identityId } };
  });
}

/** Takes a way to reach them away. The keys of systems stay: they are how a chat and the shop know who it is. */
export async function removeIdentity(person: PersonActor, identityId: string): Promise<void> {
  const { customerId } = await readIdentity(identityId);
  await changing(person, customerId, 'customer.identity_remove', async (tx) => {
    const gone = await tx.identity.deleteMany({
      where: { id: identityId, customerId, kind: { in: ['email', 'phone', 'handle'] } },
    });
    if (gone.count === 0)
      throw new AppError('conflict', 'Only an address, a number or a handle can be taken away by hand.');
    return { value: undefined, before: { identityId } };
  });
}

export async function readIdentity(identityId: string): Promise<{ customerId: string }> {
  const identity = await inTransaction((tx) => tx.identity.findUnique({ where: { id: identityId } }));
  if (!identity) throw new AppError('not_found', 'There is no such identity.');
  return identity;
}

async function rootOf(tx: Tx, customerId: string): Promise<string> {
  const customer = await tx.customer.findUniqueOrThrow({ where: { id: customerId } });
  return customer.mergedIntoId ? rootOf(tx, customer.mergedIntoId) : customer.id;
}

/** The notes of a customer and of those merged into them, opened. */
export async function readNotes(tx: Tx, customerId: string) {
  const where = { customerId: { in: await familyOf(tx, customerId) }, deletedAt: null };
  const notes = await tx.customerNote.findMany({ where, orderBy: { createdAt: 'desc' }, take: 1_000 });
  const texts = await openTexts(tx, notes);
  return notes.map((note) => ({ ...note, text: texts.get(note.id) ?? null }));
}
