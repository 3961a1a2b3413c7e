-- CreateEnum
CREATE TYPE "ApprovalDecision" AS ENUM ('approve', 'refuse');

-- AlterTable
ALTER TABLE "Action" ADD COLUMN     "approvalsNeeded" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "askedById" UUID,
ADD COLUMN     "comparedAt" TIMESTAMPTZ(3),
ADD COLUMN     "compensatesId" UUID,
ADD COLUMN     "reminded" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "Approval" (
    "id" UUID NOT NULL,
    "actionId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "decision" "ApprovalDecision" NOT NULL,
    "reason" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Approval_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ActionQuestion" (
    "id" UUID NOT NULL,
    "actionId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "messageId" UUID NOT NULL,
    "toCustomer" BOOLEAN NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ActionQuestion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReconciliationFinding" (
    "id" UUID NOT NULL,
    "actionId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "says" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolvedAt" TIMESTAMPTZ(3),
    "resolvedBy" UUID,
    "how" TEXT,

    CONSTRAINT "ReconciliationFinding_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Approval_actionId_personId_key" ON "Approval"("actionId", "personId");

-- CreateIndex
CREATE INDEX "ActionQuestion_actionId_createdAt_idx" ON "ActionQuestion"("actionId", "createdAt");

-- CreateIndex
CREATE INDEX "ReconciliationFinding_resolvedAt_createdAt_idx" ON "ReconciliationFinding"("resolvedAt", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "ReconciliationFinding_actionId_kind_key" ON "ReconciliationFinding"("actionId", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "Action_compensatesId_key" ON "Action"("compensatesId");

-- CreateIndex
CREATE INDEX "Action_createdAt_id_idx" ON "Action"("createdAt", "id");

-- CreateIndex
CREATE INDEX "Action_comparedAt_createdAt_idx" ON "Action"("comparedAt", "createdAt");

-- AddForeignKey
ALTER TABLE "Action" ADD CONSTRAINT "Action_compensatesId_fkey" FOREIGN KEY ("compensatesId") REFERENCES "Action"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Approval" ADD CONSTRAINT "Approval_actionId_fkey" FOREIGN KEY ("actionId") REFERENCES "Action"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActionQuestion" ADD CONSTRAINT "ActionQuestion_actionId_fkey" FOREIGN KEY ("actionId") REFERENCES "Action"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReconciliationFinding" ADD CONSTRAINT "ReconciliationFinding_actionId_fkey" FOREIGN KEY ("actionId") REFERENCES "Action"("id") ON DELETE CASCADE ON UPDATE CASCADE;
