import { formatMicros } from '../format/format-micros';
import { formatSpan } from '../format/format-time';
import { readAssistantSwitch } from '../governance/read-assistant-switch';
import { readArranged } from '../levels/arrange-levels';
import { decideBudget as decideLevelBudget, decideSpent } from '../levels/decide-burn';
import { definitionOf as definitionOfLevel } from '../levels/default-levels';
import type { Burn, Level } from '../levels/level.schema';
import { readDays } from '../levels/read-counts';
import { readBurns, sumCounts } from '../levels/read-levels';
import { listProviders } from '../models/list-providers';
import { readBudget, readSpent } from '../models/read-budget';
import { sayBudget } from '../models/tell-budget';
import { db } from '../platform/db';
import { causeOf } from '../platform/errors';
import { log } from '../platform/log';
import { listConnectors } from '../tools/list-connectors';
import type { Rule, RuleKey, Severity } from './alert.schema';
import type { Finding, Looked } from './decide-alerts';
import { definitionOf } from './rules';

type Rules = ReadonlyMap<RuleKey, Rule>;
type Looking = { keys: readonly RuleKey[]; look(rules: Rules, now: Date): Promise<Finding[]> };

/** A number that was over the line is not below it before it has fallen by so much. */
const calmShare = 0.8;

/**
 * Everything that is not as it should be now. What cannot be read is not among what was looked at, so that its alerts stay
 * as they are; a rule that is switched off is looked at and finds nothing.
 */
export async function findTroubles(rules: Rules, now: Date): Promise<Looked> {
  const looked = new Set<string>();
  const findings: Finding[] = [];
  // One after the other: each reads little, and what serves customers goes first.
  for (const { keys, look } of lookings) {
    try {
      const on = keys.filter((key) => rules.get(key)?.enabled);
      const found = on.length > 0 ? await look(rules, now) : [];
      findings.push(...found.filter(({ rule }) => on.includes(rule)));
      for (const key of keys) looked.add(key);
    } catch (error) {
      log.warn({ rules: keys, cause: causeOf(error) }, 'what an alert is about could not be read; it stays as it is');
    }
  }
  return { rules: looked, findings };
}

const lookings: readonly Looking[] = [
  { keys: ['queue.oldest'], look: lookAtQueues },
  { keys: ['promises.broken'], look: lookAtPromises },
  { keys: ['assistant.off'], look: lookAtSwitch },
  { keys: ['model.down'], look: lookAtModels },
  { keys: ['connector.down'], look: lookAtConnectors },
  { keys: ['budget.reached'], look: lookAtBudget },
  { keys: ['letters.dead'], look: lookAtLetters },
  { keys: ['level.fast', 'level.slow', 'level.creeping'], look: lookAtBurns },
  { keys: ['level.spent'], look: lookAtBudgets },
];

const found = (rule: RuleKey, subject: string, says: string, more: Partial<Finding> = {}): Finding => ({
  ...{ rule, subject, says, state: 'on', value: null },
  severity: definitionOf(rule)?.severity ?? ('notice' as Severity),
  ...more,
});

/** On from the threshold on, between above four fifths of it. */
function overLine(rules: Rules, key: RuleKey, value: number): Finding['state'] | null {
  const threshold = rules.get(key)?.threshold ?? Number.POSITIVE_INFINITY;
  return value >= threshold ? 'on' : value > threshold * calmShare ? 'between' : null;
}

async function lookAtQueues(rules: Rules): Promise<Finding[]> {
  const rows = await db().$queryRaw<{ id: string | null; name: string | null; minutes: number; waiting: number }[]>`
    SELECT c."teamId"::text AS id, min(t.name) AS name, count(*)::int AS waiting,
      (extract(epoch FROM clock_timestamp() - min(c."waitingSince")) / 60)::float AS minutes
    FROM "Conversation" c LEFT JOIN "Team" t ON t.id = c."teamId"
    WHERE c.state = 'open' AND c.holder = 'queue' AND c."snoozedAt" IS NULL AND c."waitingSince" IS NOT NULL
    GROUP BY c."teamId"`;
  return rows.flatMap(({ id, name, minutes, waiting }) => {
    const state = overLine(rules, 'queue.oldest', minutes);
    if (!state) return [];
    const others = waiting > 1 ? `, ${waiting - 1} more ${waiting === 2 ? 'waits' : 'wait'} behind` : '';
    const says = `${name ?? 'Without a team'}: somebody has waited for ${formatSpan(minutes * 60_000)}${others}`;
    return [found('queue.oldest', id ?? 'none', says, { state, value: Math.round(minutes) })];
  });
}

async function lookAtPromises(rules: Rules): Promise<Finding[]> {
  const [row] = await db().$queryRaw<{ broken: number }[]>`
    SELECT count(*)::int AS broken FROM "Conversation" WHERE "breachedAt" > clock_timestamp() - interval '1 hour'`;
  const broken = row?.broken ?? 0;
  const state = overLine(rules, 'promises.broken', broken);
  const says = `${broken} ${broken === 1 ? 'promise was' : 'promises were'} broken within the last hour`;
  return state ? [found('promises.broken', 'desk', says, { state, value: broken })] : [];
}

