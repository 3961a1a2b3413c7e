import { z } from 'zod';
import { keyRoute } from '@/lib/http/route';
import { readApiVersion } from '@/lib/pipeline/train-from-api';

const number = z.coerce.number('version: is not a number').int().min(1);

export const GET = keyRoute({ scope: 'intents:read' }, ({ params }) => readApiVersion(number.parse(params.number)));
