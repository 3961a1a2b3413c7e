import type { z } from 'zod';
import type { PersonActor } from '../auth/permissions';
import { channelKindSchema } from '../conversations/conversation.schema';
import { listBehind } from '../metrics/list-behind';
import { db } from '../platform/db';
import { isId } from '../platform/ids';
import type { Examples, exampleQuerySchema } from './worth.schema';

const mostShown = 12;

/** What was written in a category, the newest first, masked: of this desk what one may see there, of old tickets their gist. */
export async function listExamples(
  person: PersonActor,
  { key, source, span }: z.infer<typeof exampleQuerySchema>,
): Promise<Examples> {
  const [kind, id = ''] = key.split(/:(.*)/s);
  if (source === 'desk') {
    const { rows } = await listBehind(person, {
      ...span,
      filters: { ...span.filters, intent: [kind === 'intent' ? id : ''] },
      measure: 'conversations',
      limit: mostShown,
    });
    return {
      rows: rows.map((row) => ({
        ...{ id: row.id, gist: row.gist, at: row.lastMessageAt, channel: row.channel },
        href: `/inbox/all/${row.id}`,
      })),
    };
  }
  if (kind === 'theme' && !isId(id)) return { rows: [] };
  const rows = await db().pastTicket.findMany({
    where: {
      sortedAt: { not: null },
      ...(kind === 'intent' ? { intent: id } : kind === 'theme' ? { themeId: id } : { intent: null, themeId: null }),
    },
    orderBy: [{ cameAt: 'desc' }, { id: 'desc' }],
    take: mostShown,
    select: { id: true, gist: true, cameAt: true, channel: true },
  });
  return {
    rows: rows.map(({ channel, cameAt, ...row }) => ({
      ...row,
      at: cameAt.toISOString(),
      channel: channelKindSchema.safeParse(channel).data ?? null,
      href: null,
    })),
  };
}
