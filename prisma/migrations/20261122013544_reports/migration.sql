-- CreateTable
CREATE TABLE "Report" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "page" TEXT NOT NULL,
    "view" JSONB NOT NULL,
    "ownerId" UUID NOT NULL,
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "schedule" JSONB,
    "paused" BOOLEAN NOT NULL DEFAULT false,
    "nextAt" TIMESTAMPTZ(3),
    "leasedUntil" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReportRecipient" (
    "id" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "personId" UUID,
    "email" TEXT,
    "askedAt" TIMESTAMPTZ(3),
    "askMailId" UUID,
    "confirmedAt" TIMESTAMPTZ(3),
    "stoppedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ReportRecipient_pkey" PRIMARY KEY ("id")
);

-- Somebody of the desk or an address, never both.
ALTER TABLE "ReportRecipient" ADD CONSTRAINT "ReportRecipient_one" CHECK (("personId" IS NULL) <> ("email" IS NULL));

-- CreateTable
CREATE TABLE "ReportSending" (
    "id" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "byId" UUID,
    "from" TEXT,
    "to" TEXT,
    "why" TEXT,

    CONSTRAINT "ReportSending_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReportMail" (
    "id" UUID NOT NULL,
    "sendingId" UUID NOT NULL,
    "mailId" UUID NOT NULL,
    "recipientId" UUID NOT NULL,
    "to" TEXT NOT NULL,

    CONSTRAINT "ReportMail_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Report_nextAt_idx" ON "Report"("nextAt");

-- CreateIndex
CREATE INDEX "Report_ownerId_idx" ON "Report"("ownerId");

-- CreateIndex
CREATE UNIQUE INDEX "ReportRecipient_reportId_personId_key" ON "ReportRecipient"("reportId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "ReportRecipient_reportId_email_key" ON "ReportRecipient"("reportId", "email");

-- CreateIndex
CREATE INDEX "ReportSending_at_idx" ON "ReportSending"("at");

-- CreateIndex
CREATE UNIQUE INDEX "ReportSending_reportId_dueAt_key" ON "ReportSending"("reportId", "dueAt");

-- CreateIndex
CREATE INDEX "ReportMail_sendingId_idx" ON "ReportMail"("sendingId");

-- CreateIndex
CREATE INDEX "ReportMail_recipientId_idx" ON "ReportMail"("recipientId");

-- AddForeignKey
ALTER TABLE "ReportRecipient" ADD CONSTRAINT "ReportRecipient_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportSending" ADD CONSTRAINT "ReportSending_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportMail" ADD CONSTRAINT "ReportMail_sendingId_fkey" FOREIGN KEY ("sendingId") REFERENCES "ReportSending"("id") ON DELETE CASCADE ON UPDATE CASCADE;
