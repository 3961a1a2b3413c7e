import { db } from '../platform/db';
import { AppError } from '../platform/errors';
import type { Definition } from '../platform/records';
import { chooseVersions, type Standing } from './choose-version';
import { playbookSchema, type ReleasedPlaybook } from './playbook.schema';
import { policySchema, type ReleasedPolicy } from './policy.schema';
import { calibrationSchema, type Tiers, tierOverridesSchema, tiersSchema } from './tiers.schema';

export type IntentSetting = { key: string; name: string; teamKey: string | null; thresholds: Partial<Tiers> };

/** What is in force for one conversation: a version of each playbook and policy, the intents and the tiers. */
export type Released = {
  playbooks: ReleasedPlaybook[];
  policies: ReleasedPolicy[];
  intents: Map<string, IntentSetting>;
  tiers: Tiers;
  calibration: { a: number; b: number };
};

type Standings = Omit<Released, 'playbooks' | 'policies'> & {
  playbooks: Standing<ReleasedPlaybook>[];
  policies: Standing<ReleasedPolicy>[];
};

const keptMs = 1_000; // a release is in force everywhere within a second
let kept: { at: number; value: Promise<Standings> } | undefined;

/** `conversationId` says who meets what is on trial; without one it is what is live. */
export async function readReleased(conversationId: string | null, now = Date.now()): Promise<Released> {
  if (!kept || now - kept.at > keptMs) {
    kept = { at: now, value: load() };
    kept.value.catch(() => {
      kept = undefined;
    });
  }
  const standing = await kept.value;
  return {
    ...standing,
    playbooks: chooseVersions(standing.playbooks, conversationId),
    policies: chooseVersions(standing.policies, conversationId),
  };
}

/** One version of a playbook, whatever became of it: a conversation goes on with the one it began. */
export async function readPlaybook(key: string, version: number): Promise<ReleasedPlaybook | null> {
  const row = await db().definition.findUnique({ where: { kind_key_version: { kind: 'playbook', key, version } } });
  return row && toPlaybook(row);
}

async function load(): Promise<Standings> {
  const [rows, intents, setting, fitted] = await Promise.all([
    db().definition.findMany({ where: { state: { in: ['live', 'trial'] } }, orderBy: [{ key: 'asc' }] }),
    db().intent.findMany({ select: { key: true, name: true, teamKey: true, thresholds: true } }),
    db().setting.findUnique({ where: { key: 'tiers' } }),
    db().setting.findUnique({ where: { key: 'calibration' } }),
  ]);
  const of = <T>(kind: Definition['kind'], read: (row: Definition) => T): Standing<T>[] =>
    rows
      .filter((row) => row.kind === kind)
      .map((row) => ({
        key: row.key,
        state: row.state === 'trial' ? 'trial' : 'live',
        share: row.share,
        version: read(row),
      }));
  return {
    playbooks: of('playbook', toPlaybook),
    policies: of('policy', ({ key, version, body }) => ({
      key,
      version,
      definition: parse(policySchema, body, `policy ${key} v${version}`),
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

const toPlaybook = ({ key, version, body }: Definition): ReleasedPlaybook => ({
  key,
  version,
  definition: parse(playbookSchema, body, `playbook ${key} v${version}`),
});

function parse<T>(schema: { parse(value: unknown): T }, value: unknown, what: string): T {
  try {
    return schema.parse(value);
  } catch (error) {
    throw new AppError('internal', `The ${what} is not valid.`, { cause: String(error).slice(0, 400) });
  }
}
