-- CreateEnum
CREATE TYPE "ConnectorKind" AS ENUM ('mcp', 'http');

-- CreateEnum
CREATE TYPE "ToolState" AS ENUM ('new', 'accepted', 'held', 'gone');

-- CreateEnum
CREATE TYPE "ToolRisk" AS ENUM ('low', 'medium', 'high');

-- AlterTable
ALTER TABLE "Connector" ADD COLUMN     "adopt" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "auth" JSONB NOT NULL DEFAULT '{"kind":"bearer"}',
ADD COLUMN     "kind" "ConnectorKind" NOT NULL DEFAULT 'mcp',
ADD COLUMN     "lastFailure" TEXT,
ADD COLUMN     "lastSeenAt" TIMESTAMPTZ(3),
ADD COLUMN     "lookedAt" TIMESTAMPTZ(3),
ADD COLUMN     "mostAtOnce" INTEGER NOT NULL DEFAULT 24,
ADD COLUMN     "mostPerMinute" INTEGER,
ADD COLUMN     "oauth" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "presets" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "sandbox" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "subject" JSONB NOT NULL DEFAULT '{"identity":"account"}',
ADD COLUMN     "timeoutMs" INTEGER,
ADD COLUMN     "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- CreateTable
CREATE TABLE "Tool" (
    "id" UUID NOT NULL,
    "connectorId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "inputSchema" JSONB NOT NULL,
    "outputSchema" JSONB,
    "annotations" JSONB NOT NULL DEFAULT '{}',
    "hash" TEXT NOT NULL,
    "state" "ToolState" NOT NULL DEFAULT 'new',
    "offered" JSONB,
    "offeredHash" TEXT,
    "fits" BOOLEAN NOT NULL DEFAULT true,
    "refusedHash" TEXT,
    "write" BOOLEAN NOT NULL,
    "risk" "ToolRisk" NOT NULL DEFAULT 'medium',
    "enabled" BOOLEAN NOT NULL DEFAULT false,
    "subjectArgument" TEXT,
    "keyArgument" TEXT,
    "compensatedBy" JSONB,
    "settledBy" JSONB,
    "http" JSONB,
    "timeoutMs" INTEGER,
    "mostAtOnce" INTEGER,
    "mostPerMinute" INTEGER,
    "lastSeenAt" TIMESTAMPTZ(3),
    "lastUsedAt" TIMESTAMPTZ(3),
    "lastFailure" TEXT,
    "lastFailedAt" TIMESTAMPTZ(3),
    "acceptedAt" TIMESTAMPTZ(3),
    "acceptedBy" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Tool_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ToolMinute" (
    "toolId" UUID NOT NULL,
    "minute" TIMESTAMPTZ(0) NOT NULL,
    "calls" INTEGER NOT NULL DEFAULT 0,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "refusals" INTEGER NOT NULL DEFAULT 0,
    "tookMs" INTEGER[],

    CONSTRAINT "ToolMinute_pkey" PRIMARY KEY ("toolId","minute")
);

-- CreateIndex
CREATE UNIQUE INDEX "Tool_connectorId_name_key" ON "Tool"("connectorId", "name");

-- CreateIndex
CREATE INDEX "ToolMinute_minute_idx" ON "ToolMinute"("minute");

-- AddForeignKey
ALTER TABLE "Tool" ADD CONSTRAINT "Tool_connectorId_fkey" FOREIGN KEY ("connectorId") REFERENCES "Connector"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ToolMinute" ADD CONSTRAINT "ToolMinute_toolId_fkey" FOREIGN KEY ("toolId") REFERENCES "Tool"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What was the house's own knowledge of one system is a setting of it from here on. The system that was used goes on as
-- it was: its tools are taken in and accepted at the first connection, which a migration cannot make.
UPDATE "Connector" SET adopt = true, subject = '{"identity": "account", "lookup": {"tool": "customers.find",
  "args": {"email": "email"}, "value": "found.customer.id", "name": "found.customer.name", "tier": "found.customer.tier"}}'
WHERE id = (SELECT id FROM "Connector" WHERE enabled ORDER BY "createdAt" LIMIT 1);

INSERT INTO "Setting" (key, value)
SELECT 'records', '{"reads": {"account": {"tool": "customers.get", "args": {}},
    "orders": {"tool": "orders.list", "args": {"limit": "5"}}, "membership": {"tool": "subscriptions.get", "args": {}}},
  "show": {"since": "has(account.customer.since) ? account.customer.since : null",
    "ordersCount": "account.customer.ordersCount", "lifetimeCents": "account.customer.lifetimeCents",
    "orders": "orders.orders.map(o, {\"number\": o.number, \"status\": o.status, \"totalCents\": o.totalCents, \"at\": o.placedAt, \"summary\": o.items.join(\", \")})",
    "subscription": "has(membership.subscription) ? membership.subscription : null"}}'
WHERE EXISTS (SELECT FROM "Connector") ON CONFLICT (key) DO NOTHING;
