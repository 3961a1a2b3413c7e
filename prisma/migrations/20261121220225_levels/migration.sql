-- AlterTable
ALTER TABLE "Notification" ADD COLUMN     "alertId" UUID;

-- CreateTable
CREATE TABLE "ServiceLevel" (
    "key" TEXT NOT NULL,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "objective" DOUBLE PRECISION NOT NULL,
    "windowDays" INTEGER NOT NULL DEFAULT 28,
    "withinSeconds" INTEGER,
    "counts" TEXT,
    "fewestEvents" INTEGER NOT NULL DEFAULT 10,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ServiceLevel_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "EscalationSample" (
    "turnId" UUID NOT NULL,
    "conversationId" UUID NOT NULL,
    "escalated" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "needed" BOOLEAN,
    "personId" UUID,
    "judgedAt" TIMESTAMPTZ(3),

    CONSTRAINT "EscalationSample_pkey" PRIMARY KEY ("turnId")
);

-- CreateTable
CREATE TABLE "Alert" (
    "id" UUID NOT NULL,
    "rule" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "says" TEXT NOT NULL,
    "value" DOUBLE PRECISION,
    "openedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "calmSince" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "toldAt" TIMESTAMPTZ(3),
    "told" INTEGER NOT NULL DEFAULT 0,
    "heardOpen" BOOLEAN NOT NULL DEFAULT false,
    "acknowledgedAt" TIMESTAMPTZ(3),
    "acknowledgedBy" UUID,
    "note" TEXT,
    "silencedUntil" TIMESTAMPTZ(3),
    "silencedBy" UUID,

    CONSTRAINT "Alert_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AlertRule" (
    "key" TEXT NOT NULL,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "threshold" DOUBLE PRECISION,
    "againMinutes" INTEGER NOT NULL DEFAULT 60,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AlertRule_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "AlertHook" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "urgentOnly" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AlertHook_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AlertDelivery" (
    "id" UUID NOT NULL,
    "hookId" UUID NOT NULL,
    "alertId" UUID,
    "type" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "status" INTEGER,
    "why" TEXT,
    "tookMs" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "AlertDelivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AvailabilityChange" (
    "id" BIGSERIAL NOT NULL,
    "personId" UUID NOT NULL,
    "available" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AvailabilityChange_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "EscalationSample_at_idx" ON "EscalationSample"("at");

-- CreateIndex
CREATE INDEX "EscalationSample_judgedAt_idx" ON "EscalationSample"("judgedAt");

-- CreateIndex
CREATE INDEX "Alert_endedAt_openedAt_idx" ON "Alert"("endedAt", "openedAt");

-- CreateIndex
CREATE INDEX "AlertDelivery_state_nextAt_idx" ON "AlertDelivery"("state", "nextAt");

-- CreateIndex
CREATE INDEX "AlertDelivery_hookId_createdAt_idx" ON "AlertDelivery"("hookId", "createdAt");

-- CreateIndex
CREATE INDEX "AvailabilityChange_personId_at_idx" ON "AvailabilityChange"("personId", "at");

-- CreateIndex
CREATE INDEX "ConversationFact_solvedAt_idx" ON "ConversationFact"("solvedAt");

-- AddForeignKey
ALTER TABLE "AlertDelivery" ADD CONSTRAINT "AlertDelivery_hookId_fkey" FOREIGN KEY ("hookId") REFERENCES "AlertHook"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AlertDelivery" ADD CONSTRAINT "AlertDelivery_alertId_fkey" FOREIGN KEY ("alertId") REFERENCES "Alert"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- However many workers look: one is open for a rule and what it is about.
CREATE UNIQUE INDEX "Alert_open" ON "Alert"("rule", "subject") WHERE "endedAt" IS NULL;

-- Whoever changes whether somebody takes new work, it is written down; who is disabled takes none.
CREATE FUNCTION note_availability() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "AvailabilityChange" ("personId", available, at)
  VALUES (NEW.id, NEW.available AND NEW."disabledAt" IS NULL, clock_timestamp());
  RETURN NULL;
END $$;

CREATE TRIGGER person_availability_new AFTER INSERT ON "Person" FOR EACH ROW EXECUTE FUNCTION note_availability();
CREATE TRIGGER person_availability_changed AFTER UPDATE OF available, "disabledAt" ON "Person" FOR EACH ROW
  WHEN ((OLD.available AND OLD."disabledAt" IS NULL) IS DISTINCT FROM (NEW.available AND NEW."disabledAt" IS NULL))
  EXECUTE FUNCTION note_availability();

INSERT INTO "AvailabilityChange" ("personId", available) SELECT id, available AND "disabledAt" IS NULL FROM "Person";
