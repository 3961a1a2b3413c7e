import { permissionsOf } from '../auth/permissions';
import { recordEvent } from '../events/record-event';
import { queueMail } from '../mail/queue-mail';
import { wordLetter } from '../mail/word-letter';
import type { Tx } from '../platform/db';
import { env } from '../platform/env';
import { newId } from '../platform/ids';
import type { Alert } from '../platform/records';
import { alertMailSchema, noMail } from './alert.schema';
import { definitionOf } from './rules';

export type News = 'opened' | 'reminded' | 'acknowledged' | 'ended';

/** Told by the room models already, in words of its own. */
const toldElsewhere = new Set(['budget.reached']);

/** Tells of an alert in the caller's transaction: who may read metrics, the hooks, and by mail. */
export async function tellAlert(tx: Tx, id: string, news: News, now: Date): Promise<void> {
  const alert = await tx.alert.update({
    where: { id },
    data:
      news === 'opened' || news === 'reminded'
        ? { toldAt: now, heardOpen: true, told: { increment: 1 } }
        : news === 'ended'
          ? { heardOpen: false }
          : {},
  });
  if (!toldElsewhere.has(alert.rule)) await tellPeople(tx, alert, news);
  await tellHooks(tx, alert, news);
  if (news === 'opened' || news === 'ended') await tellByMail(tx, alert, news, now);
}

const wording: Record<News, (says: string) => string> = {
  opened: (says) => says,
  reminded: (says) => says,
  acknowledged: (says) => says,
  ended: (says) => `Over: ${says}`,
};

/** One line for each person and alert: what one has not read is brought up to date, and an end says nothing new to who read. */
async function tellPeople(tx: Tx, alert: Alert, news: News): Promise<void> {
  if (news === 'acknowledged') return;
  const says = wording[news](alert.says).slice(0, 300);
  const people = await tx.person.findMany({
    where: { disabledAt: null },
    select: { id: true, role: true, customRole: { select: { permissions: true } } },
  });
  for (const { id: personId, role, customRole } of people) {
    if (!permissionsOf(role, customRole?.permissions ?? null).includes('metrics.read')) continue;
    const unread = await tx.notification.findFirst({
      where: { personId, alertId: alert.id, readAt: null },
      select: { id: true },
    });
    if (!unread && news === 'ended') continue;
    const { id } = unread
      ? await tx.notification.update({ where: { id: unread.id }, data: { says, createdAt: new Date() } })
      : await tx.notification.create({ data: { personId, kind: 'alert', alertId: alert.id, says } });
    await recordEvent(tx, 'notification.made', { notificationId: id, personId });
  }
}

async function tellHooks(tx: Tx, alert: Alert, news: News): Promise<void> {
  const hooks = await tx.alertHook.findMany({ where: { enabled: true } });
  for (const hook of hooks) {
    if (hook.urgentOnly && alert.severity !== 'urgent') continue;
    const id = newId();
    const type = `alert.${news}`;
    await tx.alertDelivery.create({
      data: { id, hookId: hook.id, alertId: alert.id, type, body: wordBody(type, alert) },
    });
  }
}

/** What a hook is sent. Names in it stay as they are: others build on them. */
export function wordBody(type: string, alert: Omit<Alert, 'toldAt' | 'told' | 'heardOpen' | 'calmSince'>): string {
  return JSON.stringify({
    type,
    timestamp: new Date().toISOString(),
    data: {
      id: alert.id,
      rule: alert.rule,
      name: definitionOf(alert.rule)?.name ?? alert.rule,
      subject: alert.subject,
      severity: alert.severity,
      says: alert.says,
      value: alert.value,
      opened_at: alert.openedAt.toISOString(),
      ended_at: alert.endedAt?.toISOString() ?? null,
      acknowledged_at: alert.acknowledgedAt?.toISOString() ?? null,
      url: `${env().BATON_URL}${definitionOf(alert.rule)?.href ?? '/metrics/levels'}`,
    },
  });
}

async function tellByMail(tx: Tx, alert: Alert, news: 'opened' | 'ended', now: Date): Promise<void> {
  const [row, workspace] = [
    await tx.setting.findUnique({ where: { key: 'alert-mail' } }),
    await tx.setting.findUnique({ where: { key: 'workspace' } }),
  ];
  const { to, urgentOnly } = alertMailSchema.catch(noMail).parse(row?.value ?? noMail);
  if (urgentOnly && alert.severity !== 'urgent') return;
  const brand = String((workspace?.value as { name?: string } | null)?.name ?? 'Baton');
  const rule = definitionOf(alert.rule);
  const title = news === 'ended' ? `Over: ${rule?.name ?? alert.rule}` : (rule?.name ?? alert.rule);
  const { text, html } = wordLetter({
    ...{ brand, title, paragraphs: [`${alert.says}.`] },
    button: { says: 'Look at it', url: `${env().BATON_URL}/metrics/levels` },
    foot: ['You get this because your address is entered in Baton under Service levels → Alerts.'],
  });
  for (const address of new Set(to))
    await queueMail(tx, {
      key: `alert:${alert.id}:${news}:${now.getTime()}:${address}`,
      kind: 'alert',
      to: address,
      subject: `${brand}: ${title}`.slice(0, 200),
      text,
      html,
    });
}
