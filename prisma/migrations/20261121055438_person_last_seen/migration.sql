-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "lastSeenAt" TIMESTAMPTZ(3);
