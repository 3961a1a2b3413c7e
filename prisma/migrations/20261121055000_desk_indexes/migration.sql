-- The desk works on what is open, which is a few in a hundred: its lists, orders and counts have indexes of just that.
-- Longest waiting of the highest priority first; who may see it is read from the index alone.
CREATE INDEX "conversation_working" ON "Conversation" ("priority", (coalesce("waitingSince", 'infinity'::timestamptz)), "id")
  INCLUDE ("holder", "agentId", "teamId")
  WHERE "state" = 'open' AND "snoozedAt" IS NULL AND "holder" <> 'assistant';

-- Whose promise ends next.
CREATE INDEX "conversation_due" ON "Conversation" ((coalesce("dueAt", 'infinity'::timestamptz)), "id")
  INCLUDE ("holder", "agentId", "teamId")
  WHERE "state" = 'open' AND "snoozedAt" IS NULL AND "holder" <> 'assistant';

-- All that is open, the newest first; and every column the counts beside the views are summed from.
CREATE INDEX "conversation_open" ON "Conversation" ("lastMessageAt", "id")
  INCLUDE ("holder", "agentId", "teamId", "snoozedAt")
  WHERE "state" = 'open';

-- Everything, the newest first.
CREATE INDEX "conversation_newest" ON "Conversation" ("lastMessageAt", "id") WHERE "mergedIntoId" IS NULL;

-- Reviews to be done, for the view of them.
CREATE INDEX "review_open" ON "Review" ("turnId") WHERE "state" = 'open';
