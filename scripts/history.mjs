// `npm run demo:history`: an invented past for the demo desk.
import { runCommand } from './run-command.mjs';

await runCommand('prisma/seed/history/history-command.ts', { database: true });
