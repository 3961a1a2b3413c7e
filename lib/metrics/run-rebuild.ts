import { rebuildFacts, rebuildSums } from './rebuild-facts';

const usage = `npm run metrics:rebuild               sums everything up anew from the facts
npm run metrics:rebuild -- --derive   derives the facts anew from what is recorded first
`;

/** What `npm run metrics:rebuild` does with its arguments; answers with what it ends. The desk may run meanwhile. */
export async function runRebuild(
  args: readonly string[],
  { say, complain }: { say(text: string): void; complain(text: string): void },
): Promise<0 | 1 | 2> {
  const derive = args.includes('--derive');
  if (args.some((arg) => arg !== '--derive')) {
    complain(usage);
    return 2;
  }
  try {
    const from = Date.now();
    const count = await (derive ? rebuildFacts(say) : rebuildSums(say));
    if (count === null) {
      complain('The figures are being rebuilt already. Wait for that to end.\n');
      return 1;
    }
    say(
      `${count} conversations ${derive ? 'derived and ' : ''}counted in ${((Date.now() - from) / 1000).toFixed(1)} s`,
    );
    return 0;
  } catch (error) {
    complain(`The figures could not be rebuilt: ${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}
