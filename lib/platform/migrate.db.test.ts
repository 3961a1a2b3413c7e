import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const script = new URL('../../scripts/migrate.mjs', import.meta.url).href;
const name = `migrate_${randomUUID().replaceAll('-', '')}`;
const admin = process.env.TEST_DATABASE_URL ?? '';
let url = '';
let migrate: (url: string) => Promise<string[]>;

async function query<T extends object>(target: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: target });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

beforeAll(async () => {
  ({ migrate } = (await import(/* @vite-ignore */ script)) as { migrate: typeof migrate });
  await query(admin, `CREATE DATABASE ${name}`);
  url = Object.assign(new URL(admin), { pathname: `/${name}` }).href;
});
afterAll(() => query(admin, `DROP DATABASE ${name} WITH (FORCE)`));

describe('migrate', () => {
  it('applies each migration once, whoever comes at the same time, and nothing the second time', async () => {
    const applied = (await Promise.all([migrate(url), migrate(url), migrate(url)])).flat();
    expect(applied.length).toBeGreaterThan(1);
    expect(new Set(applied).size).toBe(applied.length);
    expect(await migrate(url)).toEqual([]);
    const rows = await query<{ migration_name: string }>(
      url,
      'SELECT migration_name FROM _prisma_migrations ORDER BY 1',
    );
    expect(rows.map((row) => row.migration_name)).toEqual([...applied].sort());
  });

  it('refuses a database that is newer than the code, in plain words, and changes nothing', async () => {
    await query(
      url,
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('x', 'x', '29991231000000_later', now())`,
    );
    await expect(migrate(url)).rejects.toThrow(/database is newer than this code: it has "29991231000000_later"/);
    await query(url, `DELETE FROM _prisma_migrations WHERE id = 'x'`);
    expect(await migrate(url)).toEqual([]);
  });
});
