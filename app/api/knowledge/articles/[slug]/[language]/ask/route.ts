import { personRoute } from '@/lib/http/route';
import { askArticlesInput } from '@/lib/pipeline/preview.schema';
import { previewAnswer } from '@/lib/pipeline/preview-answer';

/** A read, though posted: the draft that is asked about comes with the question. */
export const POST = personRoute(
  { permission: 'knowledge.read', body: askArticlesInput, mostBytes: 1_048_576 },
  ({ actor, body }) => previewAnswer(actor, body),
);
