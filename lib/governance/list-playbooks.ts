import { db } from '../platform/db';
import type { Definition } from '../platform/records';
import { listDefinitions, readPersonNames } from './list-definitions';
import { type PlaybookDefinition, playbookSchema } from './playbook.schema';
import type { PlaybookRow } from './playbook-view.schema';

const none = { total: 0, done: 0, handedOver: 0, left: 0, waiting: 0 };

/** Every playbook with what starts it, what stands, and how it went; by name. */
export async function listPlaybooks(): Promise<{ rows: PlaybookRow[] }> {
  const [standing, intents, runs, stuck] = await Promise.all([
    listDefinitions('playbook'),
    db().intent.findMany({ select: { key: true, name: true } }),
    countRuns(),
    findStuck(),
  ]);
  const intentName = new Map(intents.map(({ key, name }) => [key, name]));
  const nameOf = await readPersonNames(standing.map(({ draft }) => draft?.personId ?? null));
  const rows = standing.map(({ key, draft, trial, live, newest }): PlaybookRow => {
    const shown = read(live ?? trial ?? draft ?? newest);
    return {
      key,
      name: shown?.name ?? key,
      description: shown?.description ?? '',
      team: shown?.team ?? '',
      intents: shown?.trigger.intents.map((one) => ({ key: one, name: intentName.get(one) ?? one })) ?? [],
      channels: shown?.trigger.channels ?? [],
      signals: shown?.trigger.signals ?? [],
      segment: shown?.trigger.segment !== undefined,
      steps: Object.keys(shown?.nodes ?? {}).length,
      live: live && { version: live.version, since: live.releasedAt?.toISOString() ?? null },
      trial: trial && { version: trial.version, share: trial.share },
      draft: draft && {
        version: draft.version,
        by: nameOf(draft.personId),
        at: draft.updatedAt.toISOString(),
      },
      runs: runs.get(key) ?? none,
      stuck: stuckAt(stuck.get(key), shown),
    };
  });
  return { rows: rows.sort((a, b) => a.name.localeCompare(b.name, 'en')) };
}

type Tally = PlaybookRow['runs'];

/** How the runs begun in the last 30 days ended; one that waits in a conversation that was closed was left. */
async function countRuns(): Promise<Map<string, Tally>> {
  const rows = await db().$queryRaw<(Tally & { playbook: string })[]>`
    SELECT r.playbook, count(*)::int AS total, count(*) FILTER (WHERE r.state = 'done')::int AS done,
      count(*) FILTER (WHERE r.state = 'handed_over')::int AS "handedOver",
      count(*) FILTER (WHERE r.state = 'left' OR (r.state = 'waiting' AND c.state = 'closed'))::int AS "left",
      count(*) FILTER (WHERE r.state IN ('waiting', 'running') AND c.state <> 'closed')::int AS waiting
    FROM "PlaybookRun" r JOIN "Conversation" c ON c.id = r."conversationId"
    WHERE r."startedAt" > now() - interval '30 days' GROUP BY 1`;
  return new Map(rows.map(({ playbook, ...tally }) => [playbook, tally]));
}

/** The step at which most runs ended without being done. */
async function findStuck(): Promise<Map<string, { node: string; runs: number }>> {
  const rows = await db().$queryRaw<{ playbook: string; node: string; runs: number }[]>`
    SELECT DISTINCT ON (playbook) playbook, node, runs FROM (
      SELECT r.playbook, r.node, count(*)::int AS runs
      FROM "PlaybookRun" r JOIN "Conversation" c ON c.id = r."conversationId"
      WHERE r."startedAt" > now() - interval '30 days'
        AND (r.state IN ('handed_over', 'left') OR (r.state = 'waiting' AND c.state = 'closed'))
      GROUP BY 1, 2) AS ended ORDER BY playbook, runs DESC, node`;
  return new Map(rows.map(({ playbook, ...most }) => [playbook, most]));
}

function stuckAt(most: { node: string; runs: number } | undefined, shown: PlaybookDefinition | undefined) {
  if (!most) return null;
  const words = (shown?.nodes[most.node]?.title ?? most.node).replaceAll('_', ' ');
  return { title: words.charAt(0).toUpperCase() + words.slice(1), runs: most.runs };
}

/** One that cannot be read stands in the list under its key: opening it says what is wrong. */
const read = (row: Definition) => playbookSchema.safeParse(row.body).data;
