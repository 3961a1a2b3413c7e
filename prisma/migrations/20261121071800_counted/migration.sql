-- What is open is counted in the order in which it was written: read by the time of the latest message, every row lies on
-- another page of the table than the one before, and to know that all may see it costs more than to count it.
DROP INDEX "conversation_open";
CREATE INDEX "conversation_open" ON "Conversation" ("lastMessageAt", "id") WHERE "state" = 'open';
CREATE INDEX "conversation_counted" ON "Conversation" ("id")
  INCLUDE ("holder", "agentId", "teamId", "snoozedAt")
  WHERE "state" = 'open';
