-- CreateEnum
CREATE TYPE "PlaybookRunState" AS ENUM ('running', 'waiting', 'done', 'handed_over', 'left');

-- CreateTable
CREATE TABLE "PlaybookRun" (
    "id" UUID NOT NULL,
    "runId" TEXT NOT NULL,
    "playbook" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "conversationId" UUID NOT NULL,
    "state" "PlaybookRunState" NOT NULL,
    "node" TEXT NOT NULL,
    "path" JSONB NOT NULL DEFAULT '[]',
    "waitsFor" TEXT,
    "waiting" JSONB,
    "passed" JSONB,
    "dueAt" TIMESTAMPTZ(3),
    "signal" TEXT,
    "actionKey" TEXT,
    "wokenBy" UUID,
    "startedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PlaybookRun_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Signal" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "customerId" UUID,
    "conversationId" UUID,
    "sealed" TEXT,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "handledAt" TIMESTAMPTZ(3),
    "taken" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Signal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "PlaybookRun_runId_key" ON "PlaybookRun"("runId");

-- CreateIndex
CREATE UNIQUE INDEX "PlaybookRun_wokenBy_key" ON "PlaybookRun"("wokenBy");

-- CreateIndex
CREATE INDEX "PlaybookRun_state_dueAt_idx" ON "PlaybookRun"("state", "dueAt");

-- CreateIndex
CREATE INDEX "PlaybookRun_conversationId_state_idx" ON "PlaybookRun"("conversationId", "state");

-- CreateIndex
CREATE INDEX "PlaybookRun_playbook_version_startedAt_idx" ON "PlaybookRun"("playbook", "version", "startedAt");

-- CreateIndex
CREATE INDEX "PlaybookRun_actionKey_idx" ON "PlaybookRun"("actionKey");

-- CreateIndex
CREATE UNIQUE INDEX "Signal_key_key" ON "Signal"("key");

-- CreateIndex
CREATE INDEX "Signal_customerId_name_receivedAt_idx" ON "Signal"("customerId", "name", "receivedAt");

-- CreateIndex
CREATE INDEX "Signal_handledAt_idx" ON "Signal"("handledAt");

-- AddForeignKey
ALTER TABLE "PlaybookRun" ADD CONSTRAINT "PlaybookRun_conversationId_fkey" FOREIGN KEY ("conversationId") REFERENCES "Conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;
