-- CreateEnum
CREATE TYPE "SurveyKind" AS ENUM ('csat', 'nps');

-- CreateEnum
CREATE TYPE "SurveyWay" AS ENUM ('mail', 'message', 'chat');

-- AlterTable
ALTER TABLE "Conversation" ADD COLUMN     "badRatingAt" TIMESTAMPTZ(3),
ADD COLUMN     "ratingAskedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "ConversationFact" ADD COLUMN     "nps" INTEGER,
ADD COLUMN     "npsAsked" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "ratingAsked" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "MetricSum" ADD COLUMN     "npsAnswered" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "npsAsked" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "npsDetractors" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "npsPromoters" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "ratedOfAsked" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "ratingsAsked" BIGINT NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "Survey" (
    "id" UUID NOT NULL,
    "kind" "SurveyKind" NOT NULL,
    "customerId" UUID NOT NULL,
    "conversationId" UUID NOT NULL,
    "way" "SurveyWay" NOT NULL,
    "language" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "answeredAt" TIMESTAMPTZ(3),
    "changeUntil" TIMESTAMPTZ(3),
    "score" INTEGER,
    "comment" TEXT,

    CONSTRAINT "Survey_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Survey_customerId_askedAt_idx" ON "Survey"("customerId", "askedAt");

-- CreateIndex
CREATE INDEX "Survey_kind_askedAt_idx" ON "Survey"("kind", "askedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Survey_kind_conversationId_key" ON "Survey"("kind", "conversationId");
