-- AlterEnum
ALTER TYPE "HandoffReason" ADD VALUE 'switched_off';
