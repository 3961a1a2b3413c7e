import { recordEvent } from '../events/record-event';
import { inTransaction } from '../platform/db';
import type { BudgetReached } from './decide-budget';
import { dayOf } from './read-budget';

export const sayBudget = ({ level, period, share }: BudgetReached): string => {
  const used = `${Math.min(999, Math.floor(share * 100))}% of the ${period === 'month' ? 'month’s' : 'day’s'} budget for models is used`;
  switch (level) {
    case 'free':
      return 'Within the budget';
    case 'alert':
      return `${used}.`;
    case 'soft':
      return `${used}: the small model and the local engine do what they can.`;
    case 'hard':
      return `${used}: models are not asked any more; the local engine and people go on.`;
  }
};

/** Tells every administrator, once for each level and period. */
export async function tellBudget(reached: BudgetReached, now: Date): Promise<void> {
  const { level, period } = reached;
  if (level === 'free' || period === null) return;
  const name = period === 'day' ? `day:${dayOf(now)}` : `month:${dayOf(now).slice(0, 7)}`;
  await inTransaction(async (tx) => {
    const { count } = await tx.budgetNotice.createMany({ data: [{ period: name, level }], skipDuplicates: true });
    if (count === 0) return;
    const admins = await tx.person.findMany({ where: { role: 'admin', disabledAt: null }, select: { id: true } });
    for (const { id: personId } of admins) {
      const { id } = await tx.notification.create({ data: { personId, kind: 'budget', says: sayBudget(reached) } });
      await recordEvent(tx, 'notification.made', { notificationId: id, personId });
    }
  });
}
