import type { PersonActor } from '../auth/permissions';
import { db } from '../platform/db';
import type { NodeSum, SumRunsInput, VersionSum } from './playbook-sums.schema';

type Row = {
  version: number;
  node: string;
  entered: number;
  waiting: number;
  handedOver: number;
  left: number;
  done: number;
  secondsToNext: number | null;
};

/**
 * Where conversations get stuck: per version, newest first, and node, the runs begun in these days. A run that waits for a
 * customer whose conversation was closed was left. For a person who may read intents; nobody's words are in it.
 */
export async function sumPlaybookRuns({ key, days }: SumRunsInput, _person: PersonActor): Promise<VersionSum[]> {
  const rows = await db().$queryRaw<Row[]>`
    WITH run AS (
      SELECT r.id, r.version, r.node, r.path,
        CASE WHEN r.state = 'waiting' AND c.state = 'closed' AND r."waitsFor" = 'customer' THEN 'left' ELSE r.state::text END AS state
      FROM "PlaybookRun" r JOIN "Conversation" c ON c.id = r."conversationId"
      WHERE r.playbook = ${key} AND r."startedAt" >= clock_timestamp() - make_interval(days => ${days})
    ), visit AS (
      SELECT run.id, run.version, step.value->>'node' AS node, (step.value->>'at')::timestamptz AS at,
        step.ordinality AS place, step.value->>'playbook' AS playbook
      FROM run, jsonb_array_elements(run.path) WITH ORDINALITY AS step
    ), moved AS (
      -- A node that asks is come to again with the answer: what counts is from the first time to the next node.
      SELECT *, lag(node) OVER way IS DISTINCT FROM node AS begins FROM visit WINDOW way AS (PARTITION BY id ORDER BY place)
    ), spent AS (
      SELECT id, version, node, playbook, extract(epoch FROM lead(at) OVER (PARTITION BY id ORDER BY place) - at) AS seconds
      FROM moved WHERE begins
    ), entered AS (
      SELECT version, node, count(DISTINCT id) AS entered, percentile_cont(0.5) WITHIN GROUP (ORDER BY seconds) AS seconds
      FROM spent WHERE playbook = ${key} GROUP BY version, node
    ), ended AS (
      SELECT version, node, count(*) FILTER (WHERE state IN ('waiting', 'running')) AS waiting,
        count(*) FILTER (WHERE state = 'handed_over') AS handed, count(*) FILTER (WHERE state = 'left') AS left,
        count(*) FILTER (WHERE state = 'done') AS done
      FROM run GROUP BY version, node
    )
    SELECT version, node, coalesce(entered, 0)::int AS entered, coalesce(waiting, 0)::int AS waiting,
      coalesce(handed, 0)::int AS "handedOver", coalesce("left", 0)::int AS "left", coalesce(done, 0)::int AS done,
      round(seconds::numeric, 1)::float AS "secondsToNext"
    FROM entered FULL JOIN ended USING (version, node) ORDER BY version DESC, entered DESC NULLS LAST, node`;
  const byVersion = Map.groupBy(rows, ({ version }) => version);
  return [...byVersion].map(([version, nodes]) => ({
    version,
    // Each run stands or ended at one node.
    runs: nodes.reduce((sum, { waiting, handedOver, left, done }) => sum + waiting + handedOver + left + done, 0),
    nodes: nodes.map(({ version: _, ...node }): NodeSum => node),
  }));
}
