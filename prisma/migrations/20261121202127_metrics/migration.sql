-- CreateTable
CREATE TABLE "ConversationFact" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "customerId" UUID NOT NULL,
    "cameAt" TIMESTAMPTZ(3) NOT NULL,
    "channel" TEXT NOT NULL,
    "teamId" UUID,
    "intent" TEXT,
    "language" TEXT,
    "customerTier" TEXT,
    "tier" TEXT,
    "solvedAt" TIMESTAMPTZ(3),
    "firstSolvedAt" TIMESTAMPTZ(3),
    "resolution" TEXT,
    "assistantReplyMs" BIGINT,
    "peopleReplyMs" BIGINT,
    "peopleWaitMs" BIGINT,
    "resolutionMs" BIGINT,
    "peopleHandleMs" BIGINT NOT NULL DEFAULT 0,
    "assistantHandleMs" BIGINT NOT NULL DEFAULT 0,
    "peopleTookPart" BOOLEAN NOT NULL DEFAULT false,
    "assistantSpoke" BOOLEAN NOT NULL DEFAULT false,
    "reason" TEXT,
    "transfers" INTEGER NOT NULL DEFAULT 0,
    "reopened" INTEGER NOT NULL DEFAULT 0,
    "matured" BOOLEAN NOT NULL DEFAULT false,
    "recontacted" BOOLEAN NOT NULL DEFAULT false,
    "rating" INTEGER,
    "sla" TEXT,
    "modelMicros" BIGINT NOT NULL DEFAULT 0,
    "labourMicros" BIGINT NOT NULL DEFAULT 0,
    "channelMicros" BIGINT NOT NULL DEFAULT 0,
    "automations" INTEGER NOT NULL DEFAULT 0,
    "failed" INTEGER NOT NULL DEFAULT 0,
    "reversed" INTEGER NOT NULL DEFAULT 0,
    "misrouted" INTEGER NOT NULL DEFAULT 0,
    "exceptions" INTEGER NOT NULL DEFAULT 0,
    "dueAt" TIMESTAMPTZ(3),

    CONSTRAINT "ConversationFact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PersonFact" (
    "conversationId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "cameAt" TIMESTAMPTZ(3) NOT NULL,
    "channel" TEXT NOT NULL,
    "teamId" UUID,
    "intent" TEXT,
    "language" TEXT,
    "customerTier" TEXT,
    "tier" TEXT,
    "replies" INTEGER NOT NULL DEFAULT 0,
    "handleMs" BIGINT NOT NULL DEFAULT 0,
    "solved" BOOLEAN NOT NULL DEFAULT false,
    "rating" INTEGER,
    "firstReplyMs" BIGINT,

    CONSTRAINT "PersonFact_pkey" PRIMARY KEY ("conversationId","personId")
);

-- CreateTable
CREATE TABLE "TurnFact" (
    "turnId" UUID NOT NULL,
    "conversationId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "channel" TEXT NOT NULL,
    "teamId" UUID,
    "intent" TEXT,
    "language" TEXT,
    "customerTier" TEXT,
    "tier" TEXT,
    "outcome" TEXT NOT NULL,
    "engine" TEXT NOT NULL,
    "confidence" DOUBLE PRECISION,
    "carried" BOOLEAN NOT NULL DEFAULT false,
    "micros" BIGINT NOT NULL DEFAULT 0,
    "ms" BIGINT NOT NULL DEFAULT 0,
    "verdict" TEXT,

    CONSTRAINT "TurnFact_pkey" PRIMARY KEY ("turnId")
);

