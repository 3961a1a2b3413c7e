-- CreateEnum
CREATE TYPE "HistoryState" AS ENUM ('mapping', 'reading', 'sorting', 'done', 'failed');

-- CreateTable
CREATE TABLE "HistoryImport" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "state" "HistoryState" NOT NULL DEFAULT 'mapping',
    "hash" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "encoding" TEXT NOT NULL,
    "mapping" JSONB,
    "readBytes" INTEGER NOT NULL DEFAULT 0,
    "readLine" INTEGER NOT NULL DEFAULT 0,
    "taken" INTEGER NOT NULL DEFAULT 0,
    "known" INTEGER NOT NULL DEFAULT 0,
    "refused" INTEGER NOT NULL DEFAULT 0,
    "sorted" INTEGER NOT NULL DEFAULT 0,
    "agents" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,
    "personId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "HistoryImport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "HistoryPart" (
    "importId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "HistoryPart_pkey" PRIMARY KEY ("importId","position")
);

-- CreateTable
CREATE TABLE "PastTicket" (
    "id" UUID NOT NULL,
    "importId" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "cameAt" TIMESTAMPTZ(3) NOT NULL,
    "closed" BOOLEAN NOT NULL,
    "firstReplyMs" BIGINT,
    "resolutionMs" BIGINT,
    "handleMs" BIGINT,
    "reopened" INTEGER,
    "replies" INTEGER,
    "channel" TEXT,
    "category" TEXT,
    "group" TEXT,
    "satisfied" BOOLEAN,
    "gist" TEXT NOT NULL,
    "language" TEXT,
    "sortedAt" TIMESTAMPTZ(3),
    "intent" TEXT,
    "themeId" UUID,

    CONSTRAINT "PastTicket_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PastTheme" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "words" TEXT[],

    CONSTRAINT "PastTheme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RefusedRow" (
    "importId" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "cells" TEXT[],

    CONSTRAINT "RefusedRow_pkey" PRIMARY KEY ("importId","line")
);

-- CreateIndex
CREATE UNIQUE INDEX "HistoryImport_hash_key" ON "HistoryImport"("hash");

-- CreateIndex
CREATE INDEX "HistoryImport_createdAt_idx" ON "HistoryImport"("createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "PastTicket_key_key" ON "PastTicket"("key");

-- CreateIndex
CREATE INDEX "PastTicket_importId_line_idx" ON "PastTicket"("importId", "line");

-- CreateIndex
CREATE INDEX "PastTicket_cameAt_idx" ON "PastTicket"("cameAt");

-- CreateIndex
CREATE INDEX "PastTicket_intent_cameAt_idx" ON "PastTicket"("intent", "cameAt");

-- CreateIndex
CREATE INDEX "PastTicket_themeId_cameAt_idx" ON "PastTicket"("themeId", "cameAt");

-- AddForeignKey
ALTER TABLE "HistoryPart" ADD CONSTRAINT "HistoryPart_importId_fkey" FOREIGN KEY ("importId") REFERENCES "HistoryImport"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PastTicket" ADD CONSTRAINT "PastTicket_importId_fkey" FOREIGN KEY ("importId") REFERENCES "HistoryImport"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PastTicket" ADD CONSTRAINT "PastTicket_themeId_fkey" FOREIGN KEY ("themeId") REFERENCES "PastTheme"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RefusedRow" ADD CONSTRAINT "RefusedRow_importId_fkey" FOREIGN KEY ("importId") REFERENCES "HistoryImport"("id") ON DELETE CASCADE ON UPDATE CASCADE;
