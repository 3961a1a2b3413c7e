import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkPlaybook } from '../../lib/governance/check-playbook';
import { checkExpression } from '../../lib/governance/evaluate-expression';
import { listExpressions } from '../../lib/governance/list-expressions';
import { playbookSchema } from '../../lib/governance/playbook.schema';
import { policySchema } from '../../lib/governance/policy.schema';
import { intents } from './intents';
import { teams } from './people';
import { playbooks } from './playbooks';
import { policies } from './policies';

// Read as text: the demo shop is a stranger to the product, met over the wire only.
const shop = new URL('../../demo/northline/tools/', import.meta.url);
const sources = readdirSync(shop)
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => readFileSync(new URL(name, shop), 'utf8'));
const tools = new Map(
  sources.flatMap((source) =>
    [...source.matchAll(/define(Read|Write)\(\{\s+name: '([a-z_]+\.[a-z_]+)'/g)].map(
      ([, kind, name]) => [name!, kind === 'Read' ? 'read' : 'write'] as const,
    ),
  ),
);
/** What a tool takes, out of the text of its schema: what has neither a default nor may be left out is required. */
const takes = new Map(
  sources.flatMap((source) =>
    [...source.matchAll(/name: '([a-z_]+\.[a-z_]+)'[\s\S]*?input: z\.strictObject\(\{([\s\S]*?)\}\),\n/g)].map(
      ([, name, body]) => {
        // A field with its schema, or a schema of that very name.
        const fields = [
          ...body!.matchAll(/(?:^|,)\s*([a-zA-Z]+)\s*(?::((?:[^,(]|\([^()]*(?:\([^()]*\)[^()]*)*\))+))?(?=,|\s*$)/g),
        ];
        const args = fields.map(([, arg, schema]) => ({
          name: arg!,
          required: !/\.(default|optional)\(/.test(schema ?? ''),
        }));
        return [name!, args] as const;
      },
    ),
  ),
);
const slugs = new Set(
  readdirSync(new URL('./articles/', import.meta.url))
    .filter((name) => name.endsWith('.md'))
    .map((name) => name.slice(0, -3)),
);

const inTemplate = (template: string) => [...template.matchAll(/\{\{(.+?)\}\}/gs)].map((match) => match[1]!.trim());

const wrong = (expressions: string[]) =>
  expressions.flatMap((one) => {
    const why = checkExpression(one);
    return why === null ? [] : [`${one}: ${why}`];
  });

it('the shop has tools of both kinds to check against', () => {
  expect(tools.get('orders.get')).toBe('read');
  expect(tools.get('refunds.create')).toBe('write');
  expect(tools.size).toBeGreaterThan(25);
  expect([...tools.keys()].filter((name) => !takes.has(name))).toEqual([]);
  expect(takes.get('orders.list')).toEqual([
    { name: 'customer', required: true },
    { name: 'limit', required: false },
  ]);
});

describe.each(playbooks)('playbook $key', ({ key, definition }) => {
  const playbook = playbookSchema.parse(definition);
  const nodes = Object.entries(playbook.nodes);

  it('has expressions that parse', () => {
    expect(wrong(nodes.flatMap(([, node]) => listExpressions(node).map(({ cel }) => cel)))).toEqual([]);
  });

  it('has nothing wrong with it', () => {
    const around = {
      tools: [...tools].map(([name, kind]) => ({ name, write: kind === 'write', args: takes.get(name) ?? [] })),
      intents: intents.map((one) => one.key),
      teams: teams.map((one) => one.key),
      articles: [...slugs],
      playbooks: playbooks.map((one) => ({ key: one.key, definition: playbookSchema.parse(one.definition) })),
      policies: policies.map((one) => policySchema.parse(one.definition)),
    };
    expect(checkPlaybook(key, playbook, around)).toEqual([]);
  });

  it('names an intent, a team, articles and tools that there are', () => {
    expect(intents.map((one) => one.key)).toEqual(expect.arrayContaining(playbook.trigger.intents));
    expect(teams.map((one) => one.key)).toContain(playbook.team);
    const named = nodes.flatMap(([, node]) => (node.kind === 'reply' ? node.articles : []));
    expect(named.filter((slug) => !slugs.has(slug))).toEqual([]);
    for (const [name, node] of nodes) {
      if (node.kind === 'lookup') expect([name, tools.get(node.tool)]).toEqual([name, 'read']);
      if (node.kind === 'act') expect([name, tools.get(node.tool)]).toEqual([name, 'write']);
    }
  });

  it('asks the customer first wherever the policy wants a yes', () => {
    const yes = new Set(nodes.flatMap(([, node]) => (node.kind === 'confirm' ? [node.next] : [])));
    for (const [name, node] of nodes) {
      if (node.kind !== 'act') continue;
      const policy = policies.find((one) => one.definition.tools.includes(node.tool));
      expect(policy, node.tool).toBeDefined();
      const asks = policy?.definition.rules.some((rule) => rule.name === 'confirmed');
      expect([name, yes.has(name)]).toEqual([name, asks]);
    }
  });

  it('has no node that nothing leads to', () => {
    const led = new Set([playbook.start]);
    for (const [, node] of nodes) {
      const text = JSON.stringify(node);
      for (const [name] of nodes) if (text.includes(`"${name}"`)) led.add(name);
    }
    expect(nodes.map(([name]) => name).filter((name) => !led.has(name))).toEqual([]);
  });
});

describe.each(policies)('policy $key', ({ definition }) => {
  const policy = policySchema.parse(definition);

  it('has expressions that parse', () => {
    const facts = [...Object.values(policy.facts), ...(policy.subjectFrom ? [policy.subjectFrom] : [])];
    const all = [
      ...facts.flatMap((fact) => Object.values(fact.args)),
      ...policy.rules.flatMap((rule) => [
        rule.when,
        ...(rule.value ? [rule.value] : []),
        ...inTemplate(rule.agent),
        ...inTemplate(rule.customer ?? ''),
      ]),
      ...policy.shows.map((one) => one.value),
      ...(policy.subjectFrom ? [policy.subjectFrom.value] : []),
      ...(policy.amount ? [policy.amount] : []),
    ];
    expect(wrong(all)).toEqual([]);
  });

  it('rules writes and reads its facts from reads', () => {
    expect(policy.tools.map((tool) => [tool, tools.get(tool)])).toEqual(policy.tools.map((tool) => [tool, 'write']));
    for (const fact of [...Object.values(policy.facts), ...(policy.subjectFrom ? [policy.subjectFrom] : [])]) {
      expect([fact.tool, tools.get(fact.tool)]).toEqual([fact.tool, 'read']);
    }
  });

  it('has rules with names of their own, and refuses a message that steers', () => {
    const names = policy.rules.map((rule) => rule.name);
    expect(new Set(names).size).toBe(names.length);
    expect(policy.rules.find((rule) => rule.name === 'trusted')).toMatchObject({ effect: 'deny' });
  });
});

it('each write of the shop is ruled by one policy at most', () => {
  const ruled = policies.flatMap((one) => one.definition.tools);
  expect(new Set(ruled).size).toBe(ruled.length);
});
