/** The inbox at size: first and next page, counts, a conversation of 2,000 messages and search, over HTTP, signed in: --conversations 1000000 */
import { existsSync, mkdirSync, readFileSync, statfsSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { explainAll } from './explain-inbox';
import { type Bars, percentile, report, round } from './report';
import { type Desk, runDesk } from './run-desk';
import { type Seeded, seedInbox } from './seed-inbox';
import { signIn } from './sign-in';

const bars: Bars = {
  first_page_p95_ms: ['<=', 20],
  next_page_p95_ms: ['<=', 20],
  counts_p95_ms: ['<=', 15],
  conversation_p95_ms: ['<=', 25],
  search_p95_ms: ['<=', 40],
};
const views = ['needs-me', 'unassigned', 'assistant', 'snoozed', 'approvals', 'reviewed', 'solved', 'all'];
const people = ['nora.feld@northline.example', 'ines.roth@northline.example'];
/** Each is asked so often for its figure, after as many to warm up as there are kinds of it. */
const times = 200;
/** Seeded and its indexes take so many bytes a conversation. */
const bytesEach = 9_000;

const { values } = parseArgs({ options: { conversations: { type: 'string', default: '1000000' } } });
const conversations = Number(values.conversations);
const root = process.env.BATON_ROOT ?? process.cwd();
const folder = path.join(root, '.baton', `bench-inbox-${conversations}`);
const noteFile = path.join(folder, 'seeded.json');

type Postgres = { url: string; stop(): Promise<void> };

async function main(): Promise<void> {
  if (!Number.isInteger(conversations) || conversations < 100)
    throw new Error('--conversations: a whole number from 100');
  mkdirSync(folder, { recursive: true });
  const { startPostgres } = (await import(path.join(root, 'scripts', 'postgres.mjs'))) as {
    startPostgres(folder: string): Promise<Postgres>;
  };
  const postgres = await startPostgres(folder);
  const databaseUrl = `${postgres.url}/baton`;
  try {
    const seeded = existsSync(noteFile) ? (JSON.parse(readFileSync(noteFile, 'utf8')) as Seeded) : await seed(postgres);
    const desk = await runDesk({ data: folder, databaseUrl });
    try {
      const figures = await measure(desk, seeded);
      const scans = await explainAll(databaseUrl, readFileSync(path.join(folder, 'secret'), 'utf8').trim(), seeded);
      report('inbox', { ...figures, sequential_scans: scans }, { ...bars, sequential_scans: ['==', 0] });
      if (scans > 0) process.exitCode = 1;
    } finally {
      await desk.stop();
    }
  } finally {
    await postgres.stop();
  }
}

/** Once: what was made is kept beside the repository's other data, and is there the next time. */
async function seed(postgres: Postgres): Promise<Seeded> {
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < conversations * bytesEach * 1.5)
    throw new Error(`${folder}: needs ${Math.ceil((conversations * bytesEach * 1.5) / 1e9)} GB of free disk.`);
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: `${postgres.url}/postgres` });
  await client.connect();
  // What an interrupted seeding left is of no use.
  await client.query('DROP DATABASE IF EXISTS baton WITH (FORCE)');
  await client.query('CREATE DATABASE baton');
  await client.end();
  const databaseUrl = `${postgres.url}/baton`;
  // The desk's own first start makes its tables, people and teams.
  await (await runDesk({ data: folder, databaseUrl })).stop();
  console.log(`  Seeding ${conversations} conversations, once`);
  const seeded = await seedInbox(databaseUrl, conversations, (text) => console.log(`    ${text}`));
  writeFileSync(noteFile, JSON.stringify(seeded));
  return seeded;
}

const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });

/** Until the last byte, over one kept line. `fetch` would add two to three milliseconds of its own to each answer. */
function get(address: string, cookie: string): Promise<{ ms: number; status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const from = performance.now();
    const request = http.get(address, { agent, headers: { cookie } }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.once('error', reject);
      response.once('end', () =>
        resolve({
          ms: performance.now() - from,
          status: response.statusCode ?? 0,
          body: Buffer.concat(parts).toString(),
        }),
      );
    });
    request.once('error', reject);
  });
}

type Page = { rows: { id: string }[]; next: string | null };

async function measure(desk: Desk, { long, words }: Seeded): Promise<Record<string, number>> {
  const cookies = await Promise.all(people.map((email) => signIn(desk.url, email)));
  const ask = async <T>(address: string, at: number): Promise<{ ms: number; answer: T }> => {
    const { ms, status, body } = await get(`${desk.url}/api/${address}`, cookies[at % cookies.length]!);
    if (status !== 200) throw new Error(`${address} answered ${status}: ${body}`);
    return { ms, answer: JSON.parse(body) as T };
  };
  const time = async (addresses: string[]): Promise<number[]> => {
    for (let at = 0; at < addresses.length * cookies.length * 2; at++) await ask(addresses[at % addresses.length]!, at);
    const took: number[] = [];
    for (let at = 0; at < times; at++)
      took.push((await ask(addresses[at % addresses.length]!, Math.floor(at / addresses.length))).ms);
    return took;
  };

  const lists = views.map((view) => `inbox/conversations?view=${view}`);
  const first = await time(lists);
  const nextPages: string[] = [];
  for (const view of ['needs-me', 'unassigned', 'solved', 'all']) {
    let address = `inbox/conversations?view=${view}`;
    for (let page = 0; page < 10; page++) {
      const { next } = (await ask<Page>(address, 0)).answer;
      if (!next) break;
      address = `inbox/conversations?view=${view}&after=${encodeURIComponent(next)}`;
      nextPages.push(address);
    }
  }
  const next = await time(nextPages);
  const counts = await time(['inbox/counts']);
  const conversation = await time([`inbox/conversations/${long}`]);
  const searches: Record<string, number[]> = {};
  for (const [kind, word] of Object.entries(words))
    searches[kind] = await time([`search?q=${encodeURIComponent(word)}`]);
  const of = (name: string, took: number[]) => ({
    [`${name}_p50_ms`]: round(percentile(took, 0.5)),
    [`${name}_p95_ms`]: round(percentile(took, 0.95)),
  });
  const worst = Object.values(searches).reduce((a, b) => (percentile(a, 0.95) > percentile(b, 0.95) ? a : b));
  return {
    ...of('first_page', first),
    ...of('next_page', next),
    ...of('counts', counts),
    ...of('conversation', conversation),
    ...Object.assign({}, ...Object.entries(searches).map(([kind, took]) => of(`search_${kind}`, took))),
    ...of('search', worst),
  };
}

await main();
