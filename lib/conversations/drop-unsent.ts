import { db } from '../platform/db';

const keptDays = 7;
const uploadHours = 24;

/** Deletes what visitors attached and did not send within a day, and files that nobody sent within a week and no text that is being written, or waits, still names. */
export async function dropUnsent(): Promise<void> {
  await db().$executeRaw`
    DELETE FROM "ChatUpload" WHERE "createdAt" < clock_timestamp() - make_interval(hours => ${uploadHours})`;
  await db().$executeRaw`
    DELETE FROM "Attachment" a WHERE a."messageId" IS NULL
      AND a."createdAt" < clock_timestamp() - make_interval(days => ${keptDays})
      AND NOT EXISTS (SELECT 1 FROM "Writing" w WHERE w."conversationId" = a."conversationId" AND a.id = ANY(w."attachmentIds"))
      AND NOT EXISTS (SELECT 1 FROM "OutgoingReply" o WHERE o."conversationId" = a."conversationId" AND o.state = 'waiting' AND a.id = ANY(o."attachmentIds"))`;
}
