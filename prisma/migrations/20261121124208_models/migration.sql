-- CreateEnum
CREATE TYPE "ModelStyle" AS ENUM ('chat', 'responses');

-- CreateEnum
CREATE TYPE "ModelRole" AS ENUM ('small', 'large', 'embedding');

-- CreateEnum
CREATE TYPE "ModelJobState" AS ENUM ('waiting', 'running', 'done', 'failed');

-- CreateTable
CREATE TABLE "ModelProvider" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "key" TEXT NOT NULL DEFAULT '',
    "style" "ModelStyle" NOT NULL DEFAULT 'chat',
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "position" INTEGER NOT NULL DEFAULT 0,
    "patienceMs" INTEGER NOT NULL DEFAULT 6000,
    "mostAtOnce" INTEGER NOT NULL DEFAULT 8,
    "mostPerMinute" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ModelProvider_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ModelChoice" (
    "providerId" UUID NOT NULL,
    "role" "ModelRole" NOT NULL,
    "model" TEXT NOT NULL,
    "inputPrice" BIGINT NOT NULL DEFAULT 0,
    "cachedPrice" BIGINT NOT NULL DEFAULT 0,
    "outputPrice" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "ModelChoice_pkey" PRIMARY KEY ("providerId","role")
);

-- CreateTable
CREATE TABLE "ModelCall" (
    "id" UUID NOT NULL,
    "turnId" UUID,
    "conversationId" UUID,
    "personId" UUID,
    "step" TEXT NOT NULL,
    "role" "ModelRole" NOT NULL,
    "provider" TEXT NOT NULL,
    "host" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "attempt" INTEGER NOT NULL DEFAULT 1,
    "inputTokens" INTEGER NOT NULL DEFAULT 0,
    "cachedTokens" INTEGER NOT NULL DEFAULT 0,
    "outputTokens" INTEGER NOT NULL DEFAULT 0,
    "costMicros" INTEGER NOT NULL DEFAULT 0,
    "firstMs" INTEGER,
    "tookMs" INTEGER NOT NULL,
    "failure" TEXT,
    "status" INTEGER,
    "sent" JSONB NOT NULL,
    "sentBytes" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ModelCall_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ModelSpend" (
    "day" DATE NOT NULL,
    "micros" BIGINT NOT NULL DEFAULT 0,
    "calls" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "ModelSpend_pkey" PRIMARY KEY ("day")
);

-- CreateTable
CREATE TABLE "BudgetNotice" (
    "period" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "BudgetNotice_pkey" PRIMARY KEY ("period","level")
);

-- CreateTable
CREATE TABLE "CachedAnswer" (
    "key" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "answer" JSONB NOT NULL,
    "articles" UUID[],
    "hits" INTEGER NOT NULL DEFAULT 0,
    "savedMicros" BIGINT NOT NULL DEFAULT 0,
    "costMicros" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "usedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CachedAnswer_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "ModelJob" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "state" "ModelJobState" NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "result" JSONB,
    "error" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "startedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ModelJob_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "ModelProvider_name_key" ON "ModelProvider"("name");

-- CreateIndex
CREATE INDEX "ModelCall_turnId_idx" ON "ModelCall"("turnId");

-- CreateIndex
CREATE INDEX "ModelCall_conversationId_at_idx" ON "ModelCall"("conversationId", "at");

-- CreateIndex
CREATE INDEX "ModelCall_at_idx" ON "ModelCall"("at");

-- CreateIndex
CREATE INDEX "CachedAnswer_usedAt_idx" ON "CachedAnswer"("usedAt");

-- CreateIndex
CREATE INDEX "CachedAnswer_articles_idx" ON "CachedAnswer" USING GIN ("articles");

-- CreateIndex
CREATE INDEX "ModelJob_state_createdAt_idx" ON "ModelJob"("state", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "ModelJob_kind_about_key" ON "ModelJob"("kind", "about");

-- AddForeignKey
ALTER TABLE "ModelChoice" ADD CONSTRAINT "ModelChoice_providerId_fkey" FOREIGN KEY ("providerId") REFERENCES "ModelProvider"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A kept answer goes with what it rests on: whoever changes an article, by whatever way, drops the answers behind which it stands.
CREATE FUNCTION drop_cached_answers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "CachedAnswer" WHERE articles @> ARRAY[OLD.id];
  RETURN NULL;
END $$;
CREATE TRIGGER article_drops_answers
  AFTER UPDATE OF body, title, version, "publishedAt", "archivedAt", audience OR DELETE ON "Article"
  FOR EACH ROW EXECUTE FUNCTION drop_cached_answers();
