-- AlterTable
ALTER TABLE "ApiKey" ADD COLUMN     "personId" UUID,
ADD COLUMN     "usedAt" TIMESTAMPTZ(3);
