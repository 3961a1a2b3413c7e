import pg from 'pg';
import { newId } from '../platform/ids';
import type { ChatVisitor } from './chat-visitor';

type Platform = typeof import('../platform/db');

/** For database tests: a migrated database of its own with one web chat. */
export type TestChat = {
  platform: Platform;
  key: string;
  secret: string;
  channelId: string;
  visitor(name?: string): ChatVisitor;
  account(account: string, email?: string): ChatVisitor;
  close(): Promise<void>;
};

/** Modules that read the environment are imported after it is set: by the caller too, dynamically. */
export async function openTestChat(): Promise<TestChat> {
  const admin = process.env.TEST_DATABASE_URL;
  if (!admin) throw new Error('TEST_DATABASE_URL: must name a Postgres in which databases may be made');
  const name = `chat_${newId().replaceAll('-', '')}`;
  await runAs(admin, `CREATE DATABASE ${name}`);
  const url = new URL(admin);
  url.pathname = `/${name}`;
  const script = new URL('../../scripts/migrate.mjs', import.meta.url).href;
  const { migrate } = (await import(/* @vite-ignore */ script)) as { migrate(url: string): Promise<string[]> };
  await migrate(url.href);

  process.env.DATABASE_URL = url.href;
  // The live hub listens until its process ends, also to a database that is gone by then.
  process.env.LOG_LEVEL = 'silent';
  process.env.BATON_SECRET = 'a secret for tests, long enough for it';
  const platform = await import('../platform/db');
  const { seal } = await import('../platform/crypto');
  const [channelId, key, secret] = [newId(), 'wk_test', 'the-secret-of-one-web-chat-channel'];
  const config = { secret: seal(secret, `channel:${key}`), origins: ['http://shop.example'] };
  await platform.db().channel.create({ data: { id: channelId, kind: 'web_chat', key, name: 'Web chat', config } });

  return {
    platform,
    key,
    secret,
    channelId,
    visitor: (value = newId()) => ({
      channelId,
      identities: [{ kind: 'visitor', value, verified: false }],
      name: null,
      verified: false,
    }),
    account: (account, email) => ({
      channelId,
      identities: [
        { kind: 'account', value: account, verified: true },
        ...(email ? [{ kind: 'email' as const, value: email, verified: true }] : []),
      ],
      name: 'Ada Winter',
      verified: true,
    }),
    async close() {
      await platform.disconnect();
      await runAs(admin, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

async function runAs(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql);
  await client.end();
}
