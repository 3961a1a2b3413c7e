import { db } from '../platform/db';
import { AppError } from '../platform/errors';
import { playbookSchema, type ReleasedPlaybook } from './playbook.schema';
import { policySchema, type ReleasedPolicy } from './policy.schema';
import { calibrationSchema, type Tiers, tierOverridesSchema, tiersSchema } from './tiers.schema';

export type IntentSetting = { key: string; name: string; teamKey: string | null; thresholds: Partial<Tiers> };

/** What is in force: the newest released version of each playbook and policy, the intents and the tiers. */
export type Released = {
  playbooks: ReleasedPlaybook[];
  policies: ReleasedPolicy[];
  intents: Map<string, IntentSetting>;
  tiers: Tiers;
  calibration: { a: number; b: number };
};

const keptMs = 1_000; // a release is in force everywhere within a second
let kept: { at: number; value: Promise<Released> } | undefined;

export function readReleased(now = Date.now()): Promise<Released> {
  if (!kept || now - kept.at > keptMs) {
    kept = { at: now, value: load() };
    kept.value.catch(() => {
      kept = undefined;
    });
  }
  return kept.value;
}

async function load(): Promise<Released> {
  const released = { releasedAt: { not: null } };
  const [playbooks, policies, intents, setting, fitted] = await Promise.all([
    db().playbook.findMany({ where: released, orderBy: [{ key: 'asc' }, { version: 'desc' }], distinct: ['key'] }),
    db().policy.findMany({ where: released, orderBy: [{ key: 'asc' }, { version: 'desc' }], distinct: ['key'] }),
    db().intent.findMany({ select: { key: true, name: true, teamKey: true, thresholds: true } }),
    db().setting.findUnique({ where: { key: 'tiers' } }),
    db().setting.findUnique({ where: { key: 'calibration' } }),
  ]);
  return {
    playbooks: playbooks.map((row) => ({
      key: row.key,
      version: row.version,
      intent: row.intent,
      definition: parse(playbookSchema, row.definition, `playbook ${row.key} v${row.version}`),
    })),
    policies: policies.map((row) => ({
      key: row.key,
      version: row.version,
      definition: parse(policySchema, row.definition, `policy ${row.key} v${row.version}`),
    })),
    intents: new Map(
      intents.map((row) => [
        row.key,
        { ...row, thresholds: parse(tierOverridesSchema, row.thresholds, `thresholds of ${row.key}`) },
      ]),
    ),
    tiers: parse(tiersSchema, setting?.value ?? {}, 'setting tiers'),
    calibration: parse(calibrationSchema, fitted?.value ?? {}, 'setting calibration'),
  };
}

function parse<T>(schema: { parse(value: unknown): T }, value: unknown, what: string): T {
  try {
    return schema.parse(value);
  } catch (error) {
    throw new AppError('internal', `The ${what} is not valid.`, { cause: String(error).slice(0, 400) });
  }
}
