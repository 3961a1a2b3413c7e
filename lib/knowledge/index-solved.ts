import { setImmediate as breathe } from 'node:timers/promises';
import { db } from '../platform/db';
import { redactText } from '../privacy/redact-text';
import { indexPassages } from './index-passages';
import type { Passage } from './knowledge.schema';
import type { KnowledgeIndex } from './knowledge-index';

/** The latest solved conversations that are looked through: older ones were answered under other rules. */
const MOST = 5_000;
const refreshMs = 60_000;
/** Redacting is work for the processor; after so many others get their turn. */
const BETWEEN_BREATHS = 20;
const LONGEST = 1_500;

export type Solved = { passage: Passage; excerpt: string };
export type SolvedIndex = { index: KnowledgeIndex; solved: ReadonlyMap<string, Solved> };

let kept: { at: number; stamp: string; value: SolvedIndex } | undefined;
let making: Promise<SolvedIndex> | undefined;

/** An index over what was asked first and answered last in solved conversations, redacted; looked up again after a minute. */
export async function readSolved(now = Date.now()): Promise<SolvedIndex> {
  if (kept && now - kept.at < refreshMs) return kept.value;
  making ??= make(now).finally(() => {
    making = undefined;
  });
  return making;
}

type Row = {
  id: string;
  number: number;
  gist: string;
  language: string | null;
  closedAt: Date;
  asked: string;
  answered: string;
};

async function make(now: number): Promise<SolvedIndex> {
  const rows = await db().$queryRaw<Row[]>`
    SELECT c.id::text, c.number, c.gist, c.language, c."closedAt",
      coalesce((SELECT left(m.text, ${LONGEST}::int) FROM "Message" m WHERE m."conversationId" = c.id AND m.author = 'customer' AND m.kind = 'reply'
        ORDER BY m."createdAt", m.id LIMIT 1), '') AS asked,
      coalesce((SELECT left(m.text, ${LONGEST}::int) FROM "Message" m WHERE m."conversationId" = c.id AND m.author IN ('assistant', 'agent') AND m.kind = 'reply'
        ORDER BY m."createdAt" DESC, m.id DESC LIMIT 1), '') AS answered
    FROM "Conversation" c
    WHERE c.state = 'closed' AND c.resolution IN ('verified', 'assumed', 'agent') AND c."closedAt" IS NOT NULL
    ORDER BY c."closedAt" DESC, c.id DESC LIMIT ${MOST}::int`;
  const stamp = rows.map(({ id, closedAt }) => `${id}${closedAt.getTime()}`).join();
  if (kept?.stamp === stamp) {
    kept.at = now;
    return kept.value;
  }
  const before = kept?.value.solved;
  const solved = new Map<string, Solved>();
  let redacted = 0;
  for (const row of rows) {
    const key = `${row.id}@${row.closedAt.getTime()}`;
    // What was solved stays as it was until it is closed again: only what is new is redacted.
    let entry = before?.get(key);
    if (!entry) {
      entry = redact(row, key);
      if (++redacted % BETWEEN_BREATHS === 0) await breathe();
    }
    solved.set(key, entry);
  }
  const value = { index: indexPassages([...solved.values()].map(({ passage }) => passage)), solved };
  kept = { at: now, stamp, value };
  return value;
}

function redact({ id, number, gist, language, asked, answered }: Row, key: string): Solved {
  const question = redactText(asked);
  const reply = redactText(answered, question.tokens);
  return {
    excerpt: reply.text,
    passage: {
      articleId: id,
      slug: String(number),
      title: redactText(gist, reply.tokens).text,
      version: 1,
      language: language ?? 'und',
      audience: 'agents',
      id: key,
      headings: [],
      text: [question.text, reply.text].filter(Boolean).join('\n'),
    },
  };
}
