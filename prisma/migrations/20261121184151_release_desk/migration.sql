-- AlterTable
ALTER TABLE "Definition" ADD COLUMN     "releasedById" UUID,
ADD COLUMN     "takenBack" JSONB;
