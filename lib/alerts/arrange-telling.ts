import { appendAudit } from '../audit/append-audit';
import type { PersonActor } from '../auth/permissions';
import { recordEvent } from '../events/record-event';
import { seal } from '../platform/crypto';
import { inTransaction, type Tx } from '../platform/db';
import { AppError } from '../platform/errors';
import { newId } from '../platform/ids';
import {
  type AlertMail,
  alertMailSchema,
  type HookInput,
  hookInputSchema,
  type RuleInput,
  ruleInputSchema,
} from './alert.schema';
import { definitionOf } from './rules';
import { secretRecord } from './send-webhooks';
import { makeSecret } from './sign-webhook';
import { wordBody } from './tell-alert';

const mostHooks = 20;

/** Sets when a rule holds and how often it is told. */
export async function saveRule(person: PersonActor, input: RuleInput): Promise<void> {
  const { key, ...value } = ruleInputSchema.parse(input);
  if ((value.threshold === null) !== (definitionOf(key)?.threshold === null))
    throw new AppError('invalid', 'threshold: does not fit this rule.');
  await inTransaction(async (tx) => {
    const before = await tx.alertRule.findUnique({ where: { key } });
    await tx.alertRule.upsert({ where: { key }, create: { key, ...value }, update: value });
    await note(tx, person, { action: 'alert.rule', id: key, before, after: value });
  });
}

/** Who is mailed. */
export async function saveAlertMail(person: PersonActor, input: AlertMail): Promise<void> {
  const value = alertMailSchema.parse(input);
  await inTransaction(async (tx) => {
    const key = 'alert-mail';
    const before = await tx.setting.findUnique({ where: { key } });
    await tx.setting.upsert({ where: { key }, create: { key, value }, update: { value } });
    await note(tx, person, { action: 'alert.mail', id: key, before: before?.value, after: value });
  });
}

/** Adds or changes a hook. A new one answers its secret, which is shown this once. */
export async function saveHook(person: PersonActor, input: HookInput): Promise<{ id: string; secret: string | null }> {
  const { id: known, ...value } = hookInputSchema.parse(input);
  return inTransaction(async (tx) => {
    if (known) {
      const before = await tx.alertHook.findUnique({
        where: { id: known },
        select: { name: true, url: true, enabled: true, urgentOnly: true },
      });
      if (!before) throw new AppError('not_found', 'There is no such webhook any more.');
      await tx.alertHook.update({ where: { id: known }, data: value });
      await note(tx, person, { action: 'alert.hook', id: known, before, after: value });
      return { id: known, secret: null };
    }
    if ((await tx.alertHook.count()) >= mostHooks)
      throw new AppError('conflict', `There are ${mostHooks} webhooks already.`);
    const [id, secret] = [newId(), makeSecret()];
    await tx.alertHook.create({ data: { id, ...value, secret: seal(secret, secretRecord(id)) } });
    await note(tx, person, { action: 'alert.hook', id, after: value });
    return { id, secret };
  });
}

/** A new secret; what was signed with the old one and not sent yet goes out with the new one. */
export async function renewSecret(person: PersonActor, id: string): Promise<{ id: string; secret: string }> {
  return inTransaction(async (tx) => {
    const secret = makeSecret();
    const { count } = await tx.alertHook.updateMany({
      where: { id },
      data: { secret: seal(secret, secretRecord(id)) },
    });
    if (count === 0) throw new AppError('not_found', 'There is no such webhook any more.');
    await note(tx, person, { action: 'alert.hook_secret', id });
    return { id, secret };
  });
}

export async function removeHook(person: PersonActor, id: string): Promise<void> {
  await inTransaction(async (tx) => {
    const before = await tx.alertHook.findUnique({ where: { id }, select: { name: true, url: true } });
    if (!before) return;
    await tx.alertHook.delete({ where: { id } });
    await note(tx, person, { action: 'alert.hook_remove', id, before });
  });
}

/** Sends a test, as an alert would be; what comes of it stands in the hook's log. */
export async function testHook(person: PersonActor, hookId: string): Promise<void> {
  await inTransaction(async (tx) => {
    const hook = await tx.alertHook.findUnique({ where: { id: hookId } });
    if (!hook) throw new AppError('not_found', 'There is no such webhook any more.');
    if (!hook.enabled) throw new AppError('conflict', 'Switch it on first: nothing is sent to it now.');
    const body = wordBody('alert.test', {
      ...{ id: hookId, rule: 'test', subject: 'test', severity: 'notice', value: null, note: null },
      says: `A test by ${person.name}`,
      ...{ openedAt: new Date(), updatedAt: new Date(), endedAt: null, acknowledgedAt: null, acknowledgedBy: null },
      ...{ silencedUntil: null, silencedBy: null },
    });
    await tx.alertDelivery.create({ data: { hookId, type: 'alert.test', body } });
    await note(tx, person, { action: 'alert.hook_test', id: hookId });
  });
}

type Note = { action: string; id: string; before?: unknown; after?: unknown };

async function note(tx: Tx, person: PersonActor, { action, id, before, after }: Note): Promise<void> {
  await recordEvent(tx, 'desk.changed', { what: 'alerts' });
  await appendAudit(tx, {
    actor: { kind: 'person', id: person.id },
    action,
    subject: { kind: 'alerts', id },
    before,
    after,
  });
}