-- CreateTable
CREATE TABLE "MetricChange" (
    "id" BIGSERIAL NOT NULL,
    "conversationId" UUID NOT NULL,

    CONSTRAINT "MetricChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MetricState" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "xid" BIGINT NOT NULL DEFAULT 0,
    "seq" BIGINT NOT NULL DEFAULT 0,
    "settings" JSONB NOT NULL DEFAULT '{}',
    "stale" BOOLEAN NOT NULL DEFAULT false,
    "countedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MetricState_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MetricSum" (
    "grain" TEXT COLLATE "C" NOT NULL,
    "cut" INTEGER NOT NULL,
    "slice" TEXT COLLATE "C" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "conversations" BIGINT NOT NULL DEFAULT 0,
    "solved" BIGINT NOT NULL DEFAULT 0,
    "verified" BIGINT NOT NULL DEFAULT 0,
    "assumed" BIGINT NOT NULL DEFAULT 0,
    "byPeople" BIGINT NOT NULL DEFAULT 0,
    "abandoned" BIGINT NOT NULL DEFAULT 0,
    "abandonedWithPeople" BIGINT NOT NULL DEFAULT 0,
    "handedOver" BIGINT NOT NULL DEFAULT 0,
    "deflected" BIGINT NOT NULL DEFAULT 0,
    "contained" BIGINT NOT NULL DEFAULT 0,
    "closed" BIGINT NOT NULL DEFAULT 0,
    "transferred" BIGINT NOT NULL DEFAULT 0,
    "reopened" BIGINT NOT NULL DEFAULT 0,
    "matured" BIGINT NOT NULL DEFAULT 0,
    "firstContact" BIGINT NOT NULL DEFAULT 0,
    "recontacted" BIGINT NOT NULL DEFAULT 0,
    "maturedAlone" BIGINT NOT NULL DEFAULT 0,
    "firstContactAlone" BIGINT NOT NULL DEFAULT 0,
    "rated" BIGINT NOT NULL DEFAULT 0,
    "satisfied" BIGINT NOT NULL DEFAULT 0,
    "ratedAlone" BIGINT NOT NULL DEFAULT 0,
    "satisfiedAlone" BIGINT NOT NULL DEFAULT 0,
    "slaMet" BIGINT NOT NULL DEFAULT 0,
    "slaBreached" BIGINT NOT NULL DEFAULT 0,
    "assistantReplies" BIGINT NOT NULL DEFAULT 0,
    "assistantReplyMs" BIGINT NOT NULL DEFAULT 0,
    "peopleReplies" BIGINT NOT NULL DEFAULT 0,
    "peopleReplyMs" BIGINT NOT NULL DEFAULT 0,
    "peopleWaits" BIGINT NOT NULL DEFAULT 0,
    "peopleWaitMs" BIGINT NOT NULL DEFAULT 0,
    "resolutionMs" BIGINT NOT NULL DEFAULT 0,
    "aloneResolutionMs" BIGINT NOT NULL DEFAULT 0,
    "peopleHandled" BIGINT NOT NULL DEFAULT 0,
    "peopleHandleMs" BIGINT NOT NULL DEFAULT 0,
    "assistantHandled" BIGINT NOT NULL DEFAULT 0,
    "assistantHandleMs" BIGINT NOT NULL DEFAULT 0,
    "modelMicros" BIGINT NOT NULL DEFAULT 0,
    "labourMicros" BIGINT NOT NULL DEFAULT 0,
    "channelMicros" BIGINT NOT NULL DEFAULT 0,
    "automations" BIGINT NOT NULL DEFAULT 0,
    "failed" BIGINT NOT NULL DEFAULT 0,
    "reversed" BIGINT NOT NULL DEFAULT 0,
    "misrouted" BIGINT NOT NULL DEFAULT 0,
    "exceptions" BIGINT NOT NULL DEFAULT 0,
    "reasonAskedForPerson" BIGINT NOT NULL DEFAULT 0,
    "reasonSensitiveTopic" BIGINT NOT NULL DEFAULT 0,
    "reasonNotUnderstood" BIGINT NOT NULL DEFAULT 0,
    "reasonLowConfidence" BIGINT NOT NULL DEFAULT 0,
    "reasonNoAnswer" BIGINT NOT NULL DEFAULT 0,
    "reasonPolicyDenied" BIGINT NOT NULL DEFAULT 0,
    "reasonToolFailed" BIGINT NOT NULL DEFAULT 0,
    "reasonNotVerified" BIGINT NOT NULL DEFAULT 0,
    "reasonPlaybook" BIGINT NOT NULL DEFAULT 0,
    "reasonTechnicalFailure" BIGINT NOT NULL DEFAULT 0,
    "reasonApprovalRefused" BIGINT NOT NULL DEFAULT 0,
    "reasonSwitchedOff" BIGINT NOT NULL DEFAULT 0,
    "reasonTakenByPerson" BIGINT NOT NULL DEFAULT 0,
    "reasonHandedOver" BIGINT NOT NULL DEFAULT 0,
    "turns" BIGINT NOT NULL DEFAULT 0,
    "turnsCarried" BIGINT NOT NULL DEFAULT 0,
    "turnsAutonomous" BIGINT NOT NULL DEFAULT 0,
    "turnsReviewed" BIGINT NOT NULL DEFAULT 0,
    "turnsEscalated" BIGINT NOT NULL DEFAULT 0,
    "turnMs" BIGINT NOT NULL DEFAULT 0,
    "turnMicros" BIGINT NOT NULL DEFAULT 0,
    "reviewed" BIGINT NOT NULL DEFAULT 0,
    "right" BIGINT NOT NULL DEFAULT 0,
    "partly" BIGINT NOT NULL DEFAULT 0,
    "wrong" BIGINT NOT NULL DEFAULT 0,
    "personConversations" BIGINT NOT NULL DEFAULT 0,
    "personReplies" BIGINT NOT NULL DEFAULT 0,
    "personHandled" BIGINT NOT NULL DEFAULT 0,
    "personHandleMs" BIGINT NOT NULL DEFAULT 0,
    "personSolved" BIGINT NOT NULL DEFAULT 0,
    "personRated" BIGINT NOT NULL DEFAULT 0,
    "personSatisfied" BIGINT NOT NULL DEFAULT 0,
    "personFirstReplies" BIGINT NOT NULL DEFAULT 0,
    "personFirstReplyMs" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "MetricSum_pkey" PRIMARY KEY ("grain","cut","slice","at")
);

-- CreateTable
CREATE TABLE "MetricSpread" (
    "grain" TEXT COLLATE "C" NOT NULL,
    "cut" INTEGER NOT NULL,
    "slice" TEXT COLLATE "C" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "measure" TEXT COLLATE "C" NOT NULL,
    "bins" INTEGER[],

    CONSTRAINT "MetricSpread_pkey" PRIMARY KEY ("grain","cut","slice","at","measure")
);

-- CreateIndex
CREATE INDEX "ConversationFact_cameAt_id_idx" ON "ConversationFact"("cameAt", "id");

-- CreateIndex
CREATE INDEX "ConversationFact_customerId_firstSolvedAt_idx" ON "ConversationFact"("customerId", "firstSolvedAt");

-- CreateIndex
CREATE INDEX "ConversationFact_dueAt_idx" ON "ConversationFact"("dueAt");

-- CreateIndex
CREATE INDEX "ConversationFact_intent_cameAt_idx" ON "ConversationFact"("intent", "cameAt");

-- CreateIndex
CREATE INDEX "ConversationFact_teamId_cameAt_idx" ON "ConversationFact"("teamId", "cameAt");

-- CreateIndex
CREATE INDEX "PersonFact_cameAt_idx" ON "PersonFact"("cameAt");

-- CreateIndex
CREATE INDEX "PersonFact_personId_cameAt_idx" ON "PersonFact"("personId", "cameAt");

-- CreateIndex
CREATE INDEX "TurnFact_conversationId_idx" ON "TurnFact"("conversationId");

-- CreateIndex
CREATE INDEX "TurnFact_at_idx" ON "TurnFact"("at");

-- CreateIndex
CREATE INDEX "MetricSum_grain_cut_at_idx" ON "MetricSum"("grain", "cut", "at");

-- CreateIndex
CREATE INDEX "MetricSpread_grain_cut_at_idx" ON "MetricSpread"("grain", "cut", "at");

-- CreateIndex
CREATE INDEX "AuditEntry_subjectKind_subjectId_seq_idx" ON "AuditEntry"("subjectKind", "subjectId", "seq");

INSERT INTO "MetricState" (id) VALUES (1);

-- Two spreads `{bin, count, bin, count, …}` in one, by bin; a bin that comes to nothing is left out.
CREATE FUNCTION add_bins(have INTEGER[], more INTEGER[]) RETURNS INTEGER[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(pair.value ORDER BY summed.bin, pair.place), '{}')
  FROM (
    SELECT both_of.bin, sum(both_of.n)::int AS n FROM (
      SELECT have[i] AS bin, have[i + 1] AS n FROM generate_series(1, cardinality(have), 2) i
      UNION ALL SELECT more[i], more[i + 1] FROM generate_series(1, cardinality(more), 2) i) both_of
    GROUP BY both_of.bin HAVING sum(both_of.n) <> 0) summed
  CROSS JOIN LATERAL (VALUES (1, summed.bin), (2, summed.n)) AS pair(place, value)
$$;

-- A model may be asked after the turn has ended, and tells no event: what it cost is counted all the same.
CREATE FUNCTION note_model_cost() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "MetricChange" ("conversationId") VALUES (NEW."conversationId");
  RETURN NULL;
END $$;

CREATE TRIGGER model_call_costs AFTER INSERT ON "ModelCall"
  FOR EACH ROW WHEN (NEW."conversationId" IS NOT NULL) EXECUTE FUNCTION note_model_cost();
