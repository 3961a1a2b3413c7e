import { personRoute } from '@/lib/http/route';
import { saveDraftInput } from '@/lib/knowledge/article.schema';
import { saveDraft } from '@/lib/knowledge/save-draft';

/** Frequent and small, so not an action: actions of one browser wait for each other. */
export const POST = personRoute(
  { permission: 'knowledge.edit', body: saveDraftInput, mostBytes: 1_048_576 },
  ({ actor, body }) => saveDraft(actor, body),
);
