import { db } from '../platform/db';
import { type GapsView, gapsSchema } from './gaps.schema';
import { hasModel } from './has-model';

/** What the last quiet hour found missing. */
export async function viewGaps(): Promise<GapsView> {
  const [configured, job] = await Promise.all([
    hasModel(),
    db().modelJob.findFirst({ where: { kind: 'gaps', state: 'done' }, orderBy: { endedAt: 'desc' } }),
  ]);
  const { asked, gaps } = gapsSchema.safeParse(job?.result).data ?? { asked: 0, gaps: [] };
  return { configured, foundAt: job?.endedAt?.toISOString() ?? null, asked, gaps };
}
