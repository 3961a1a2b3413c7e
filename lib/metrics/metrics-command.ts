import { disconnect } from '../platform/db';
import { runRebuild } from './run-rebuild';

// `npm run metrics:rebuild`
try {
  process.exitCode = await runRebuild(process.argv.slice(2), {
    say: (text) => process.stdout.write(`  ${text}\n`),
    complain: (text) => process.stderr.write(text),
  });
} finally {
  await disconnect();
}
