import { createHash, randomUUID } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { intents } from '../../prisma/seed/intents';
import { people, teams } from '../../prisma/seed/people';
import { playbooks } from '../../prisma/seed/playbooks';
import { policies } from '../../prisma/seed/policies';
import { type PersonActor, permissionsOf } from '../auth/permissions';
import { PrismaClient } from './prisma/client';

type Person = PersonActor;

/** For database tests: a migrated database of its own with the settings, rules and people of the demo desk. */
export type TestDatabase = {
  url: string;
  db: PrismaClient;
  people: { admin: Person; supervisor: Person; agents: [Person, Person] };
  teams: Record<string, string>;
  channels: { api: string; chat: string };
  /** A customer with a verified address, and an account in the shop when one is named. */
  customer(account?: string): Promise<{ id: string; email: string }>;
  conversation(more?: Record<string, unknown>): Promise<{ id: string; customerId: string }>;
  close(): Promise<void>;
};

/**
 * Sets the environment of this process: modules that read it must be imported after this, dynamically.
 * Needs TEST_DATABASE_URL, the address of a server on which databases may be made and dropped.
 */
export async function openTestDatabase(): Promise<TestDatabase> {
  const admin = process.env.TEST_DATABASE_URL;
  if (!admin) throw new Error('TEST_DATABASE_URL: must name a Postgres in which databases may be made');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await runOn(admin, `CREATE DATABASE ${name} TEMPLATE ${await deskTemplate(admin)}`);
  const url = addressOf(admin, name);

  process.env.DATABASE_URL = url.href;
  process.env.BATON_SECRET = 'a secret for tests, long enough for it';
  process.env.BATON_URL = 'http://localhost:3000';
  // Systems that tests stand in for listen on this machine.
  process.env.BATON_ALLOW_PRIVATE_HOSTS ??= '127.0.0.1:*';
  // What is meant to fail here would fill the report.
  process.env.LOG_LEVEL = 'silent';
  const platform = await import('./db');
  const db = platform.db();
  const desk = await readDesk(db);

  async function customer(account?: string): Promise<{ id: string; email: string }> {
    const [id, email] = [randomUUID(), `${randomUUID()}@customer.example`];
    const verifiedAt = new Date();
    const identities = [
      { id: randomUUID(), kind: 'email' as const, value: email, verifiedAt },
      ...(account ? [{ id: randomUUID(), kind: 'account' as const, value: account, verifiedAt }] : []),
    ];
    await db.customer.create({ data: { id, name: 'Ada Winter', identities: { create: identities } } });
    return { id, email };
  }

  return {
    url: url.href,
    db,
    ...desk,
    customer,
    async conversation(more = {}) {
      const customerId = (more.customerId as string | undefined) ?? (await customer()).id;
      const data = { id: randomUUID(), channelId: desk.channels.api, verified: true, ...more, customerId };
      const { id } = await db.conversation.create({ data, select: { id: true } });
      return { id, customerId };
    },
    async close() {
      await platform.disconnect();
      await runOn(admin, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

async function seedDesk(db: PrismaClient): Promise<void> {
  await db.channel.createMany({
    data: [
      { id: randomUUID(), kind: 'api', key: 'api', name: 'API', config: {} },
      { id: randomUUID(), kind: 'web_chat', key: 'wk_test', name: 'Web chat', config: {} },
    ],
  });
  await db.setting.createMany({
    data: [
      { key: 'workspace', value: { name: 'Northline' } },
      { key: 'tiers', value: { autonomous: 0.9, reviewed: 0.7 } },
    ],
  });
  const intentIds = intents.map(() => randomUUID());
  await db.intent.createMany({
    data: intents.map(({ key, name, description, team }, at) => ({
      id: intentIds[at]!,
      key,
      name,
      description,
      teamKey: team,
    })),
  });
  await db.intentExample.createMany({
    data: intents.flatMap(({ examples }, at) =>
      [...new Set(examples)].map((text) => ({
        id: randomUUID(),
        intentId: intentIds[at]!,
        text,
        source: 'seed' as const,
      })),
    ),
  });
  const live = (kind: 'policy' | 'playbook') => (one: { key: string; definition: object }) => ({
    id: randomUUID(),
    kind,
    key: one.key,
    version: 1,
    state: 'live' as const,
    share: 100,
    body: one.definition,
    releasedAt: new Date(),
  });
  await db.definition.createMany({ data: [...playbooks.map(live('playbook')), ...policies.map(live('policy'))] });
  const teamIds = Object.fromEntries(teams.map(({ key }) => [key, randomUUID()]));
  await db.team.createMany({
    data: teams.map(({ key, name }, position) => ({ id: teamIds[key]!, key, name, position })),
  });
  for (const { name, email, role, hue, teams: theirs } of people) {
    const memberships = { create: theirs.map((key) => ({ teamId: teamIds[key]! })) };
    const id = randomUUID();
    await db.person.create({ data: { id, name, email, role, hue, passwordHash: '', teams: memberships } });
  }
}

async function readDesk(db: PrismaClient): Promise<Pick<TestDatabase, 'people' | 'teams' | 'channels'>> {
  const [rows, teamRows, channels] = await Promise.all([
    db.person.findMany({ include: { teams: true } }),
    db.team.findMany(),
    db.channel.findMany(),
  ]);
  const teamIds = Object.fromEntries(teamRows.map(({ key, id }) => [key, id]));
  const made = people.map(({ name, email, role, hue, teams: theirs }): Person => {
    const { id } = rows.find((row) => row.email === email)!;
    const permissions = permissionsOf(role, null);
    const teamIdsOf = theirs.map((key) => teamIds[key]!);
    return { id, name, email, role, roleName: role, permissions, available: true, hue, teamIds: teamIdsOf };
  });
  const ofRole = (role: Person['role']) => made.filter((person) => person.role === role);
  const [first, second] = ofRole('agent');
  const channelOf = (kind: 'api' | 'web_chat') => channels.find((one) => one.kind === kind)!.id;
  return {
    people: { admin: ofRole('admin')[0]!, supervisor: ofRole('supervisor')[0]!, agents: [first!, second!] },
    teams: teamIds,
    channels: { api: channelOf('api'), chat: channelOf('web_chat') },
  };
}

/** A database to copy from with everything in it, made once on each server: copying takes a tenth of migrating and seeding. */
async function deskTemplate(admin: string): Promise<string> {
  const script = new URL('../../scripts/migrate.mjs', import.meta.url).href;
  const { fingerprintMigrations, migrate } = (await import(/* @vite-ignore */ script)) as {
    fingerprintMigrations(): string;
    migrate(url: string): Promise<string[]>;
  };
  const seeds = JSON.stringify([intents, people, playbooks, policies, teams, seedDesk.toString()]);
  const print = createHash('sha256').update(fingerprintMigrations()).update(seeds).digest('hex');
  const name = `test_desk_${print.slice(0, 16)}`;
  await onServer(admin, async (client) => {
    // Of several test files at once one makes it. It has its name only when it is whole.
    await client.query('SELECT pg_advisory_lock(778203)');
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (rowCount !== 0) return;
    await client.query(`DROP DATABASE IF EXISTS ${name}_raw WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${name}_raw`);
    const raw = addressOf(admin, `${name}_raw`).href;
    await migrate(raw);
    const db = new PrismaClient({ adapter: new PrismaPg({ connectionString: raw }) });
    await seedDesk(db);
    await db.$transaction(async (tx) => (await import('../pipeline/train-first')).trainFirst(tx), { timeout: 60_000 });
    await db.$disconnect();
    await client.query(`ALTER DATABASE ${name}_raw RENAME TO ${name}`);
  });
  return name;
}

function addressOf(admin: string, database: string): URL {
  const url = new URL(admin);
  url.pathname = `/${database}`;
  return url;
}

async function onServer(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

const runOn = (url: string, sql: string): Promise<void> => onServer(url, (client) => client.query(sql));
