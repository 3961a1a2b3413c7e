-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('agent', 'supervisor', 'admin');

-- CreateEnum
CREATE TYPE "IdentityKind" AS ENUM ('email', 'phone', 'handle', 'account', 'visitor');

-- CreateEnum
CREATE TYPE "ChannelKind" AS ENUM ('web_chat', 'email', 'sms', 'voice', 'social', 'api');

-- CreateEnum
CREATE TYPE "Holder" AS ENUM ('assistant', 'queue', 'agent');

-- CreateEnum
CREATE TYPE "ConversationState" AS ENUM ('open', 'closed');

-- CreateEnum
CREATE TYPE "Author" AS ENUM ('customer', 'assistant', 'agent', 'system');

-- CreateEnum
CREATE TYPE "MessageKind" AS ENUM ('reply', 'note', 'event');

-- CreateEnum
CREATE TYPE "Resolution" AS ENUM ('verified', 'assumed', 'agent', 'abandoned');

-- CreateEnum
CREATE TYPE "DraftState" AS ENUM ('proposed', 'taken', 'rejected', 'sent');

-- CreateEnum
CREATE TYPE "Audience" AS ENUM ('public', 'verified', 'agents');

-- CreateEnum
CREATE TYPE "Tier" AS ENUM ('autonomous', 'reviewed', 'escalated');

-- CreateEnum
CREATE TYPE "TurnStatus" AS ENUM ('running', 'saved', 'superseded', 'failed');

-- CreateEnum
CREATE TYPE "Outcome" AS ENUM ('replied', 'asked', 'approval_requested', 'handed_over', 'superseded');

-- CreateEnum
CREATE TYPE "HandoffReason" AS ENUM ('asked_for_person', 'sensitive_topic', 'not_understood', 'low_confidence', 'no_answer', 'policy_denied', 'tool_failed', 'not_verified', 'playbook', 'technical_failure', 'approval_refused', 'taken_by_person');

-- CreateEnum
CREATE TYPE "ReviewState" AS ENUM ('open', 'done');

-- CreateEnum
CREATE TYPE "Verdict" AS ENUM ('right', 'partly', 'wrong');

-- CreateEnum
CREATE TYPE "ActionStatus" AS ENUM ('proposed', 'denied', 'waiting_approval', 'approved', 'refused', 'expired', 'started', 'succeeded', 'failed', 'unknown', 'compensated');

