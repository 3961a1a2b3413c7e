import { may, type PersonActor } from '../auth/permissions';
import { db } from '../platform/db';
import type { Alert } from '../platform/records';
import { type AlertsView, type AlertView, alertMailSchema, noMail, type TellingView } from './alert.schema';
import { definitionOf, readRules, rules } from './rules';

const mostPast = 50;
const mostDeliveries = 10;

/** What is open, the urgent first and then the newest, and what is over. */
export async function readAlerts(person: PersonActor): Promise<AlertsView> {
  const [open, past] = await Promise.all([
    db().alert.findMany({ where: { endedAt: null }, orderBy: { openedAt: 'desc' }, take: 200 }),
    db().alert.findMany({ where: { endedAt: { not: null } }, orderBy: { endedAt: 'desc' }, take: mostPast }),
  ]);
  const ids = [...open, ...past].flatMap(({ acknowledgedBy }) => acknowledgedBy ?? []);
  const people = await db().person.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const view = (alert: Alert) => viewAlert(alert, names);
  return {
    open: open.sort((a, b) => Number(b.severity === 'urgent') - Number(a.severity === 'urgent')).map(view),
    past: past.map(view),
    mayAcknowledge: may(person, 'metrics.read'),
  };
}

function viewAlert(alert: Alert, names: ReadonlyMap<string, string>): AlertView {
  const rule = definitionOf(alert.rule);
  const { acknowledgedAt, acknowledgedBy } = alert;
  return {
    ...{ id: alert.id, rule: alert.rule, says: alert.says, told: alert.told },
    name: rule?.name ?? alert.rule,
    severity: alert.severity === 'urgent' ? 'urgent' : 'notice',
    href: rule?.href ?? '/metrics/levels',
    openedAt: alert.openedAt.toISOString(),
    endedAt: alert.endedAt?.toISOString() ?? null,
    calming: alert.calmSince !== null && alert.endedAt === null,
    acknowledged: acknowledgedAt
      ? { name: names.get(acknowledgedBy ?? '') ?? 'Somebody', at: acknowledgedAt.toISOString(), note: alert.note }
      : null,
    silencedUntil: alert.silencedUntil?.toISOString() ?? null,
  };
}

/** The rules, and where they are told. Secrets stay here. */
export async function readTelling(): Promise<TellingView> {
  const [set, hooks, mail] = await Promise.all([
    readRules(),
    db().alertHook.findMany({
      orderBy: { createdAt: 'asc' },
      include: { deliveries: { orderBy: { createdAt: 'desc' }, take: mostDeliveries } },
    }),
    db().setting.findUnique({ where: { key: 'alert-mail' } }),
  ]);
  return {
    rules: rules.map(({ name, says, severity, unit, key }) => ({ ...set.get(key)!, name, says, severity, unit })),
    hooks: hooks.map(({ id, name, url, enabled, urgentOnly, createdAt, deliveries }) => ({
      ...{ id, name, url, enabled, urgentOnly, createdAt: createdAt.toISOString() },
      deliveries: deliveries.map((one) => ({
        ...{ id: one.id, type: one.type, attempts: one.attempts, status: one.status, why: one.why, tookMs: one.tookMs },
        state: one.state === 'sent' || one.state === 'failed' ? one.state : 'waiting',
        createdAt: one.createdAt.toISOString(),
        nextAt: one.nextAt.toISOString(),
      })),
    })),
    mail: alertMailSchema.catch(noMail).parse(mail?.value ?? noMail),
  };
}
