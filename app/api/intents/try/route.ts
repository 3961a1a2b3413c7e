import { z } from 'zod';
import { personRoute } from '@/lib/http/route';
import { trySentence } from '@/lib/pipeline/try-sentence';

const body = z.object({ text: z.string().trim().min(1, 'must not be empty').max(4_000) });

export const POST = personRoute({ permission: 'intents.read', body }, ({ body: asked }) => trySentence(asked.text));
