import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { intents } from '../../prisma/seed/intents';
import { people, teams } from '../../prisma/seed/people';
import { playbooks } from '../../prisma/seed/playbooks';
import { policies } from '../../prisma/seed/policies';
import { type PersonActor, permissionsOf } from '../auth/permissions';
import type { PrismaClient } from './prisma/client';

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
  await runOn(admin, `CREATE DATABASE ${name} TEMPLATE ${await migratedTemplate(admin)}`);
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
  const desk = await seedDesk(db);

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

async function seedDesk(db: PrismaClient): Promise<Pick<TestDatabase, 'people' | 'teams' | 'channels'>> {
  const channels = { api: randomUUID(), chat: randomUUID() };
  await db.channel.createMany({
    data: [
      { id: channels.api, kind: 'api', key: 'api', name: 'API', config: {} },
      { id: channels.chat, kind: 'web_chat', key: 'wk_test', name: 'Web chat', config: {} },
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
  const made: Person[] = people.map((person) => ({
    id: randomUUID(),
    name: person.name,
    email: person.email,
    role: person.role,
    roleName: person.role,
    permissions: permissionsOf(person.role, null),
    available: true,
    hue: person.hue,
    teamIds: person.teams.map((key) => teamIds[key]!),
  }));
  for (const { id, name, email, role, hue, teamIds: theirs } of made) {
    const memberships = { create: theirs.map((teamId) => ({ teamId })) };
    await db.person.create({ data: { id, name, email, role, hue, passwordHash: '', teams: memberships } });
  }
  const ofRole = (role: Person['role']) => made.filter((person) => person.role === role);
  const [first, second] = ofRole('agent');
  return {
    people: { admin: ofRole('admin')[0]!, supervisor: ofRole('supervisor')[0]!, agents: [first!, second!] },
    teams: teamIds,
    channels,
  };
}

/** A migrated database to copy from, made once on each server: copying takes a tenth of migrating. */
async function migratedTemplate(admin: string): Promise<string> {
  const script = new URL('../../scripts/migrate.mjs', import.meta.url).href;
  const { fingerprintMigrations, migrate } = (await import(/* @vite-ignore */ script)) as {
    fingerprintMigrations(): string;
    migrate(url: string): Promise<string[]>;
  };
  const name = `test_template_${fingerprintMigrations().slice(0, 16)}`;
  await onServer(admin, async (client) => {
    // Of several test files at once one makes it. It has its name only when it is whole.
    await client.query('SELECT pg_advisory_lock(778203)');
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (rowCount !== 0) return;
    await client.query(`DROP DATABASE IF EXISTS ${name}_raw WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${name}_raw`);
    await migrate(addressOf(admin, `${name}_raw`).href);
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
