-- CreateTable
CREATE TABLE "OpenTally" (
    "id" BIGSERIAL NOT NULL,
    "holder" "Holder" NOT NULL,
    "teamId" UUID,
    "agentId" UUID,
    "asleep" BOOLEAN NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "OpenTally_pkey" PRIMARY KEY ("id")
);

CREATE FUNCTION tally_open() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' AND OLD.state = 'open' THEN
    INSERT INTO "OpenTally" (holder, "teamId", "agentId", asleep, count)
    VALUES (OLD.holder, OLD."teamId", OLD."agentId", OLD."snoozedAt" IS NOT NULL, -1);
  END IF;
  IF TG_OP <> 'DELETE' AND NEW.state = 'open' THEN
    INSERT INTO "OpenTally" (holder, "teamId", "agentId", asleep, count)
    VALUES (NEW.holder, NEW."teamId", NEW."agentId", NEW."snoozedAt" IS NOT NULL, 1);
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER conversation_tally_rows AFTER INSERT OR DELETE ON "Conversation"
  FOR EACH ROW EXECUTE FUNCTION tally_open();
CREATE TRIGGER conversation_tally_changes AFTER UPDATE OF state, holder, "teamId", "agentId", "snoozedAt" ON "Conversation"
  FOR EACH ROW WHEN ((OLD.state, OLD.holder, OLD."teamId", OLD."agentId", OLD."snoozedAt" IS NULL)
    IS DISTINCT FROM (NEW.state, NEW.holder, NEW."teamId", NEW."agentId", NEW."snoozedAt" IS NULL))
  EXECUTE FUNCTION tally_open();

INSERT INTO "OpenTally" (holder, "teamId", "agentId", asleep, count)
SELECT holder, "teamId", "agentId", "snoozedAt" IS NOT NULL, count(*) FROM "Conversation" WHERE state = 'open' GROUP BY 1, 2, 3, 4;