async function lookAtSwitch(): Promise<Finding[]> {
  const { answers, writes } = await readAssistantSwitch();
  if (!answers) return [found('assistant.off', 'desk', 'The assistant is switched off: people answer everybody')];
  if (!writes) return [found('assistant.off', 'desk', 'The assistant may not write in other systems')];
  return [];
}

async function lookAtModels(): Promise<Finding[]> {
  const providers = await listProviders();
  return providers
    .filter(({ enabled, health }) => enabled && health === 'down')
    .map(({ name, lastFailure }) =>
      found('model.down', name, `${name} does not answer${lastFailure ? `: ${lastFailure}` : ''}`.slice(0, 300)),
    );
}

async function lookAtConnectors(): Promise<Finding[]> {
  const { connectors } = await listConnectors();
  return connectors.flatMap(({ id, name, enabled, lastFailure, tools }) => {
    const down = tools.filter((tool) => tool.health === 'down');
    if (!enabled || (lastFailure === null && down.length === 0)) return [];
    const says =
      lastFailure === null
        ? `${name}: ${down.map((tool) => tool.title).join(', ')} ${down.length === 1 ? 'fails' : 'fail'} at every call`
        : `${name} cannot be reached: ${lastFailure}`;
    return [found('connector.down', id, says.slice(0, 300))];
  });
}

async function lookAtBudget(): Promise<Finding[]> {
  const [reached, spent] = [await readBudget(), await readSpent()];
  if (reached.level === 'free' || reached.period === null) return [];
  const says = `${sayBudget(reached)} ${formatMicros(spent[reached.period])} so far.`;
  const severity = reached.level === 'hard' ? ('urgent' as const) : ('notice' as const);
  return [found('budget.reached', reached.period, says, { severity, value: reached.share })];
}

async function lookAtLetters(rules: Rules): Promise<Finding[]> {
  const [row] = await db().$queryRaw<{ dead: number }[]>`
    SELECT count(*)::int AS dead FROM "DeadLetter" WHERE "redrivenAt" IS NULL AND "createdAt" > clock_timestamp() - interval '1 day'`;
  const dead = row?.dead ?? 0;
  const state = overLine(rules, 'letters.dead', dead);
  const says = `${dead} ${dead === 1 ? 'piece of work' : 'pieces of work'} failed at every try within a day`;
  return state ? [found('letters.dead', 'desk', says, { state, value: dead })] : [];
}

async function lookAtBurns(_: Rules, now: Date): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const level of await enabledLevels()) {
    const burns = (await readBurns(level, now)).filter(({ state }) => state === 'on' || state === 'between');
    // What burns fast burns slowly as well: one of them begins, the fastest, and what is open already stays.
    const fastest = burns.find(({ state }) => state === 'on');
    for (const burn of burns) {
      const state = burn === fastest ? 'on' : 'between';
      findings.push(found(`level.${burn.key}`, level.key, sayBurn(level, burn), { state, value: burn.rate }));
    }
  }
  return findings;
}

function sayBurn({ key }: Level, { hours, rate, count }: Burn): string {
  const { name, events } = definitionOfLevel(key);
  const times = (rate ?? 0).toFixed((rate ?? 0) < 10 ? 1 : 0);
  const span = hours === 1 ? 'hour' : hours < 48 ? `${hours} hours` : `${hours / 24} days`;
  const of = `${count.total - count.good} of ${count.total} ${events[count.total === 1 ? 0 : 1]}`;
  return `${name} burns ${times} times as fast as it may: ${of} were bad in the last ${span}`;
}

/** A whole window is read for it: once a minute is soon enough for what takes days. */
const keptMs = 60_000;
let kept: { at: number; of: string; findings: Finding[] } | undefined;

async function lookAtBudgets(_: Rules, now: Date): Promise<Finding[]> {
  const levels = await enabledLevels();
  const of = JSON.stringify(levels);
  if (kept?.of === of && Math.abs(now.getTime() - kept.at) < keptMs) return kept.findings;
  const findings: Finding[] = [];
  for (const level of levels) {
    const budget = decideLevelBudget(sumCounts(await readDays(level, 'UTC', now)), level);
    const state = decideSpent(budget);
    if (state !== 'on' && state !== 'between') continue;
    const { name } = definitionOfLevel(level.key);
    const says = `${name}: the error budget of ${level.windowDays} days is spent, ${budget.bad} were bad and ${Math.floor(budget.allowed)} may be`;
    findings.push(found('level.spent', level.key, says, { state, value: budget.left }));
  }
  kept = { at: now.getTime(), of, findings };
  return findings;
}

const enabledLevels = async (): Promise<Level[]> => (await readArranged()).filter(({ enabled }) => enabled);
