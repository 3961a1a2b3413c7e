import { dropUnusedAnswers } from '../models/cached-answers';
import { hasModel } from '../models/has-model';
import { isQuiet } from '../models/is-quiet';
import { nameFailure } from '../models/name-failure';
import { failJob, finishJob, queueJobs, takeJob } from '../models/quiet-jobs';
import { dayOf, readBudget } from '../models/read-budget';
import { readModelSettings } from '../models/read-settings';
import { db } from '../platform/db';
import { causeOf } from '../platform/errors';
import { log } from '../platform/log';
import { findGaps } from './find-gaps';
import { rescoreTurn } from './rescore-turn';

/** Jobs of one tick: a model of one's own does not get a night's work at once. */
const mostAtOnce = 10;
const mostTurns = 100;
const lookBackDays = 2;

/**
 * What a model can do while nobody waits: reads answers that went out unread a second time, and looks for what customers
 * asked and no article says. In the quiet hours only, and only while the budget is far from used up. Answers how many it did.
 */
export async function workQuietly(now = new Date()): Promise<number> {
  if (!isQuiet(now, await readModelSettings()) || !(await hasModel())) return 0;
  if (['soft', 'hard'].includes((await readBudget()).level)) return 0;
  await dropUnusedAnswers(now);
  await queueJobs('gaps', [dayOf(now)]);
  await queueJobs('rescore', await unreadTurns(now));
  let done = 0;
  while (done < mostAtOnce) {
    const job = await takeJob();
    if (!job) break;
    try {
      const result = job.kind === 'gaps' ? await findGaps(now) : await rescoreTurn(job.about);
      await finishJob(job.id, result);
    } catch (error) {
      log.info({ job: job.kind, cause: causeOf(error) }, 'left for another night');
      await failJob(job, causeOf(error));
      // Where the model does not answer the others would fail too; where one thing could not be asked they would not.
      if (nameFailure(error).kind !== 'held') break;
    }
    done++;
  }
  return done;
}

/** Answers of the last days that nobody reviewed. */
async function unreadTurns(now: Date): Promise<string[]> {
  const turns = await db().turn.findMany({
    where: {
      tier: 'autonomous',
      outcome: 'replied',
      review: null,
      startedAt: { gte: new Date(now.getTime() - lookBackDays * 86_400_000) },
    },
    orderBy: { startedAt: 'desc' },
    take: mostTurns,
    select: { id: true },
  });
  return turns.map(({ id }) => id);
}
