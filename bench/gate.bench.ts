/** Writes of a shop ruled by a policy file alone, and each of them broken in every way there is: --data DIR [--policy FILE] [--drawn N] [--seed N]. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { decideAction } from '../lib/governance/decide-action';
import { gatherFacts } from '../lib/governance/gather-facts';
import { parsePolicyFile } from '../lib/governance/parse-policy-file';
import { type Decision, type DecisionScope, emptyLedger, type ReleasedPolicy } from '../lib/governance/policy.schema';
import { type Ask, breakWrite } from './gate/break-write';
import { drawWrites, isLegal } from './gate/draw-writes';
import { type Args, readShop, type Shop, writeShop, writes } from './gate/shop';
import { percentile, report, round } from './report';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    drawn: { type: 'string', default: '3000' },
    seed: { type: 'string', default: '1' },
    policy: { type: 'string', default: path.join(process.env.BATON_ROOT ?? '.', 'bench/policies/tau2-retail.yaml') },
  },
});
if (!values.data) {
  console.error(
    'npm run bench -- gate --data DIR [--policy FILE] [--drawn N] [--seed N]; DIR holds db.json and tasks*.json',
  );
  process.exit(2);
}
const folder = values.data;

const taskSchema = z.object({
  id: z.coerce.string(),
  evaluation_criteria: z
    .object({
      actions: z.array(z.object({ name: z.string(), arguments: z.record(z.string(), z.unknown()) })).nullish(),
    })
    .nullish(),
});
const fresh = JSON.parse(readFileSync(path.join(folder, 'db.json'), 'utf8')) as Shop;
const tasks = readdirSync(folder)
  .filter((file) => /^tasks.*\.json$/.test(file))
  .flatMap((file) => z.array(taskSchema).parse(JSON.parse(readFileSync(path.join(folder, file), 'utf8'))));
const { policies, problems } = parsePolicyFile(readFileSync(values.policy, 'utf8'));
for (const { line, column, says } of problems) console.error(`${values.policy}:${line}:${column}: ${says}`);
if (problems.length > 0) process.exit(1);
const released = policies.map((one): ReleasedPolicy => ({ ...one, version: 1 }));

const now = new Date('2026-11-21T12:00:00Z').toISOString();
const decided: { policy: ReleasedPolicy | undefined; scope: DecisionScope }[] = [];

async function decide({ shop, tool, args, subject, conversation }: Ask): Promise<Decision> {
  const policy = released.find(({ definition }) => definition.tools.includes(tool));
  const customer = { id: subject, tier: null };
  const action = { tool, args };
  const facts = await gatherFacts(
    { facts: policy?.definition.facts ?? {} },
    { action, customer },
    async (read, asked) => readShop(shop, read, asked),
  );
  const scope: DecisionScope = {
    action,
    facts: facts ?? {},
    customer,
    conversation: { ...conversation, approvedBy: null, trusted: true },
    ledger: emptyLedger,
    now,
  };
  decided.push({ policy, scope });
  return decideAction(policy, scope);
}

/** All decisions once more, alone: beside the copies of the shop that are made above, it is those that would be timed. */
function timeDecisions(): number[] {
  return decided.map(({ policy, scope }) => {
    const from = performance.now();
    decideAction(policy, scope);
    return performance.now() - from;
  });
}

/** Who the customer is: whom the task's own search finds, else whose the first thing is that it changes. */
function subjectOf(actions: { name: string; arguments: Args }[]): string | null {
  const found = actions
    .filter(({ name }) => name.startsWith('find_user_id'))
    .map(({ name, arguments: args }) => readShop(fresh, name, args))
    .findLast(({ kind }) => kind === 'had');
  if (found?.kind === 'had') return String(found.value);
  for (const { arguments: args } of actions) {
    if (typeof args.user_id === 'string') return args.user_id;
    if (typeof args.order_id === 'string') return fresh.orders[args.order_id]?.user_id ?? null;
  }
  return null;
}

/** The shop afterwards, or why it refuses: such a write is no legal one, whatever the task says. */
function tryWrite({ shop, tool, args }: Ask): Shop | string {
  try {
    return writeShop(shop, tool, args);
  } catch (error) {
    return (error as Error).message;
  }
}

const legal = { total: 0, allowed: 0 };
const illegal = { total: 0, denied: 0 };
const kinds = new Set<string>();

async function mustDeny(ask: Ask, what: string): Promise<void> {
  const { effect } = await decide(ask);
  illegal.total++;
  if (effect === 'deny') illegal.denied++;
  else console.log(`${what}: should be denied`);
}

async function mustDenyBroken(ask: Ask, whose: string): Promise<void> {
  for (const broken of breakWrite(ask)) {
    kinds.add(`${ask.tool}: ${broken.how}`);
    await mustDeny(broken, `${whose}: ${ask.tool}, ${broken.how}`);
  }
}

for (const task of tasks) {
  const actions = task.evaluation_criteria?.actions ?? [];
  const subject = subjectOf(actions);
  let shop = fresh;
  for (const { name: tool, arguments: args } of actions) {
    if (!writes.has(tool)) continue;
    const ask: Ask = { shop, tool, args, subject, conversation: { verified: true, confirmed: true } };
    const after = tryWrite(ask);
    if (typeof after === 'string') {
      console.log(`task ${task.id}: ${tool} is refused by the shop itself (${after}), so it must be denied`);
      await mustDeny(ask, `task ${task.id}: ${tool}`);
      continue;
    }
    legal.total++;
    const decision = await decide(ask);
    if (decision.effect === 'allow') legal.allowed++;
    else console.log(`task ${task.id}: ${tool} should be allowed: ${decision.rule ?? 'no rule'}: ${decision.agent}`);
    await mustDenyBroken(ask, `task ${task.id}`);
    shop = after;
  }
}

const drawn = { total: 0, right: 0, legal: 0 };
/** Tasks need not hold every write: of each tool so many drawn ones are broken too. */
const brokenOfEach = 20;
const broken = new Map<string, number>();
for (const ask of drawWrites(fresh, Number(values.drawn), Number(values.seed))) {
  const [decision, fair] = [await decide(ask), isLegal(ask)];
  drawn.total++;
  if (fair) drawn.legal++;
  if ((decision.effect === 'allow') === fair) drawn.right++;
  else
    console.log(`drawn: ${ask.tool} ${JSON.stringify(ask.args)} is ${fair ? 'legal' : 'illegal'}: ${decision.agent}`);
  const before = broken.get(ask.tool) ?? 0;
  if (!fair || before >= brokenOfEach) continue;
  broken.set(ask.tool, before + 1);
  await mustDenyBroken(ask, 'drawn');
}

console.log(
  `\n${tasks.length} tasks; ${kinds.size} ways to break the seven writes; of the drawn writes ${drawn.legal} are legal`,
);
report(
  'gate',
  {
    legal_allowed: legal.allowed,
    legal_total: legal.total,
    illegal_denied: illegal.denied,
    illegal_total: illegal.total,
    drawn_right: drawn.right,
    drawn_total: drawn.total,
    decision_p95_ms: round(percentile(timeDecisions(), 0.95), 3),
  },
  {
    legal_allowed: ['==', legal.total],
    illegal_denied: ['==', illegal.total],
    drawn_right: ['==', drawn.total],
    decision_p95_ms: ['<=', 1],
  },
);
