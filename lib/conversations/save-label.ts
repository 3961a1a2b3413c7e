import { appendAudit } from '../audit/append-audit';
import type { PersonActor } from '../auth/permissions';
import { recordEvent } from '../events/record-event';
import { inTransaction, Prisma } from '../platform/db';
import { AppError } from '../platform/errors';
import { isId, newId } from '../platform/ids';
import type { LabelView } from './triage.schema';

export type LabelInput = { id?: string; name: string; hue?: number };

/** Well apart on the wheel, so that labels made one after another can be told apart. */
const hues = [200, 20, 130, 320, 60, 260, 95, 350];

/** Makes a label, or gives one another name or colour. Throws `conflict` where the name is taken, `not_found`. */
export async function saveLabel(person: PersonActor, { id, name, hue }: LabelInput): Promise<LabelView> {
  const clean = name.replace(/\s+/g, ' ').trim();
  try {
    return await inTransaction(async (tx) => {
      const known = id && isId(id) ? await tx.label.findUnique({ where: { id } }) : null;
      if (id && !known) throw new AppError('not_found', 'There is no such label.');
      const same = await tx.label.findFirst({
        where: { name: { equals: clean, mode: 'insensitive' }, ...(known ? { id: { not: known.id } } : {}) },
      });
      // One that was put away comes back rather than being made a second time: what carried it carries it again.
      const back = !known && same?.archivedAt ? same : null;
      if (same && !back) throw new AppError('conflict', `There is a label “${same.name}” already.`);
      const row = known ?? back;
      const label = row
        ? await tx.label.update({
            where: { id: row.id },
            data: { name: clean, archivedAt: null, ...(hue === undefined ? {} : { hue }) },
          })
        : await tx.label.create({
            data: { id: newId(), name: clean, hue: hue ?? hues[(await tx.label.count()) % hues.length]! },
          });
      await recordEvent(tx, 'desk.changed', { what: 'labels' });
      await appendAudit(tx, {
        actor: { kind: 'person', id: person.id },
        action: 'label.save',
        subject: { kind: 'label', id: label.id },
        before: row ? { name: row.name, hue: row.hue } : undefined,
        after: { name: label.name, hue: label.hue },
      });
      return { id: label.id, name: label.name, hue: label.hue };
    });
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002')
      throw new AppError('conflict', `There is a label “${clean}” already.`);
    throw error;
  }
}

/** Puts a label away: it is offered no longer, and stays on what carries it. */
export async function archiveLabel(person: PersonActor, id: string): Promise<void> {
  await inTransaction(async (tx) => {
    const label = isId(id) ? await tx.label.findUnique({ where: { id } }) : null;
    if (!label) throw new AppError('not_found', 'There is no such label.');
    await tx.label.update({ where: { id }, data: { archivedAt: new Date() } });
    await recordEvent(tx, 'desk.changed', { what: 'labels' });
    await appendAudit(tx, {
      actor: { kind: 'person', id: person.id },
      action: 'label.archive',
      subject: { kind: 'label', id },
      before: { name: label.name },
    });
  });
}
