-- Policies and playbooks become versions of definitions: drafted, tried on a share of conversations, live, retired.
CREATE TYPE "DefinitionKind" AS ENUM ('policy', 'playbook');
CREATE TYPE "DefinitionState" AS ENUM ('draft', 'trial', 'live', 'retired');

CREATE TABLE "Definition" (
    "id" UUID NOT NULL,
    "kind" "DefinitionKind" NOT NULL,
    "key" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "state" "DefinitionState" NOT NULL,
    "share" INTEGER NOT NULL DEFAULT 0,
    "body" JSONB NOT NULL,
    "cases" JSONB NOT NULL DEFAULT '[]',
    "tested" JSONB,
    "note" TEXT NOT NULL DEFAULT '',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "personId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "releasedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Definition_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Definition_share_check" CHECK ("share" BETWEEN 0 AND 100)
);

CREATE INDEX "Definition_kind_state_idx" ON "Definition"("kind", "state");
CREATE UNIQUE INDEX "Definition_kind_key_version_key" ON "Definition"("kind", "key", "version");
-- Of one key at most one is a draft, one on trial, one live: held here, not promised.
CREATE UNIQUE INDEX "Definition_one_of_each" ON "Definition"("kind", "key", "state") WHERE "state" <> 'retired';

-- The newest released version of each key was in force; what a playbook answers to moves into its definition.
INSERT INTO "Definition" ("id", "kind", "key", "version", "state", "share", "body", "createdAt", "updatedAt", "releasedAt")
SELECT "id", 'playbook', "key", "version",
       (CASE WHEN "releasedAt" IS NOT NULL AND "version" = max("version") FILTER (WHERE "releasedAt" IS NOT NULL) OVER (PARTITION BY "key")
             THEN 'live' ELSE 'retired' END)::"DefinitionState",
       100, "definition" || jsonb_build_object('trigger', jsonb_build_object('intents', jsonb_build_array("intent"))),
       "createdAt", "createdAt", "releasedAt"
FROM "Playbook";
INSERT INTO "Definition" ("id", "kind", "key", "version", "state", "share", "body", "createdAt", "updatedAt", "releasedAt")
SELECT "id", 'policy', "key", "version",
       (CASE WHEN "releasedAt" IS NOT NULL AND "version" = max("version") FILTER (WHERE "releasedAt" IS NOT NULL) OVER (PARTITION BY "key")
             THEN 'live' ELSE 'retired' END)::"DefinitionState",
       -- The language of rules knows no tool by name any more.
       100, replace("definition"::text, 'ledger.emailChangedToday', '(ledger.used(\"accounts.change_email\") > 0)')::jsonb,
       "createdAt", "createdAt", "releasedAt"
FROM "Policy";

DROP TABLE "Playbook";
DROP TABLE "Policy";
