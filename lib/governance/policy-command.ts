import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { checkPolicyFile } from './check-policy-file';
import type { PolicyFile } from './export-policies';

// `npm run policy`: what people run beside an editor or before a merge. `check` touches no database and no network.
const usage = `npm run policy -- check --policy FILE [--cases FILE.jsonl]
  Looks through a file of policies, and decides the cases in the other: one line of JSON each, the sums last.
  Ends with 1 when a file cannot be used, with 2 when a case is decided otherwise than it expects.

npm run policy -- export [--out FOLDER] [--drafts]
  Writes each policy in force to a file, with its cases beside it, from DATABASE_URL or the Baton that runs here.

npm run policy -- import FILE...
  Makes a draft of each policy in the files, with the cases of FILE.cases.jsonl where there is one. Releases nothing.
  Ends with 1 when a file was refused.`;

/** A file is named from where one stands, not from the root. */
const from = process.env.INIT_CWD ?? process.cwd();

function read(file: string): PolicyFile {
  try {
    return { name: file, text: readFileSync(path.resolve(from, file), 'utf8') };
  } catch {
    return fail(`There is no file ${file} that can be read.`);
  }
}

function fail(says: string): never {
  process.stderr.write(`${says}\n`);
  process.exit(1);
}

function options() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        policy: { type: 'string' },
        cases: { type: 'string' },
        out: { type: 'string', default: '.' },
        drafts: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    return fail(`${(error as Error).message}\n\n${usage}`);
  }
}

const lines = (all: string[]) => all.map((line) => `${line}\n`).join('');

function check(policy: string, cases: string | undefined): void {
  const { out, err, code } = checkPolicyFile(read(policy), cases ? read(cases) : null, new Date());
  process.stderr.write(lines(err));
  process.stdout.write(lines(out));
  // Not process.exit: what was written to a pipe would be cut.
  process.exitCode = code;
}

async function exportAll(out: string, drafts: boolean): Promise<void> {
  const { exportPolicies } = await import('./export-policies');
  const files = await exportPolicies({ drafts });
  const folder = path.resolve(from, out);
  mkdirSync(folder, { recursive: true });
  for (const { name, text } of files) writeFileSync(path.join(folder, name), text);
  process.stdout.write(lines(files.map(({ name }) => path.join(out, name))));
}

async function importAll(files: string[]): Promise<void> {
  const { importPolicies } = await import('./import-policies');
  for (const file of files) {
    const beside = file.replace(/\.(ya?ml|json)$/, '.cases.jsonl');
    const cases = beside !== file && existsSync(path.resolve(from, beside)) ? read(beside) : null;
    const { says, refused } = await importPolicies(read(file), cases, new Date());
    (refused ? process.stderr : process.stdout).write(lines(says));
    if (refused) process.exitCode = 1;
  }
}

const { positionals, values } = options();
const [command, ...files] = positionals;
if (command === 'check' && files.length === 0 && values.policy) check(values.policy, values.cases);
else if (command === 'export' && files.length === 0) await inDatabase(() => exportAll(values.out, values.drafts));
else if (command === 'import' && files.length > 0) await inDatabase(() => importAll(files));
else fail(usage);

/** What cannot be done is said in a line; the connections are given back, else the process would wait for them. */
async function inDatabase(work: () => Promise<void>): Promise<void> {
  const { disconnect } = await import('../platform/db');
  try {
    await work();
  } catch (error) {
    process.stderr.write(`The database cannot be used: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  } finally {
    await disconnect();
  }
}
