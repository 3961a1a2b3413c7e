// `npm run policy -- check | export | import`. Checking needs no database.
import { runCommand } from './run-command.mjs';

await runCommand('lib/governance/policy-command.ts', { database: ['export', 'import'].includes(process.argv[2]) });
