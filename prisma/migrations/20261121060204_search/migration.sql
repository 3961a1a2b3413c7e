-- The whole history is searched. What a text is found by is made here, by the database, so that nothing that is ever
-- written can be missed: without placeholders (they stand for what is not to be found), without case and accents, and with
-- the characters of scripts that set no spaces taken one by one, to be found as a run. lib/conversations/fold-words.ts
-- makes the same of what is asked.
CREATE FUNCTION search_words(said text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT btrim(regexp_replace(
    regexp_replace(
      lower(normalize(regexp_replace(normalize(regexp_replace(said, '\[[A-Z_]+_\d{1,9}\]', ' ', 'g'), NFD),
        '[\u0300-\u036F]', '', 'g'), NFC)),
      '([\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u2E80-\u2FDF\u3005-\u3007\u3040-\u30FF\u3100-\u312F\u31F0-\u31FF\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\U00020000-\U0003FFFF])',
      ' \1 ', 'g'),
    '[^[:alnum:]]+', ' ', 'g'))
$$;

ALTER TABLE "Message" ADD COLUMN "words" tsvector
  GENERATED ALWAYS AS (CASE WHEN "kind" = 'event' THEN NULL ELSE to_tsvector('simple'::regconfig, search_words("text")) END) STORED;

-- Which of the two ways is faster is chosen by how many a word is in: the planner has to know more words than its usual hundred.
ALTER TABLE "Message" ALTER COLUMN "words" SET STATISTICS 500;

-- Rare words are looked up; the newest of common ones are met on the way back in time. Nobody waits for a list of pending
-- words to be gone through, so there is none.
CREATE INDEX "message_words" ON "Message" USING gin ("words") WITH (fastupdate = off);
CREATE INDEX "message_newest" ON "Message" ("createdAt", "id") WHERE "kind" <> 'event';

-- Customers by any part of their name or of what they are reached by.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX "customer_name_part" ON "Customer" USING gin (search_words("name") gin_trgm_ops);
CREATE INDEX "customer_name_start" ON "Customer" (search_words("name") text_pattern_ops);
CREATE INDEX "identity_value_part" ON "Identity" USING gin (lower("value") gin_trgm_ops);
