/** A model that fails in every way there is, `--turns 100` of each, then an outage of `--outage 40` seconds; `--only outage` is that alone. */
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Behaviour } from '../demo/model/behaviour';
import { sensible } from '../demo/model/sensible';
import { type Heard, inParallel, openModelDesk } from './open-model-desk';
import { percentile, report, round } from './report';

const { values } = parseArgs({
  options: { turns: { type: 'string' }, outage: { type: 'string' }, only: { type: 'string' } },
});
const turnsEach = Number(values.turns ?? 100);
const outageS = Number(values.outage ?? 40);
if (!Number.isInteger(outageS) || outageS < 1 || outageS > 3_600) {
  console.error('--outage: must be seconds, 1 to 3600.');
  process.exit(2);
}
/** A longer outage is met by messages farther apart: each is a conversation that stays in the database until the end. */
const mostMeanwhile = 600;
const pauseMs = Math.max(100, (outageS * 1_000) / mostMeanwhile);

type Kind = { name: string; behaviour: Behaviour; atOnce?: number };
const kinds: Kind[] = [
  { name: '429', behaviour: { kind: 'fail', status: 429, retryAfter: 1 } },
  { name: '500', behaviour: { kind: 'fail', status: 500 } },
  { name: '529', behaviour: { kind: 'fail', status: 529 } },
  { name: 'hangs 60 s', behaviour: { kind: 'hang', ms: 60_000 }, atOnce: 20 }, // it only waits: more fit beside one another
  { name: 'cuts', behaviour: { kind: 'cut', after: 3 } },
  { name: 'broken JSON', behaviour: { kind: 'broken' } },
  { name: 'wrong schema', behaviour: { kind: 'wrong' } },
  { name: 'unknown tools', behaviour: { kind: 'unknownTool' } },
  { name: 'nothing', behaviour: { kind: 'nothing' } },
  { name: '1 MB', behaviour: { kind: 'huge', bytes: 1_000_000 } },
];

/** What no playbook and no article answers surely: a model is asked in every step. */
const questions = [
  'Would you say the thing in {order} is worth the money, and what did I pay?',
  'I have a question about the whole matter of {order}, can you sort it out?',
  'So what is the deal with {order} then, and what can you do for me?',
  'Would a footprint make sense for winter trips on glaciers and snow?',
  'How do your people decide what is fair when a tent leaks in the second summer?',
  'Which of your bags would keep me warm in Lapland in March?',
  'Is it worse for the zip to freeze or to get sandy?',
  'Ist {order} schon unterwegs, und was kostet das alles?',
];
/** The model is well up to this step and fails from it on: each step of a turn meets each failure. */
const steps = ['understand', 'plan', 'compose', 'check', 'summarise'];
const usualAtOnce = 6;

const desk = await openModelDesk({ cache: false });
const people = Object.values(desk.shop.cases).flat();
let asked = 0;

function ask(origin: string): Promise<Heard> {
  const at = asked++;
  const { email, name, order } = people[at % people.length]!;
  const text = questions[at % questions.length]!.replaceAll('{order}', order ?? 'my order');
  return desk.say({ text, email, name, verified: true, origin });
}

const isSilent = ({ outcome, replies }: Heard): boolean =>
  replies.length === 0 || outcome === null || outcome === 'superseded';

async function failEach({ behaviour, atOnce = usualAtOnce }: Kind): Promise<Heard[]> {
  desk.model.turnTo((call) => {
    const origin = Number([call.headers['x-bench-origin']].flat()[0]);
    const from = origin % steps.length;
    return steps.indexOf(call.step) >= from ? behaviour : sensible(call);
  });
  const heard: Heard[] = [];
  await inParallel(Array.from({ length: turnsEach }), atOnce, async (_, at) => {
    // A breaker that rests would answer for the model: each turn meets an endpoint that nobody knows anything of.
    await desk.renewEndpoint();
    heard.push(await ask(`${at}`));
  });
  return heard;
}