-- CreateTable
CREATE TABLE "AuditEntry" (
    "seq" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actorKind" TEXT NOT NULL,
    "actorId" TEXT,
    "action" TEXT NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "previous" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "sessionVersion" INTEGER NOT NULL DEFAULT 1,
    "disabledAt" TIMESTAMPTZ(3),
    "hue" INTEGER NOT NULL DEFAULT 200,
    "languages" TEXT[] DEFAULT ARRAY['en']::TEXT[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Team" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Team_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TeamMember" (
    "teamId" UUID NOT NULL,
    "personId" UUID NOT NULL,

    CONSTRAINT "TeamMember_pkey" PRIMARY KEY ("teamId","personId")
);

-- CreateTable
CREATE TABLE "ApiKey" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "scopes" TEXT[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ApiKey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateWindow" (
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RateWindow_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Customer" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "tier" TEXT,
    "language" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Customer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Identity" (
    "id" UUID NOT NULL,
    "customerId" UUID NOT NULL,
    "kind" "IdentityKind" NOT NULL,
    "value" TEXT NOT NULL,
    "verifiedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Identity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Channel" (
    "id" UUID NOT NULL,
    "kind" "ChannelKind" NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "config" JSONB NOT NULL DEFAULT '{}',
    "enabled" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "Channel_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Conversation" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "customerId" UUID NOT NULL,
    "channelId" UUID NOT NULL,
    "holder" "Holder" NOT NULL DEFAULT 'assistant',
    "state" "ConversationState" NOT NULL DEFAULT 'open',
    "agentId" UUID,
    "teamId" UUID,
    "priority" INTEGER NOT NULL DEFAULT 3,
    "version" INTEGER NOT NULL DEFAULT 0,
    "verified" BOOLEAN NOT NULL DEFAULT false,
    "gist" TEXT NOT NULL DEFAULT '',
    "intent" TEXT,
    "language" TEXT,
    "sentiment" DOUBLE PRECISION,
    "confidence" DOUBLE PRECISION,
    "tier" "Tier",
    "waitingSince" TIMESTAMPTZ(3),
    "dueAt" TIMESTAMPTZ(3),
    "lastMessageId" UUID,
    "lastMessageAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "readAt" TIMESTAMPTZ(3),
    "snoozedUntil" TIMESTAMPTZ(3),
    "waitingFor" JSONB,
    "resolution" "Resolution",
    "rating" INTEGER,
    "ratingComment" TEXT,
    "ratedAt" TIMESTAMPTZ(3),
    "reopened" INTEGER NOT NULL DEFAULT 0,
    "disclosedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Conversation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Message" (
    "id" UUID NOT NULL,
    "conversationId" UUID NOT NULL,
    "channelId" UUID NOT NULL,
    "author" "Author" NOT NULL,
    "kind" "MessageKind" NOT NULL DEFAULT 'reply',
    "text" TEXT NOT NULL,
    "personId" UUID,
    "turnId" UUID,
    "externalId" TEXT,
    "sources" JSONB NOT NULL DEFAULT '[]',
    "event" JSONB,
    "deliveredAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Draft" (
    "id" UUID NOT NULL,
    "conversationId" UUID NOT NULL,
    "handoffId" UUID,
    "position" INTEGER NOT NULL DEFAULT 1,
    "label" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "sources" JSONB NOT NULL DEFAULT '[]',
    "onSend" JSONB,
    "state" "DraftState" NOT NULL DEFAULT 'proposed',
    "personId" UUID,
    "edited" DOUBLE PRECISION,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OutboxEvent" (
    "seq" BIGSERIAL NOT NULL,
    "xid" BIGINT NOT NULL DEFAULT (pg_current_xact_id())::text::bigint,
    "name" TEXT NOT NULL,
    "conversationId" UUID,
    "data" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "dispatchedAt" TIMESTAMPTZ(3),

    CONSTRAINT "OutboxEvent_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "DeadLetter" (
    "id" UUID NOT NULL,
    "workflowId" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "eventSeq" BIGINT NOT NULL,
    "data" JSONB NOT NULL,
    "cause" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "redrivenAt" TIMESTAMPTZ(3),

    CONSTRAINT "DeadLetter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WorkerLease" (
    "executorId" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "beatAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "WorkerLease_pkey" PRIMARY KEY ("executorId")
);

-- CreateTable
CREATE TABLE "Intent" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "examples" TEXT[],
    "teamKey" TEXT,
    "thresholds" JSONB NOT NULL DEFAULT '{}',
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Intent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Playbook" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "intent" TEXT NOT NULL,
    "definition" JSONB NOT NULL,
    "releasedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Playbook_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Policy" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "definition" JSONB NOT NULL,
    "releasedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Policy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Article" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'en',
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "audience" "Audience" NOT NULL DEFAULT 'public',
    "teamKey" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "publishedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Article_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Turn" (
    "id" UUID NOT NULL,
    "conversationId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "messageId" UUID NOT NULL,
    "status" "TurnStatus" NOT NULL DEFAULT 'running',
    "outcome" "Outcome",
    "tier" "Tier",
    "engine" TEXT NOT NULL DEFAULT 'local',
    "language" TEXT,
    "intents" JSONB NOT NULL DEFAULT '[]',
    "entities" JSONB NOT NULL DEFAULT '[]',
    "confidence" DOUBLE PRECISION,
    "parts" JSONB NOT NULL DEFAULT '[]',
    "why" TEXT,
    "versions" JSONB NOT NULL DEFAULT '{}',
    "costMicros" INTEGER NOT NULL DEFAULT 0,
    "workflowId" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 1,
    "calls" JSONB NOT NULL DEFAULT '[]',
    "claims" JSONB NOT NULL DEFAULT '[]',
    "error" TEXT,
    "startedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Turn_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TurnStep" (
    "turnId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "stage" TEXT NOT NULL,
    "startedMs" DOUBLE PRECISION NOT NULL,
    "tookMs" DOUBLE PRECISION NOT NULL,
    "place" TEXT NOT NULL DEFAULT 'here',
    "summary" TEXT NOT NULL,
    "saw" JSONB NOT NULL,
    "gave" JSONB NOT NULL,

    CONSTRAINT "TurnStep_pkey" PRIMARY KEY ("turnId","position")
);

-- CreateTable
CREATE TABLE "Handoff" (
    "id" UUID NOT NULL,
    "conversationId" UUID NOT NULL,
    "turnId" UUID,
    "reason" "HandoffReason" NOT NULL,
    "wants" TEXT NOT NULL,
    "tried" JSONB NOT NULL DEFAULT '[]',
    "known" JSONB NOT NULL DEFAULT '[]',
    "missing" JSONB NOT NULL DEFAULT '[]',
    "stopped" TEXT NOT NULL,
    "nextStep" JSONB,
    "sentiment" DOUBLE PRECISION,
    "language" TEXT,
    "confidence" DOUBLE PRECISION,
    "sources" JSONB NOT NULL DEFAULT '[]',
    "teamId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "takenBy" UUID,
    "takenAt" TIMESTAMPTZ(3),
    "acceptedAt" TIMESTAMPTZ(3),
    "returnedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Handoff_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Review" (
    "id" UUID NOT NULL,
    "turnId" UUID NOT NULL,
    "state" "ReviewState" NOT NULL DEFAULT 'open',
    "verdict" "Verdict",
    "correction" TEXT,
    "cause" TEXT,
    "personId" UUID,
    "confidence" DOUBLE PRECISION NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Connector" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Connector_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Action" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "conversationId" UUID NOT NULL,
    "turnId" UUID,
    "customerId" UUID NOT NULL,
    "connectorKey" TEXT NOT NULL,
    "tool" TEXT NOT NULL,
    "args" JSONB NOT NULL,
    "subject" TEXT,
    "facts" JSONB NOT NULL DEFAULT '{}',
    "factsReadAt" TIMESTAMPTZ(3),
    "policy" TEXT,
    "policyVersion" INTEGER,
    "rule" TEXT,
    "effect" TEXT,
    "findings" JSONB NOT NULL DEFAULT '[]',
    "says" TEXT NOT NULL DEFAULT '',
    "saysCustomer" TEXT,
    "tells" TEXT,
    "amountCents" INTEGER,
    "status" "ActionStatus" NOT NULL DEFAULT 'proposed',
    "result" JSONB,
    "error" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "approvers" TEXT,
    "decidedBy" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "reason" TEXT,
    "dueAt" TIMESTAMPTZ(3),
    "startedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Action_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "AuditEntry_hash_key" ON "AuditEntry"("hash");

-- CreateIndex
CREATE UNIQUE INDEX "Person_email_key" ON "Person"("email");

-- CreateIndex
CREATE UNIQUE INDEX "Team_key_key" ON "Team"("key");

-- CreateIndex
CREATE INDEX "TeamMember_personId_idx" ON "TeamMember"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "ApiKey_hash_key" ON "ApiKey"("hash");

-- CreateIndex
CREATE INDEX "Identity_customerId_idx" ON "Identity"("customerId");

-- CreateIndex
CREATE UNIQUE INDEX "Identity_kind_value_key" ON "Identity"("kind", "value");

-- CreateIndex
CREATE UNIQUE INDEX "Channel_key_key" ON "Channel"("key");

-- CreateIndex
CREATE UNIQUE INDEX "Conversation_number_key" ON "Conversation"("number");

-- CreateIndex
CREATE INDEX "conversation_queue" ON "Conversation"("holder", "state", "priority", "waitingSince", "id");

-- CreateIndex
CREATE INDEX "conversation_agent" ON "Conversation"("agentId", "state", "waitingSince", "id");

-- CreateIndex
CREATE INDEX "conversation_team" ON "Conversation"("teamId", "state", "waitingSince", "id");

-- CreateIndex
CREATE INDEX "conversation_recent" ON "Conversation"("state", "lastMessageAt", "id");

-- CreateIndex
CREATE INDEX "Conversation_customerId_createdAt_idx" ON "Conversation"("customerId", "createdAt");

-- CreateIndex
CREATE INDEX "Message_conversationId_createdAt_id_idx" ON "Message"("conversationId", "createdAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Message_channelId_externalId_key" ON "Message"("channelId", "externalId");

-- CreateIndex
CREATE INDEX "Draft_conversationId_state_position_idx" ON "Draft"("conversationId", "state", "position");

-- CreateIndex
CREATE INDEX "OutboxEvent_xid_seq_idx" ON "OutboxEvent"("xid", "seq");

-- CreateIndex
CREATE INDEX "OutboxEvent_conversationId_seq_idx" ON "OutboxEvent"("conversationId", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "DeadLetter_workflowId_key" ON "DeadLetter"("workflowId");

-- CreateIndex
CREATE UNIQUE INDEX "Intent_key_key" ON "Intent"("key");

-- CreateIndex
CREATE INDEX "Playbook_intent_idx" ON "Playbook"("intent");

-- CreateIndex
CREATE UNIQUE INDEX "Playbook_key_version_key" ON "Playbook"("key", "version");

-- CreateIndex
CREATE UNIQUE INDEX "Policy_key_version_key" ON "Policy"("key", "version");

-- CreateIndex
CREATE UNIQUE INDEX "Article_slug_language_key" ON "Article"("slug", "language");

-- CreateIndex
CREATE UNIQUE INDEX "Turn_messageId_key" ON "Turn"("messageId");

-- CreateIndex
CREATE INDEX "Turn_status_startedAt_idx" ON "Turn"("status", "startedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Turn_conversationId_number_key" ON "Turn"("conversationId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Handoff_turnId_key" ON "Handoff"("turnId");

-- CreateIndex
CREATE INDEX "Handoff_conversationId_createdAt_idx" ON "Handoff"("conversationId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Review_turnId_key" ON "Review"("turnId");

-- CreateIndex
CREATE INDEX "Review_state_confidence_id_idx" ON "Review"("state", "confidence", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Connector_key_key" ON "Connector"("key");

-- CreateIndex
CREATE UNIQUE INDEX "Action_key_key" ON "Action"("key");

-- CreateIndex
CREATE INDEX "Action_status_createdAt_id_idx" ON "Action"("status", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Action_conversationId_createdAt_idx" ON "Action"("conversationId", "createdAt");

-- CreateIndex
CREATE INDEX "Action_subject_tool_createdAt_idx" ON "Action"("subject", "tool", "createdAt");

-- CreateIndex
CREATE INDEX "Action_customerId_createdAt_idx" ON "Action"("customerId", "createdAt");

-- AddForeignKey
ALTER TABLE "TeamMember" ADD CONSTRAINT "TeamMember_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TeamMember" ADD CONSTRAINT "TeamMember_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Identity" ADD CONSTRAINT "Identity_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "Customer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Conversation" ADD CONSTRAINT "Conversation_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "Customer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Conversation" ADD CONSTRAINT "Conversation_channelId_fkey" FOREIGN KEY ("channelId") REFERENCES "Channel"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_conversationId_fkey" FOREIGN KEY ("conversationId") REFERENCES "Conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_conversationId_fkey" FOREIGN KEY ("conversationId") REFERENCES "Conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Turn" ADD CONSTRAINT "Turn_conversationId_fkey" FOREIGN KEY ("conversationId") REFERENCES "Conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TurnStep" ADD CONSTRAINT "TurnStep_turnId_fkey" FOREIGN KEY ("turnId") REFERENCES "Turn"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Handoff" ADD CONSTRAINT "Handoff_conversationId_fkey" FOREIGN KEY ("conversationId") REFERENCES "Conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_turnId_fkey" FOREIGN KEY ("turnId") REFERENCES "Turn"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Action" ADD CONSTRAINT "Action_conversationId_fkey" FOREIGN KEY ("conversationId") REFERENCES "Conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Action" ADD CONSTRAINT "Action_turnId_fkey" FOREIGN KEY ("turnId") REFERENCES "Turn"("id") ON DELETE SET NULL ON UPDATE CASCADE;
