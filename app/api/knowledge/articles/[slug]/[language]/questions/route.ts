import { personRoute } from '@/lib/http/route';
import { askQuestionsInput } from '@/lib/pipeline/preview.schema';
import { previewQuestions } from '@/lib/pipeline/preview-answer';

/** A read, though posted: the draft that is asked about comes with it. */
export const POST = personRoute(
  { permission: 'knowledge.read', body: askQuestionsInput, mostBytes: 1_048_576 },
  ({ actor, body }) => previewQuestions(actor, body),
);
