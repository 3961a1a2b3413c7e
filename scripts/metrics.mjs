// `npm run metrics:rebuild`.
import { runCommand } from './run-command.mjs';

await runCommand('lib/metrics/metrics-command.ts', { database: true });
