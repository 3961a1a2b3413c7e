-- CreateEnum
CREATE TYPE "ExampleUse" AS ENUM ('train', 'test');

-- CreateEnum
CREATE TYPE "ExampleSource" AS ENUM ('seed', 'admin', 'api', 'review', 'conversation');

-- CreateEnum
CREATE TYPE "IntentVersionState" AS ENUM ('training', 'ready', 'live', 'retired', 'failed');

-- CreateEnum
CREATE TYPE "SuggestionState" AS ENUM ('open', 'approved', 'moved', 'rejected');

-- CreateEnum
CREATE TYPE "ImportKind" AS ENUM ('markdown', 'html', 'sitemap', 'questions');

-- CreateEnum
CREATE TYPE "ImportState" AS ENUM ('reading', 'ready', 'writing', 'done', 'failed', 'cancelled');

-- CreateEnum
CREATE TYPE "ImportItemState" AS ENUM ('ready', 'failed', 'skipped', 'written');

-- AlterTable
ALTER TABLE "Intent" ADD COLUMN     "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- AlterTable
ALTER TABLE "Article" ADD COLUMN     "archivedAt" TIMESTAMPTZ(3),
ADD COLUMN     "collection" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "draftAt" TIMESTAMPTZ(3),
ADD COLUMN     "draftBody" TEXT,
ADD COLUMN     "draftBy" UUID,
ADD COLUMN     "draftTitle" TEXT,
ADD COLUMN     "origin" TEXT,
ADD COLUMN     "ownerId" UUID,
ADD COLUMN     "reviewAt" DATE,
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "IntentExample" (
    "id" UUID NOT NULL,
    "intentId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "language" TEXT,
    "use" "ExampleUse" NOT NULL DEFAULT 'train',
    "source" "ExampleSource" NOT NULL DEFAULT 'admin',
    "personId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "IntentExample_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IntentVersion" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "state" "IntentVersionState" NOT NULL DEFAULT 'training',
    "release" BOOLEAN NOT NULL DEFAULT false,
    "examples" JSONB NOT NULL,
    "model" BYTEA,
    "report" JSONB,
    "error" TEXT,
    "trainedMs" INTEGER,
    "note" TEXT NOT NULL DEFAULT '',
    "personId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "readyAt" TIMESTAMPTZ(3),
    "releasedAt" TIMESTAMPTZ(3),

    CONSTRAINT "IntentVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ExampleSuggestion" (
    "id" UUID NOT NULL,
    "turnId" UUID NOT NULL,
    "conversationId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "language" TEXT,
    "intent" TEXT NOT NULL,
    "probability" DOUBLE PRECISION NOT NULL,
    "why" TEXT NOT NULL,
    "state" "SuggestionState" NOT NULL DEFAULT 'open',
    "filedAs" TEXT,
    "personId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ExampleSuggestion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ArticleVersion" (
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "audience" "Audience" NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "personId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ArticleVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ArticleUse" (
    "articleId" UUID NOT NULL,
    "messageId" UUID NOT NULL,
    "conversationId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ArticleUse_pkey" PRIMARY KEY ("articleId","messageId")
);

-- CreateTable
CREATE TABLE "ArticleQuestion" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "personId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ArticleQuestion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PassageVector" (
    "key" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "vector" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PassageVector_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Import" (
    "id" UUID NOT NULL,
    "kind" "ImportKind" NOT NULL,
    "state" "ImportState" NOT NULL DEFAULT 'reading',
    "name" TEXT NOT NULL,
    "options" JSONB NOT NULL DEFAULT '{}',
    "upload" BYTEA,
    "total" INTEGER NOT NULL DEFAULT 0,
    "done" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,
    "personId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportItem" (
    "importId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "file" TEXT NOT NULL,
    "state" "ImportItemState" NOT NULL,
    "error" TEXT,
    "slug" TEXT,
    "language" TEXT,
    "title" TEXT,
    "article" JSONB,
    "articleId" UUID,

    CONSTRAINT "ImportItem_pkey" PRIMARY KEY ("importId","position")
);

-- CreateTable
CREATE TABLE "CustomerKey" (
    "customerId" UUID NOT NULL,
    "sealed" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CustomerKey_pkey" PRIMARY KEY ("customerId")
);

-- CreateTable
CREATE TABLE "PrivateToken" (
    "conversationId" UUID NOT NULL,
    "placeholder" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "customerId" UUID NOT NULL,
    "sealed" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PrivateToken_pkey" PRIMARY KEY ("conversationId","placeholder")
);

-- CreateIndex
CREATE UNIQUE INDEX "IntentExample_intentId_text_key" ON "IntentExample"("intentId", "text");

-- CreateIndex
CREATE UNIQUE INDEX "IntentVersion_number_key" ON "IntentVersion"("number");

-- CreateIndex
CREATE INDEX "IntentVersion_state_idx" ON "IntentVersion"("state");

-- CreateIndex
CREATE UNIQUE INDEX "ExampleSuggestion_turnId_key" ON "ExampleSuggestion"("turnId");

-- CreateIndex
CREATE INDEX "ExampleSuggestion_state_intent_createdAt_idx" ON "ExampleSuggestion"("state", "intent", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "ArticleVersion_articleId_number_key" ON "ArticleVersion"("articleId", "number");

-- CreateIndex
CREATE INDEX "ArticleUse_articleId_createdAt_idx" ON "ArticleUse"("articleId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "ArticleQuestion_slug_language_text_key" ON "ArticleQuestion"("slug", "language", "text");

-- CreateIndex
CREATE INDEX "Import_createdAt_idx" ON "Import"("createdAt");

-- CreateIndex
CREATE INDEX "PrivateToken_customerId_idx" ON "PrivateToken"("customerId");

-- CreateIndex
CREATE UNIQUE INDEX "PrivateToken_conversationId_kind_fingerprint_key" ON "PrivateToken"("conversationId", "kind", "fingerprint");

-- CreateIndex
CREATE INDEX "Article_publishedAt_updatedAt_idx" ON "Article"("publishedAt", "updatedAt");

-- AddForeignKey
ALTER TABLE "IntentExample" ADD CONSTRAINT "IntentExample_intentId_fkey" FOREIGN KEY ("intentId") REFERENCES "Intent"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ArticleVersion" ADD CONSTRAINT "ArticleVersion_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ArticleUse" ADD CONSTRAINT "ArticleUse_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportItem" ADD CONSTRAINT "ImportItem_importId_fkey" FOREIGN KEY ("importId") REFERENCES "Import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The examples move into rows of their own; the published text of each article becomes its version in the history.
INSERT INTO "IntentExample" ("id", "intentId", "text", "source")
SELECT gen_random_uuid(), i."id", e.text, 'seed' FROM "Intent" i CROSS JOIN LATERAL (SELECT DISTINCT unnest(i."examples") AS text) e;
ALTER TABLE "Intent" DROP COLUMN "examples";

INSERT INTO "ArticleVersion" ("id", "articleId", "number", "title", "body", "audience", "note", "createdAt")
SELECT gen_random_uuid(), "id", "version", "title", "body", "audience", 'Published', "publishedAt" FROM "Article" WHERE "publishedAt" IS NOT NULL;

-- One version is live.
CREATE UNIQUE INDEX "IntentVersion_live" ON "IntentVersion" ("state") WHERE "state" = 'live';

CREATE INDEX "Turn_started" ON "Turn" ("startedAt");
