import { appendAudit } from '../audit/append-audit';
import { may, type PersonActor } from '../auth/permissions';
import { recordEvent } from '../events/record-event';
import { seal, unseal } from '../platform/crypto';
import { db, inTransaction, type Tx } from '../platform/db';
import { AppError, isAppError } from '../platform/errors';
import { isId, newId } from '../platform/ids';
import { countConversations } from './list-conversations';
import type { NewSavedView, SavedView } from './saved-view.schema';

/** One screen of them: more would be a list to search in, and not what one glances at. */
const mostViews = 50;

type Kept = { id: string; ownerId: string; name: string; query: string; shared: boolean; position: number };

/**
 * What one looks for may be somebody's name or address: name and query are sealed, each for its own row. The views that an
 * installation comes with hold nobody's data and are read as they are.
 */
const open = (view: Kept) => ({
  ...view,
  name: openText(view.name, `saved-view:${view.id}:name`),
  query: openText(view.query, `saved-view:${view.id}:query`),
});

const sealedForm = /^k\d+\.[\w-]+\.[\w-]*\.[\w-]+$/;
const openText = (text: string, record: string): string => (sealedForm.test(text) ? unseal(text, record) : text);

const mayChange = (person: PersonActor, view: Pick<Kept, 'ownerId' | 'shared'>): boolean =>
  view.ownerId === person.id || (view.shared && may(person, 'desk.organise'));

const visible = (person: PersonActor) => ({ OR: [{ ownerId: person.id }, { shared: true }] });

/** One's own and what is shared with everybody, each with its count where what it shows is open. */
export async function listSavedViews(person: PersonActor): Promise<SavedView[]> {
  const kept = await db().savedView.findMany({
    where: visible(person),
    orderBy: [{ position: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
    take: mostViews,
  });
  return Promise.all(
    kept.map(open).map(async (view) => ({
      id: view.id,
      name: view.name,
      query: view.query,
      shared: view.shared,
      own: view.ownerId === person.id,
      mayChange: mayChange(person, view),
      count: await countSaved(person, view.query),
    })),
  );
}

/** A view whose label or team has gone says so when it is opened; beside the others it is only without a number. */
async function countSaved(person: PersonActor, query: string): Promise<number | null> {
  try {
    return await countConversations(person, { view: 'all', q: query });
  } catch (error) {
    if (isAppError(error) && error.code === 'invalid') return null;
    throw error;
  }
}

/** Throws `not_found` for another's own. */
export async function findSavedView(person: PersonActor, id: string): Promise<Kept> {
  const found = isId(id) ? await db().savedView.findFirst({ where: { AND: [{ id }, visible(person)] } }) : null;
  if (!found)
    throw new AppError('not_found', 'There is no such view. It may have been deleted, or not be shared any more.');
  return open(found);
}

export async function createSavedView(person: PersonActor, view: NewSavedView): Promise<{ id: string }> {
  return inTransaction(async (tx) => {
    const all = await tx.savedView.aggregate({ where: visible(person), _count: true, _max: { position: true } });
    if (all._count >= mostViews)
      throw new AppError('invalid', `There are ${mostViews} saved views already. Delete one that nobody needs.`);
    const id = newId();
    await tx.savedView.create({
      data: {
        id,
        ownerId: person.id,
        ...sealed(id, view),
        shared: view.shared,
        position: (all._max.position ?? 0) + 1,
      },
    });
    await tell(tx, person, 'created', id, null, { shared: view.shared });
    return { id };
  });
}

export async function changeSavedView(
  person: PersonActor,
  { id, ...change }: Partial<NewSavedView> & { id: string },
): Promise<void> {
  await inTransaction(async (tx) => {
    const before = await lock(tx, person, id);
    await tx.savedView.update({
      where: { id },
      data: { ...sealed(id, change), ...(change.shared === undefined ? {} : { shared: change.shared }) },
    });
    await tell(tx, person, 'changed', id, { shared: before.shared }, { shared: change.shared ?? before.shared });
  });
}

export async function deleteSavedView(person: PersonActor, { id }: { id: string }): Promise<void> {
  await inTransaction(async (tx) => {
    const before = await lock(tx, person, id);
    await tx.savedView.delete({ where: { id } });
    await tell(tx, person, 'deleted', id, { shared: before.shared }, null);
  });
}

/** Changes places with the one above it or below it, among those that this person sees. */
export async function moveSavedView(person: PersonActor, { id, by }: { id: string; by: -1 | 1 }): Promise<void> {
  await inTransaction(async (tx) => {
    await lock(tx, person, id);
    const all = await tx.savedView.findMany({
      where: visible(person),
      orderBy: [{ position: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
      select: { id: true },
    });
    const from = all.findIndex((view) => view.id === id);
    const to = from + by;
    if (to < 0 || to >= all.length) return;
    const order = all.map((view) => view.id);
    [order[from], order[to]] = [order[to]!, order[from]!];
    for (const [position, moved] of order.entries())
      await tx.savedView.update({ where: { id: moved }, data: { position } });
    await recordEvent(tx, 'desk.changed', { what: 'views' });
  });
}

const sealed = (id: string, { name, query }: Partial<NewSavedView>) =>
  ({
    ...(name === undefined ? {} : { name: seal(name, `saved-view:${id}:name`) }),
    ...(query === undefined ? {} : { query: seal(query, `saved-view:${id}:query`) }),
  }) as { name: string; query: string };

async function lock(tx: Tx, person: PersonActor, id: string): Promise<Kept> {
  await tx.$executeRaw`SELECT 1 FROM "SavedView" WHERE id = ${id}::uuid FOR UPDATE`;
  const view = await tx.savedView.findFirst({ where: { AND: [{ id }, visible(person)] } });
  if (!view) throw new AppError('not_found', 'There is no such view. It may have been deleted meanwhile.');
  if (!mayChange(person, view))
    throw new AppError('forbidden', 'It is shared by somebody else: only they may change it.');
  return view;
}

async function tell(
  tx: Tx,
  person: PersonActor,
  what: string,
  id: string,
  before: object | null,
  after: object | null,
) {
  await recordEvent(tx, 'desk.changed', { what: 'views' });
  await appendAudit(tx, {
    actor: { kind: 'person', id: person.id },
    action: `saved_view.${what}`,
    subject: { kind: 'saved_view', id },
    before: before as never,
    after: after as never,
  });
}
