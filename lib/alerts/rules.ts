import { db, type Tx } from '../platform/db';
import { type Rule, type RuleKey, ruleInputSchema, type Severity } from './alert.schema';

type Definition = Rule & { name: string; says: string; severity: Severity; unit: string | null; href: string };

const usual = { enabled: true, threshold: null, againMinutes: 60, unit: null } as const;
const levels = '/metrics/levels';

/** Every rule as it is until an admin sets it otherwise. */
export const rules: readonly Definition[] = [
  {
    ...{ ...usual, key: 'level.fast', name: 'A level burns fast', severity: 'urgent', href: levels },
    says: 'In the last hour a budget was spent 14.4 times as fast as it may be, and still is.',
  },
  {
    ...{ ...usual, key: 'level.slow', name: 'A level burns', severity: 'urgent', href: levels },
    says: 'In the last 6 hours a budget was spent 6 times as fast as it may be, and still is.',
  },
  {
    ...{ ...usual, key: 'level.creeping', name: 'A level burns slowly', severity: 'notice', href: levels },
    says: 'Over 3 days a budget was spent faster than it may be.',
    againMinutes: 720,
  },
  {
    ...{ ...usual, key: 'level.spent', name: 'A budget is spent', severity: 'notice', href: levels },
    says: 'Nothing is left of the error budget of a level.',
    againMinutes: 1_440,
  },
  {
    ...{ ...usual, key: 'queue.oldest', name: 'A queue is stuck', severity: 'urgent', href: '/metrics/live' },
    says: 'The one who waits longest in a team’s queue has waited so long.',
    ...{ threshold: 60, unit: 'minutes' },
  },
  {
    ...{ ...usual, key: 'promises.broken', name: 'Promises break', severity: 'urgent', href: '/metrics/live' },
    says: 'So many promises were broken within the last hour.',
    ...{ threshold: 5, unit: 'in an hour' },
  },
  {
    ...{ ...usual, key: 'model.down', name: 'A model is down', severity: 'urgent', href: '/settings/models' },
    says: 'The newest five calls of an endpoint failed; the next one, or the local engine, goes on.',
  },
  {
    ...{ ...usual, key: 'connector.down', name: 'A system is down', severity: 'urgent', href: '/automation/tools' },
    says: 'A connected system cannot be reached, or every call of the last ten minutes failed.',
  },
  {
    ...{
      ...usual,
      key: 'assistant.off',
      name: 'The assistant is switched off',
      severity: 'urgent',
      href: '/automation',
    },
    says: 'It answers nobody, or may not write in other systems.',
    againMinutes: 240,
  },
  {
    ...{ ...usual, key: 'budget.reached', name: 'The models’ budget', severity: 'notice', href: '/settings/models' },
    says: 'The day’s or the month’s budget for models is used as far as its warning.',
    againMinutes: 720,
  },
  {
    ...{ ...usual, key: 'letters.dead', name: 'Work that failed for good', severity: 'notice', href: '/metrics/live' },
    says: 'So many pieces of work failed at every try within a day.',
    ...{ threshold: 1, unit: 'within a day', againMinutes: 240 },
  },
];

export const definitionOf = (key: string): Definition | undefined => rules.find((one) => one.key === key);

/** Every rule as it is set. */
export async function readRules(tx: Tx = db()): Promise<Map<RuleKey, Rule>> {
  const rows = await tx.alertRule.findMany();
  return new Map(
    rules.map(({ key, enabled, threshold, againMinutes }) => {
      const given = { key, enabled, threshold, againMinutes };
      const row = rows.find((one) => one.key === key);
      return [key, row ? (ruleInputSchema.safeParse({ ...given, ...row }).data ?? given) : given];
    }),
  );
}
