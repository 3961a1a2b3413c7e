-- AlterTable
ALTER TABLE "PersonFact" ADD COLUMN     "matured" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "recontacted" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "sla" TEXT;

-- AlterTable
ALTER TABLE "MetricSum" ADD COLUMN     "personMatured" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "personPromised" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "personRecontacted" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "personSlaMet" BIGINT NOT NULL DEFAULT 0;

UPDATE "PersonFact" p SET "sla" = c."sla", "matured" = c."matured", "recontacted" = c."recontacted"
FROM "ConversationFact" c WHERE c."id" = p."conversationId" AND p."solved";

-- Workers sum everything up anew before they count on.
UPDATE "MetricState" SET "stale" = true;
