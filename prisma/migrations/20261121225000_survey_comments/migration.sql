-- What customers said, the newest first: a page of it is read without a walk through everything that was rated.
CREATE INDEX "Conversation_commented" ON "Conversation" ("ratedAt" DESC, "id" DESC) WHERE "ratingComment" IS NOT NULL;
CREATE INDEX "Survey_commented" ON "Survey" ("answeredAt" DESC, "id" DESC) WHERE "comment" IS NOT NULL AND "kind" = 'nps';
-- Whoever is to be asked how it went is found among what was closed lately.
CREATE INDEX "Conversation_to_ask" ON "Conversation" ("closedAt") WHERE "state" = 'closed' AND "rating" IS NULL AND "ratingAskedAt" IS NULL;
