import { z } from 'zod';
import { personRoute } from '@/lib/http/route';
import { AppError } from '@/lib/platform/errors';
import { endSignIn } from '@/lib/tools/sign-in-to-connector';

const query = z.object({
  state: z.string().min(1).max(300),
  code: z.string().max(4_000).optional(),
  error: z.string().max(300).optional(),
});

/** Where the other system sends a person back to who signed in to it. What went wrong is said on the page. */
export const GET = personRoute({ permission: 'intents.edit', query }, async ({ actor, query: given }) => {
  const says = await endSignIn(actor, given).then(
    () => 'signed=in',
    (error: unknown) => {
      if (!(error instanceof AppError)) throw error;
      return `failed=${encodeURIComponent(error.message.slice(0, 200))}`;
    },
  );
  return new Response(null, { status: 303, headers: { location: `/automation/tools?${says}` } });
});
