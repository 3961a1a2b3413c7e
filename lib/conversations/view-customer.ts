import { may, type PersonActor, visibleTo } from '../auth/permissions';
import { db } from '../platform/db';
import { AppError } from '../platform/errors';
import { isId } from '../platform/ids';
import { openTexts } from '../privacy/customer-texts';
import { restoreFor } from '../privacy/restore-for';
import type { CustomerDetail, TimelineEntry, TimelineKind } from './customer.schema';
import { familyOf, findVisibleCustomer } from './find-customer';
import { readPurposes } from './keep-customer';
import { readNames } from './list-conversations';

/** One customer: who they are, how they are reached, what they agreed to. Throws `not_found`. */
export async function viewCustomer(person: PersonActor, id: string): Promise<CustomerDetail> {
  const customer = await findVisibleCustomer(person, id);
  const family = await familyOf(db(), id);
  const reveal = may(person, 'privacy.reveal');
  const [into, identities, purposes, said, merges, visible, all, names] = await Promise.all([
    customer.mergedIntoId ? db().customer.findUnique({ where: { id: customer.mergedIntoId } }) : null,
    db().identity.findMany({ where: { customerId: id }, orderBy: { createdAt: 'asc' }, take: 100 }),
    readPurposes(db()),
    db().consent.findMany({ where: { customerId: { in: family } }, orderBy: { createdAt: 'desc' }, take: 1_000 }),
    db().customerMerge.findMany({ where: { intoId: id, undoneAt: null }, orderBy: { createdAt: 'desc' }, take: 20 }),
    db().conversation.count({ where: { AND: [{ customerId: id, mergedIntoId: null }, visibleTo(person)] } }),
    db().conversation.count({ where: { customerId: id, mergedIntoId: null } }),
    readNames(),
  ]);
  const merged = await db().customer.findMany({ where: { id: { in: merges.map(({ fromId }) => fromId) } } });
  return {
    id,
    name: customer.name,
    tier: customer.tier,
    language: customer.language,
    createdAt: customer.createdAt.toISOString(),
    forgottenAt: customer.forgottenAt?.toISOString() ?? null,
    mergedInto: into && { id: into.id, name: into.name },
    identities: identities
      // A visitor's id is a browser's, nothing to know anybody by.
      .filter(({ kind }) => kind !== 'visitor')
      .map(({ id: identityId, kind, value, verifiedAt }) => ({
        id: identityId,
        kind,
        value: reveal ? value : 'hidden',
        verifiedAt: verifiedAt?.toISOString() ?? null,
      })),
    consent: purposes.map((purpose) => {
      const last = said.find((one) => one.purpose === purpose);
      return {
        purpose,
        granted: last?.granted ?? null,
        at: last?.createdAt.toISOString() ?? null,
        by: last?.personId ? (names.people.get(last.personId)?.name ?? null) : null,
      };
    }),
    merges: merges.map((one) => ({
      id: one.id,
      name: merged.find(({ id: from }) => from === one.fromId)?.name ?? '',
      at: one.createdAt.toISOString(),
      by: names.people.get(one.personId)?.name ?? '',
    })),
    conversations: visible,
    elsewhere: all - visible,
    may: {
      edit: may(person, 'customers.edit'),
      merge: may(person, 'customers.merge'),
      reveal,
    },
  };
}

type TimelineRequest = { kinds: TimelineKind[]; after?: string; limit: number };
type Row = { id: string; createdAt: Date };

/**
 * Everything that happened with a customer over all channels, the newest first; of each kind one page is read, so that the
 * page of all kinds together is among them.
 */
export async function readTimeline(
  person: PersonActor,
  customerId: string,
  { kinds, after, limit }: TimelineRequest,
): Promise<{ entries: TimelineEntry[]; next: string | null }> {
  await findVisibleCustomer(person, customerId);
  const family = await familyOf(db(), customerId);
  const place = readPlace(after);
  const before = place ? { OR: [{ createdAt: { lt: place.at } }, { createdAt: place.at, id: { lt: place.id } }] } : {};
  const page = { orderBy: [{ createdAt: 'desc' as const }, { id: 'desc' as const }], take: limit + 1 };
  const wants = (kind: TimelineKind) => kinds.includes(kind);
  const names = await readNames();
  const by = (personId: string | null) => (personId ? (names.people.get(personId)?.name ?? '') : '');

  const [conversations, notes, consents, merges] = await Promise.all([
    wants('conversation')
      ? db().conversation.findMany({
          where: { AND: [{ customerId, mergedIntoId: null }, visibleTo(person), before] },
          include: { channel: { select: { kind: true } } },
          ...page,
        })
      : [],
    wants('note')
      ? db().customerNote.findMany({
          where: { AND: [{ customerId: { in: family }, deletedAt: null }, before] },
          ...page,
        })
      : [],
    wants('consent')
      ? db().consent.findMany({ where: { AND: [{ customerId: { in: family } }, before] }, ...page })
      : [],
    wants('merge')
      ? db().customerMerge.findMany({ where: { AND: [{ intoId: { in: family } }, before] }, ...page })
      : [],
  ]);
  const [restore, texts, merged] = await Promise.all([
    restoreFor(
      person,
      conversations.map(({ id }) => id),
    ),
    may(person, 'privacy.reveal') ? openTexts(db(), notes) : new Map<string, string>(),
    db().customer.findMany({
      where: { id: { in: merges.map(({ fromId }) => fromId) } },
      select: { id: true, name: true },
    }),
  ]);
  const at = (row: Row) => ({ id: row.id, at: row.createdAt.toISOString() });
  const entries: TimelineEntry[] = [
    ...conversations.map((one) => ({
      ...at(one),
      kind: 'conversation' as const,
      number: one.number,
      gist: restore(one.id, one.gist),
      channel: one.channel.kind,
      state: one.state,
      holder: one.holder,
      agent: by(one.agentId) || null,
      intent: one.intent ? (names.intents.get(one.intent) ?? null) : null,
      resolution: one.resolution,
      rating: one.rating,
    })),
    ...notes.map((one) => ({
      ...at(one),
      kind: 'note' as const,
      by: by(one.personId),
      text: texts.get(one.id) ?? null,
      own: one.personId === person.id,
    })),
    ...consents.map((one) => ({
      ...at(one),
      kind: 'consent' as const,
      purpose: one.purpose,
      granted: one.granted,
      source: one.source,
      by: by(one.personId) || null,
    })),
    ...merges.map((one) => ({
      ...at(one),
      kind: 'merge' as const,
      name: merged.find(({ id }) => id === one.fromId)?.name ?? '',
      by: by(one.personId),
      undone: one.undoneAt !== null,
    })),
  ].sort((a, b) => (a.at === b.at ? (a.id < b.id ? 1 : -1) : a.at < b.at ? 1 : -1));
  const shown = entries.slice(0, limit);
  const last = entries.length > limit ? shown.at(-1)! : null;
  return { entries: shown, next: last ? `${last.at}|${last.id}` : null };
}

function readPlace(text: string | undefined): { at: Date; id: string } | null {
  if (!text) return null;
  const [at = '', id = ''] = text.split('|');
  if (!isId(id) || Number.isNaN(Date.parse(at))) throw new AppError('invalid', 'after: is not the place of an entry.');
  return { at: new Date(at), id };
}
