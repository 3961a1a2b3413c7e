import { playbookSchema } from '../governance/playbook.schema';
import { readIndex } from '../knowledge/read-index';
import { searchPassages } from '../knowledge/search-passages';
import { db } from '../platform/db';
import type { Coverage } from './worth.schema';

/** What a category is looked up by. */
export type Looked = { key: string; kind: 'intent' | 'theme' | 'none'; name: string };

/** Of what is asked, so much must stand in a passage for its article to count. */
const leastCovered = 0.5;
const examplesEach = 8;

/**
 * What there is to automate each category with: the article that answers most of an intent's examples, the released playbook it
 * starts, and whether the systems have the tools that calls. Read by words alone: nothing is asked of an endpoint.
 */
export async function readCoverage(categories: readonly Looked[]): Promise<Map<string, Coverage>> {
  const keys = categories.filter(({ kind }) => kind === 'intent').map(({ key }) => key.slice('intent:'.length));
  const [index, intents, playbooks, tools] = await Promise.all([
    readIndex(),
    db().intent.findMany({
      where: { key: { in: keys } },
      select: { key: true, examples: { take: examplesEach, orderBy: { id: 'asc' }, select: { text: true } } },
    }),
    readPlaybooks(),
    db().tool.findMany({ where: { enabled: true }, select: { name: true, connector: { select: { key: true } } } }),
  ]);
  const taught = new Map(intents.map(({ key, examples }) => [key, examples.map(({ text }) => text)]));
  const has = new Set(tools.flatMap(({ name, connector }) => [name, `${connector.key}:${name}`]));
  return new Map(
    categories.map(({ key, kind, name }): [string, Coverage] => {
      const intent = kind === 'intent' ? key.slice('intent:'.length) : null;
      const playbook = playbooks.find(({ intents: starts }) => intent !== null && starts.includes(intent)) ?? null;
      const asked = intent === null ? [name.replaceAll(',', ' ')] : (taught.get(intent) ?? []);
      return [
        key,
        {
          intent: intent !== null && taught.has(intent),
          article: kind === 'none' ? null : findArticle(index, asked),
          playbook: playbook && { key: playbook.key, name: playbook.name },
          tools: playbook?.tools.length ?? 0,
          toolsMissing: playbook?.tools.filter((tool) => !has.has(tool)) ?? [],
        },
      ];
    }),
  );
}

/** The article that answers most of what is asked, half of it at least. */
function findArticle(index: Awaited<ReturnType<typeof readIndex>>, asked: readonly string[]): Coverage['article'] {
  const found = new Map<string, { count: number; article: NonNullable<Coverage['article']> }>();
  for (const text of asked) {
    const [best] = searchPassages(index, text, { audiences: ['public', 'verified'], limit: 1 });
    if (!best || best.coverage < leastCovered) continue;
    const { slug, title, language } = best.passage;
    const one = found.get(slug) ?? { count: 0, article: { slug, title, language } };
    found.set(slug, { ...one, count: one.count + 1 });
  }
  const hits = [...found.values()].reduce((sum, { count }) => sum + count, 0);
  if (asked.length === 0 || hits * 2 < asked.length) return null;
  return [...found.values()].toSorted((a, b) => b.count - a.count)[0]?.article ?? null;
}

type Playbook = { key: string; name: string; intents: string[]; tools: string[] };

async function readPlaybooks(): Promise<Playbook[]> {
  const rows = await db().definition.findMany({
    where: { kind: 'playbook', state: { in: ['live', 'trial'] } },
    orderBy: [{ state: 'asc' }, { key: 'asc' }],
    select: { key: true, body: true },
  });
  return rows.flatMap(({ key, body }) => {
    const read = playbookSchema.safeParse(body);
    if (!read.success) return [];
    const tools = Object.values(read.data.nodes).flatMap((node) => ('tool' in node ? [node.tool] : []));
    return [{ key, name: read.data.name, intents: read.data.trigger.intents, tools: [...new Set(tools)] }];
  });
}