/** Requests made for one answer: of the steps that ask once, all of a turn's; of a plan, which asks several times, each one's. */
async function mostTries(heard: Heard[]): Promise<number> {
  const turns = await desk.db.turn.findMany({ where: { messageId: { in: heard.map(({ messageId }) => messageId) } } });
  const calls = await desk.db.modelCall.findMany({ where: { turnId: { in: turns.map(({ id }) => id) } } });
  const once = Object.values(
    Object.groupBy(
      calls.filter(({ step }) => step !== 'plan'),
      ({ turnId, step }) => `${turnId} ${step}`,
    ),
  );
  return Math.max(0, ...calls.map(({ attempt }) => attempt), ...once.map((of) => of!.length));
}

const countBy = (values: (string | null)[]): string =>
  Object.entries(Object.groupBy(values, (value) => value ?? 'none'))
    .map(([value, of]) => `${value} ${of!.length}`)
    .join(', ');

const all: Heard[] = [];
let tries = 0;
let slowest = 0;
for (const kind of kinds.filter(({ name }) => !values.only || name === values.only)) {
  const from = performance.now();
  const heard = await failEach(kind);
  const most = await mostTries(heard);
  const told =
    percentile(
      heard.map(({ toldMs }) => toldMs ?? Number.POSITIVE_INFINITY),
      0.95,
    ) / 1_000;
  const failures = await desk.db.modelCall.findMany({ where: { failure: { not: null } }, select: { failure: true } });
  await desk.db.modelCall.deleteMany();
  console.log(
    `  ${kind.name.padEnd(14)} ${countBy(heard.map(({ outcome }) => outcome))}; tries ${most}, told p95 ${round(told, 2)} s, broke ${heard.filter(({ broke }) => broke).length}, named ${countBy(failures.map(({ failure }) => failure))} (${round((performance.now() - from) / 1_000, 0)} s)`,
  );
  all.push(...heard);
  tries = Math.max(tries, most);
  slowest = Math.max(slowest, told);
}
const outage = await endure();
await desk.close();

report(
  'failures',
  {
    turns: all.length,
    silent: all.filter(isSilent).length + outage.silent,
    broke: all.filter(({ broke }) => broke).length,
    max_tries: tries,
    told_p95_s: round(slowest, 2),
    ...outage.figures,
  },
  {
    silent: ['==', 0],
    max_tries: ['<=', 3],
    told_p95_s: ['<=', 10],
    failures_to_open: ['<=', 5],
    outage_told_p95_s: ['<=', 10],
    back_after_s: ['<=', 20],
  },
);
process.exit(0);

/** Everything fails for a while, one message after the other; then everything is well again. */
async function endure() {
  console.log(`\n  an outage of ${outageS} s: the breaker rests 15 s at a time`);
  let requests = 0;
  desk.onModelCall(() => {
    requests++;
  });
  await desk.renewEndpoint();
  desk.model.turnTo(() => ({ kind: 'fail', status: 500 }));
  const from = performance.now();
  const heard: Heard[] = [];
  let opened: number | null = null;
  while (performance.now() - from < outageS * 1_000) {
    const before = requests;
    heard.push(await ask('0'));
    if (opened === null && requests === before) opened = requests;
    await pause(pauseMs);
  }
  const during = requests;
  const meanwhile = [...heard];
  const told =
    percentile(
      heard.map(({ toldMs }) => toldMs ?? Number.POSITIVE_INFINITY),
      0.95,
    ) / 1_000;
  const memoryMb = process.memoryUsage().rss / 1_000_000;
  desk.model.turnTo(sensible);
  const well = performance.now();
  const isBack = async () =>
    (await desk.db.modelCall.count({ where: { failure: null, at: { gte: new Date(Date.now() - 60_000) } } })) > 0;
  await desk.db.modelCall.deleteMany();
  while (!(await isBack()) && performance.now() - well < 60_000) heard.push(await ask('0'));
  const backS = (performance.now() - well) / 1_000;
  console.log(
    `  ${meanwhile.length} turns meanwhile (${countBy(meanwhile.map(({ outcome }) => outcome))}), ${during} requests in all`,
  );
  return {
    silent: heard.filter(isSilent).length,
    figures: {
      outage_s: outageS,
      outage_turns: meanwhile.length,
      failures_to_open: opened ?? Number.POSITIVE_INFINITY,
      outage_requests: during,
      outage_memory_mb: round(memoryMb, 0),
      outage_told_p95_s: round(told, 2),
      back_after_s: round(backS, 1),
    },
  };
}
