-- AlterTable
ALTER TABLE "Team" ADD COLUMN     "calendarId" UUID;

-- AlterTable
ALTER TABLE "ConversationFact" ADD COLUMN     "peopleReplyWorkMs" BIGINT,
ADD COLUMN     "peopleWaitWorkMs" BIGINT,
ADD COLUMN     "resolutionWorkMs" BIGINT;

-- AlterTable
ALTER TABLE "MetricState" ADD COLUMN     "hours" JSONB NOT NULL DEFAULT '{}';

-- AddForeignKey
ALTER TABLE "Team" ADD CONSTRAINT "Team_calendarId_fkey" FOREIGN KEY ("calendarId") REFERENCES "Calendar"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- Until a team is given hours, its working hours are day and night.
UPDATE "ConversationFact" SET "peopleReplyWorkMs" = "peopleReplyMs", "peopleWaitWorkMs" = "peopleWaitMs", "resolutionWorkMs" = "resolutionMs"
WHERE "peopleReplyMs" IS NOT NULL OR "peopleWaitMs" IS NOT NULL OR "resolutionMs" IS NOT NULL;

-- Workers sum everything up anew before they count on.
UPDATE "MetricState" SET "stale" = true;
