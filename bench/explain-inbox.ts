import pg from 'pg';
import type { PersonActor } from '../lib/auth/permissions';
import type { Seeded } from './seed-inbox';

/** Tables that grow with the years: to read one of them whole for a page is a fault whatever it takes today. */
const large = ['Conversation', 'Message', 'Customer', 'Identity'];

type Asked = { text: string; values: unknown[] };

/**
 * Asks for everything the bench asks for in this process, hears each question the product puts to the database, and looks at
 * its plan with the same values. Answers how many plans read a large table from end to end, and prints those.
 */
export async function explainAll(databaseUrl: string, secret: string, { long, words }: Seeded): Promise<number> {
  process.env.DATABASE_URL = databaseUrl;
  process.env.BATON_SECRET = secret;
  process.env.BATON_URL = 'http://localhost';
  const asked = new Map<string, Asked>();
  const { db, disconnect } = await import('../lib/platform/db');
  const { permissionsOf } = await import('../lib/auth/permissions');
  const { listConversations } = await import('../lib/conversations/list-conversations');
  const { countViews } = await import('../lib/conversations/count-views');
  const { viewConversation } = await import('../lib/conversations/view-conversation');
  const { searchConversations } = await import('../lib/conversations/search-conversations');
  const stop = hear(asked);
  try {
    const found = await db().person.findMany({
      where: { email: { endsWith: '@northline.example' } },
      include: { teams: true },
    });
    for (const one of found) {
      const person: PersonActor = {
        ...one,
        roleName: one.role,
        permissions: permissionsOf(one.role, null),
        teamIds: one.teams.map(({ teamId }) => teamId),
      };
      for (const view of [
        'needs-me',
        'unassigned',
        'assistant',
        'snoozed',
        'approvals',
        'reviewed',
        'solved',
        'all',
      ] as const) {
        const page = await listConversations(person, { view, limit: 50 });
        if (page.next) await listConversations(person, { view, limit: 50, after: page.next });
      }
      await countViews(person);
      if (one.role !== 'agent') await viewConversation(person, long);
      for (const q of [
        ...Object.values(words),
        'is:open tier:summit',
        'team:billing',
        `customer:${words.rare}`,
        '#12',
        'order:NL-100001',
      ])
        await searchConversations(person, { q, limit: 20 });
    }
  } finally {
    stop();
    await disconnect();
  }
  return lookAtPlans(databaseUrl, [...asked.values()]);
}

/** Every question of this process to the database, by its text. */
function hear(asked: Map<string, Asked>): () => void {
  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    const config = given[0] as string | { text?: string; values?: unknown[] };
    const text = typeof config === 'string' ? config : (config.text ?? '');
    const values = (typeof config === 'string' ? given[1] : (config.values ?? given[1])) as unknown[] | undefined;
    const key = `${text} ${JSON.stringify(values ?? [])}`;
    if (/^\s*(SELECT|WITH)/i.test(text)) asked.set(key, { text, values: Array.isArray(values) ? values : [] });
    return (query as (...all: unknown[]) => unknown).apply(this, given);
  } as never;
  return () => {
    pg.Client.prototype.query = query;
  };
}

type Plan = { 'Node Type': string; 'Relation Name'?: string; Plans?: Plan[] };

async function lookAtPlans(databaseUrl: string, asked: Asked[]): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  let scans = 0;
  try {
    for (const { text, values } of asked) {
      const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(`EXPLAIN (FORMAT JSON) ${text}`, values);
      const whole = readsWhole(rows[0]!['QUERY PLAN'][0].Plan);
      if (whole.length === 0) continue;
      scans++;
      const plan = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${text}`, values);
      console.log(
        `\nReads all of ${whole.join(', ')}:\n${text.trim()}\n${plan.rows.map((row) => row['QUERY PLAN']).join('\n')}`,
      );
    }
  } finally {
    await client.end();
  }
  console.log(`  ${asked.length} plans looked at`);
  return scans;
}

function readsWhole(plan: Plan): string[] {
  const here =
    plan['Node Type'] === 'Seq Scan' && large.includes(plan['Relation Name'] ?? '') ? [plan['Relation Name']!] : [];
  return [...here, ...(plan.Plans ?? []).flatMap(readsWhole)];
}
