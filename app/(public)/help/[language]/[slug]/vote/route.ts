import { z } from 'zod';
import { publicRoute } from '@/lib/http/route';
import { helpPlaceSchema } from '@/lib/knowledge/help.schema';
import { voteHelp } from '@/lib/knowledge/help-vote';
import { randomToken } from '@/lib/platform/crypto';
import { AppError } from '@/lib/platform/errors';
import { readCookie, visitCookie } from '../../../respond';

const mostBytes = 1_024;
const voteSchema = z.enum(['yes', 'no']);

/** "Was this helpful?": a plain form posts here and comes back to the article. */
export const POST = publicRoute({}, async ({ params, request }) => {
  const { language, slug } = helpPlaceSchema.parse(params);
  if (Number(request.headers.get('content-length') ?? 0) > mostBytes)
    throw new AppError('too_large', 'body: is too long.');
  const form = new URLSearchParams((await request.text()).slice(0, mostBytes));
  const said = voteSchema.parse(form.get('helpful'));
  // Gone when the browser is closed: it only keeps one visit from counting twice.
  const known = readCookie(request, visitCookie);
  const marker = known && /^[\w-]{20,100}$/.test(known) ? known : randomToken(18);
  const address = request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() || 'unknown';
  await voteHelp({ language, slug, helpful: said === 'yes', marker, address });
  return new Response(null, {
    status: 303,
    headers: {
      location: `/help/${language}/${encodeURIComponent(slug)}?voted=${said}#helpful`,
      'set-cookie': `${visitCookie}=${marker}; Path=/help; HttpOnly; SameSite=Lax`,
      'cache-control': 'no-store',
    },
  });
});
