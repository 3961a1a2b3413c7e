import type { Tx } from '../platform/db';
import { isId } from '../platform/ids';

type Used = { messageId: string; conversationId: string; sources: { articleId: string; version: number }[] };

/** Notes which articles a customer was answered from, with the message in one transaction. What is no article is left out. */
export async function noteUse(tx: Tx, { messageId, conversationId, sources }: Used): Promise<void> {
  const known = sources.filter(({ articleId }) => isId(articleId));
  if (known.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO "ArticleUse" ("articleId", "messageId", "conversationId", version)
    SELECT a.id, ${messageId}::uuid, ${conversationId}::uuid, used.version
    FROM jsonb_to_recordset(${JSON.stringify(known)}::jsonb) AS used("articleId" uuid, version int)
    JOIN "Article" a ON a.id = used."articleId"
    ON CONFLICT DO NOTHING`;
}
