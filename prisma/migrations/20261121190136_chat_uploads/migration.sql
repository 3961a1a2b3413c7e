-- CreateTable
CREATE TABLE "ChatUpload" (
    "id" UUID NOT NULL,
    "channelId" UUID NOT NULL,
    "visitor" TEXT NOT NULL,
    "name" BYTEA NOT NULL,
    "type" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "content" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ChatUpload_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ChatUpload_channelId_visitor_idx" ON "ChatUpload"("channelId", "visitor");

-- CreateIndex
CREATE INDEX "ChatUpload_createdAt_idx" ON "ChatUpload"("createdAt");
