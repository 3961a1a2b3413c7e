-- What every desk promises until it says otherwise: an answer within so many minutes, by how urgent it is.
INSERT INTO "SlaPolicy" (id, name, position, fits, "firstReplyMinutes", "nextReplyMinutes") VALUES
  (gen_random_uuid(), 'Urgent', 0, '{"priorities": [1]}', 15, 15),
  (gen_random_uuid(), 'High', 1, '{"priorities": [2]}', 30, 30),
  (gen_random_uuid(), 'Normal', 2, '{"priorities": [3]}', 60, 60),
  (gen_random_uuid(), 'Low', 3, '{"priorities": [4]}', 240, 240)
ON CONFLICT (name) DO NOTHING;
