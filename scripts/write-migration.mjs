// `node scripts/write-migration.mjs NAME` writes the SQL from the datamodel of the last migration to the one of now.
// It needs no native engine. Read what it wrote: a rename looks to it like a drop and an add.
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import { SchemaEngine } from '@prisma/schema-engine-wasm';
import { startPostgres } from './postgres.mjs';

const name = process.argv[2];
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  console.error('usage: node scripts/write-migration.mjs NAME   (lower case, digits and _)');
  process.exit(2);
}

const kept = 'prisma/migrations/datamodel.txt';
const now = ['prisma/schema.prisma', ...globSync('prisma/models/*.prisma').sort()]
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');
const before = existsSync(kept) ? readFileSync(kept, 'utf8') : undefined;

// The engine wants a server to speak to, though the difference of two datamodels needs none: a throwaway one will do.
const folder = mkdtempSync(path.join(os.tmpdir(), 'baton-migration-'));
const postgres = await startPostgres(folder, { throwaway: true });
const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString: `${postgres.url}/postgres` }));
const engine = await SchemaEngine.new({ datamodels: [['schema.prisma', now]] }, () => {}, adapter);
const model = (content) => ({ tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content }] });
const { stdout } = await engine.diff({
  from: before === undefined ? { tag: 'empty' } : model(before),
  to: model(now),
  script: true,
  exitCode: null,
  filters: { externalTables: [], externalEnums: [] },
});

await postgres.stop();
rmSync(folder, { recursive: true, force: true });

if (!stdout || stdout.includes('This is an empty migration')) {
  console.log('The datamodel has not changed: nothing to write.');
  process.exit(0);
}
const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
const target = `prisma/migrations/${stamp}_${name}`;
mkdirSync(target, { recursive: true });
writeFileSync(`${target}/migration.sql`, stdout);
writeFileSync(kept, now);
console.log(`${target}/migration.sql`);
process.exit(0);
