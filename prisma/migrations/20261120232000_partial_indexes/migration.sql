-- What the datamodel cannot say.

-- The worker's work list stays small however long the history grows.
CREATE INDEX "outbox_undispatched" ON "OutboxEvent" (seq) WHERE "dispatchedAt" IS NULL;

-- One turn at a time in a conversation: a second one is refused by the database, whatever process asks.
CREATE UNIQUE INDEX "turn_one_running" ON "Turn" ("conversationId") WHERE status = 'running';

-- Only open reviews and waiting approvals are listed live.
CREATE INDEX "action_waiting" ON "Action" ("createdAt", id) WHERE status = 'waiting_approval';

-- The audit trail is appended to, never changed, by whoever is connected.
CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit trail is append-only';
END $$;
CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE ON "AuditEntry" FOR EACH ROW EXECUTE FUNCTION refuse_audit_change();
CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON "AuditEntry" FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
