import { setImmediate } from 'node:timers/promises';
import { keepThemes } from '../history/keep-themes';
import { finishSorting, keepSorted, type Sorted, takeUnsorted } from '../history/sort-tickets';
import { readIntentModel } from './read-intent-model';
import { detectLanguage } from './understanding/detect-language';
import { splitWishes } from './understanding/split-wishes';
import { UNKNOWN } from './understanding/understanding.schema';

const atOnce = 300;
/** In a language the intents were not taught in nothing vouches for what is shared by chance. */
const foreignSure = 0.8;
/** What says nothing about why somebody wrote is no category of its own. */
const mostRemembered = 50_000;

/**
 * Looks for the intent of each ticket of an import, by the engine of the house alone, then groups those that fit none. Safe to
 * repeat: what was found is kept so many at a time, and a worker that goes on begins where the last one ended.
 */
export async function sortHistory(historyId: string): Promise<void> {
  const known = new Map<string, Omit<Sorted, 'id'>>();
  for (;;) {
    const tickets = await takeUnsorted(historyId, atOnce);
    if (tickets.length === 0) break;
    // Read anew each time: a release in between is followed within so many tickets.
    const model = await readIntentModel();
    const sorted: Sorted[] = [];
    for (const { id, gist } of tickets) {
      const found = known.get(gist) ?? read(gist, model);
      if (known.size < mostRemembered) known.set(gist, found);
      sorted.push({ id, ...found });
      // A reading takes milliseconds: customers' turns in this process come in between.
      await setImmediate();
    }
    await keepSorted(historyId, sorted);
  }
  await keepThemes();
  await finishSorting(historyId);
}

function read(gist: string, model: Awaited<ReturnType<typeof readIntentModel>>): Omit<Sorted, 'id'> {
  const language = detectLanguage(gist);
  const foreign = language !== 'und' && !model.languages.includes(language);
  const wish = splitWishes(gist, model).toSorted((a, b) => b.probability - a.probability)[0];
  const fits = wish && wish.intent !== UNKNOWN && (!foreign || wish.probability >= foreignSure);
  return { language, intent: fits ? wish.intent : null };
}
