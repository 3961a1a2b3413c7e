import { db } from '../platform/db';
import type { LabelView } from './triage.schema';

/** The labels one can choose from, by name. */
export async function listLabels(): Promise<LabelView[]> {
  return db().label.findMany({
    where: { archivedAt: null },
    orderBy: { name: 'asc' },
    select: { id: true, name: true, hue: true },
  });
}

/** The same with how many open conversations carry each, for who arranges the desk. */
export async function listLabelUses(): Promise<(LabelView & { open: number })[]> {
  const [labels, uses] = await Promise.all([
    listLabels(),
    db().$queryRaw<{ id: string; open: number }[]>`
      SELECT label::text AS id, count(*)::int AS open FROM "Conversation" c, unnest(c."labelIds") AS label
      WHERE c.state = 'open' GROUP BY label`,
  ]);
  const open = new Map(uses.map((use) => [use.id, use.open]));
  return labels.map((label) => ({ ...label, open: open.get(label.id) ?? 0 }));
}
