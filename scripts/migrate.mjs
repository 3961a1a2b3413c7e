// Applies prisma/migrations in order, each in one transaction, under an advisory lock, and keeps Prisma's own table,
// so that `prisma migrate deploy` works on the same database wherever its engine can be had.
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.resolve(import.meta.dirname, '../prisma/migrations');

export class MigrationError extends Error {}

function migrationsOnDisk() {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(path.join(folder, entry.name, 'migration.sql')))
    .map((entry) => entry.name)
    .sort();
}

const readSql = (name) => readFileSync(path.join(folder, name, 'migration.sql'), 'utf8');

/** Tells one schema from another: the same texts, the same fingerprint. */
export function fingerprintMigrations() {
  const hash = createHash('sha256');
  for (const name of migrationsOnDisk()) hash.update(name).update(readSql(name));
  return hash.digest('hex');
}

async function apply(client, name) {
  const sql = readSql(name);
  const checksum = createHash('sha256').update(sql).digest('hex');
  await client.query('BEGIN');
  try {
    await client.query(sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), now(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw new MigrationError(`The migration ${name} did not apply and was undone: ${error.message}`);
  }
}

/** Brings the database at `url` up to the code. Answers the names applied. Throws MigrationError in plain words. */
export async function migrate(url) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock(778200)');
    await client.query(`CREATE TABLE IF NOT EXISTS _prisma_migrations (
      id VARCHAR(36) PRIMARY KEY, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ, migration_name VARCHAR(255) NOT NULL,
      logs TEXT, rolled_back_at TIMESTAMPTZ, started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`);
    const { rows } = await client.query(
      'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
    );
    const applied = new Set(rows.map((row) => row.name));
    const known = migrationsOnDisk();
    const newer = [...applied].filter((name) => !known.includes(name)).sort();
    if (newer.length > 0) {
      throw new MigrationError(
        `The database is newer than this code: it has "${newer.at(-1)}", which this version does not know. Update Baton, or use the backup from before.`,
      );
    }
    const missing = known.filter((name) => !applied.has(name));
    for (const name of missing) await apply(client, name);
    return missing;
  } finally {
    await client.query('SELECT pg_advisory_unlock(778200)').catch(() => undefined);
    await client.end();
  }
}

if (process.argv[1] === import.meta.filename) {
  if (!process.env.DATABASE_URL) {
    console.error('DATABASE_URL: set it to the database to migrate.');
    process.exit(2);
  }
  const applied = await migrate(process.env.DATABASE_URL);
  console.log(applied.length > 0 ? `Applied ${applied.join(', ')}.` : 'The database is up to date.');
}
