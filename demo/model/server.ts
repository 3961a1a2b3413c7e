import { parseArgs } from 'node:util';
import { confabulating } from './confabulating';
import { failing } from './failing';
import { openModel } from './open-model';
import type { ModelCall } from './read-call';
import { readScript, type Script } from './script';
import { sensible } from './sensible';
import { worst } from './worst';

const modes: Record<string, Script> = { sensible, confabulating, worst: worst(), failing: failing() };
const usage = `npm run model:fake -- [--port 8090] [--mode ${Object.keys(modes).join('|')}] [--script FILE] [--key KEY]`;

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '8090' },
      mode: { type: 'string', default: 'sensible' },
      script: { type: 'string' },
      key: { type: 'string' },
    },
  });
  const mode = Object.hasOwn(modes, values.mode) ? modes[values.mode] : undefined;
  if (!mode) throw new Error(`--mode: there is no mode "${values.mode}".\n${usage}`);
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`--port: ${values.port} is no port.\n${usage}`);
  const script = values.script ? readScript(values.script, mode) : mode;
  const model = await openModel({ port, script, key: values.key, onAnswered: tell });

  const from = values.script ? `${values.script}, and ${values.mode} where it says nothing` : values.mode;
  console.log(`The stand-in model answers: ${from}. Start Baton with\n`);
  console.log(`BATON_MODEL_URL=${model.url}\nBATON_MODEL=baton-demo`);
  if (values.key) console.log(`BATON_MODEL_KEY=${values.key}`);
  console.log('');

  const close = () => void model.close().then(() => process.exit(0));
  process.once('SIGTERM', close);
  process.once('SIGINT', close);
}

/** One line for each request, and nothing of what stood in it. */
function tell({ at, path, step, answered }: ModelCall): void {
  const status = answered?.status ?? 'no answer';
  console.log(`${at.toISOString().slice(11, 19)} ${path} ${step || '-'} ${answered?.how} ${status} ${answered?.ms} ms`);
}

run().catch((error: NodeJS.ErrnoException) => {
  console.error(error.code === 'EADDRINUSE' ? '--port: it is taken by another program' : error.message);
  process.exit(1);
});
