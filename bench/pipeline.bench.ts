/** From POST to stored reply on the local engine, one at a time; then 20 messages a second for a minute. */
import { setTimeout as pause } from 'node:timers/promises';
import { type Bars, percentile, report, round } from './report';
import { type Desk, runDesk } from './run-desk';

const single = 150;
const rate = 20;
const seconds = Number(process.argv[2] ?? 60);

const bars: Bars = {
  reply_p50_ms: ['<=', 150],
  reply_p95_ms: ['<=', 300],
  sustained_per_s: ['>=', 19.5],
  backlog_end: ['<=', 5],
};

/** Ordinary messages over the intents: lookups in the shop, article answers, questions asked back, handoffs. */
const texts = [
  'Where is my order?',
  'How long do refunds take?',
  'I would like my money back please',
  'Can I take a gas stove on a plane?',
  'please cancel my membership',
  'send me a copy of my invoice',
  'How do I wash a down jacket?',
  'I want to talk to a person',
];

type Entry = { email: string };

async function main(): Promise<void> {
  const desk = await runDesk();
  try {
    const emails = await readEmails(desk);
    for (let i = 0; i < 30; i++) await sayAndWait(desk, emails, i); // warm
    const times: number[] = [];
    for (let i = 0; i < single; i++) times.push(await sayAndWait(desk, emails, i));
    const sustained = await sustain(desk, emails);
    const figures = {
      reply_p50_ms: round(percentile(times, 0.5)),
      reply_p95_ms: round(percentile(times, 0.95)),
      ...sustained,
    };
    report('pipeline', figures, bars);
  } finally {
    await desk.stop();
  }
}

async function readEmails(desk: Desk): Promise<string[]> {
  const cases = (await (await fetch(`${desk.store}/demo/cases`)).json()) as Record<string, Entry[]>;
  return Object.values(cases).flatMap((entries) => entries.map((entry) => entry.email));
}

async function say(desk: Desk, emails: string[], i: number): Promise<string> {
  const body = { customer: { email: emails[i % emails.length], verified: true }, text: texts[i % texts.length] };
  const answer = await fetch(`${desk.url}/api/v1/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${desk.key}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (answer.status !== 202) throw new Error(`POST answered ${answer.status}: ${await answer.text()}`);
  return ((await answer.json()) as { conversation: string }).conversation;
}

type Conversation = { messages: { author: string }[] };

/** Milliseconds from the POST until the reply is stored, seen by asking every 5 ms. */
async function sayAndWait(desk: Desk, emails: string[], i: number): Promise<number> {
  const from = performance.now();
  const id = await say(desk, emails, i);
  for (;;) {
    if (await answered(desk, id)) return performance.now() - from;
    if (performance.now() - from > 15_000) throw new Error(`no reply within 15 s in ${id}`);
    await pause(5);
  }
}

async function answered(desk: Desk, id: string): Promise<boolean> {
  const answer = await fetch(`${desk.url}/api/v1/conversations/${id}`, {
    headers: { authorization: `Bearer ${desk.key}` },
  });
  const { messages } = (await answer.json()) as Conversation;
  return messages.some((message) => message.author === 'assistant');
}

/** Open loop: a message every 1/rate seconds whether or not the ones before are answered. */
async function sustain(desk: Desk, emails: string[]) {
  const from = performance.now();
  const sent: Promise<string>[] = [];
  for (let i = 0; i < rate * seconds; i++) {
    await pause(Math.max(0, from + (i * 1_000) / rate - performance.now()));
    sent.push(say(desk, emails, i));
  }
  const ids = await Promise.all(sent);
  const took = (performance.now() - from) / 1_000;
  await pause(1_000); // a message in hand is not a backlog
  const open: string[] = [];
  for (const id of ids) if (!(await answered(desk, id))) open.push(id);
  return { sustained_per_s: round(ids.length / took, 2), backlog_end: open.length };
}

await main();
