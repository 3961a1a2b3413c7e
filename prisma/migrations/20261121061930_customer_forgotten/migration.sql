-- AlterTable
ALTER TABLE "Customer" ADD COLUMN     "forgottenAt" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "Customer_mergedIntoId_idx" ON "Customer"("mergedIntoId");
