-- AlterEnum
ALTER TYPE "HandoffReason" ADD VALUE 'handed_over';
