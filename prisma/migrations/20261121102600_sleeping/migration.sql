-- The view Snoozed, latest first: among all that is open the sleeping ones lie too far apart.
CREATE INDEX "conversation_sleeping" ON "Conversation" ("lastMessageAt", "id") WHERE "state" = 'open' AND "snoozedAt" IS NOT NULL;
