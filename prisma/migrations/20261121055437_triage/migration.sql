-- AlterTable
ALTER TABLE "Conversation" ADD COLUMN     "clocks" JSONB NOT NULL DEFAULT '{}';

-- CreateIndex
CREATE INDEX "Conversation_splitFromId_idx" ON "Conversation"("splitFromId");

-- What sleeps until an hour is few among many.
CREATE INDEX "conversation_asleep" ON "Conversation" ("snoozedUntil") WHERE "snoozedUntil" IS NOT NULL;

-- Promises that run, for the look at what is late or nearly so.
CREATE INDEX "conversation_promise" ON "Conversation" ("dueAt") WHERE "dueAt" IS NOT NULL AND state = 'open';

-- Where a merged conversation went is read from the line that says so.
CREATE INDEX "message_merged" ON "Message" ("conversationId", "createdAt") WHERE kind = 'event' AND event ? 'into';
