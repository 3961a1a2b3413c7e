import { describe, expect, it } from 'vitest';
import { checkPlaybook } from './check-playbook';
import { fillTemplate, listTemplates, playbookTemplates } from './fill-template';
import type { PlaybookSurroundings } from './playbook-finding.schema';
import { policySchema } from './policy.schema';

const yes = [{ name: 'confirmed', when: '!conversation.confirmed', effect: 'deny' as const, agent: 'No yes.' }];
const free = [{ name: 'allowed', when: 'true', effect: 'allow' as const, agent: 'Allowed.' }];
/** A desk in which there is everything a template names, and nothing else. */
const around = ({ roles, definition, key }: (typeof playbookTemplates)[number]): PlaybookSurroundings => ({
  tools: roles.map(({ role, write, takes }) => ({
    name: `shop.${role}`,
    write,
    args: takes.map((name) => ({ name, required: true })),
  })),
  intents: definition.trigger.intents ?? [],
  teams: [definition.team, 'billing'],
  articles: [],
  playbooks: [],
  policies: roles
    .filter(({ write }) => write)
    // A link that only reaches the owner needs no yes.
    .map(({ role }) => policySchema.parse({ tools: [`shop.${role}`], rules: key === 'password-reset' ? free : yes })),
});
const toolsOf = (one: (typeof playbookTemplates)[number]) =>
  Object.fromEntries(one.roles.map(({ role }) => [role, `shop.${role}`]));

describe.each(playbookTemplates)('template $key', (template) => {
  it('has nothing wrong with it once its roles are filled', () => {
    const definition = fillTemplate(template.key, toolsOf(template));
    const found = checkPlaybook(template.key, definition, around(template));
    expect(found.filter(({ severity }) => severity !== 'hint')).toEqual([]);
  });

  it('reads of a record what its role says it brings, and names no tool that is no role', () => {
    const roles = new Map(template.roles.map((one) => [one.role, one]));
    const nodes = Object.values(template.definition.nodes);
    for (const node of nodes) {
      if (node.kind !== 'lookup' && node.kind !== 'act') continue;
      const role = roles.get(node.tool);
      expect(role, node.tool).toMatchObject({ write: node.kind === 'act' });
      const read = [...JSON.stringify(nodes).matchAll(new RegExp(`\\b(?<!slots\\.)${node.as}\\.(\\w+)`, 'g'))].map(
        ([, field]) => field!,
      );
      if (node.kind === 'lookup') expect(role!.brings).toEqual(expect.arrayContaining(read));
    }
  });
});

it('keeps the name of a role nobody filled, and knows its own', () => {
  expect(fillTemplate('refund', {}).nodes.refund).toMatchObject({ tool: 'refund-order' });
  expect(() => fillTemplate('nope', {})).toThrow('There is no template nope.');
  expect(listTemplates()).toHaveLength(playbookTemplates.length);
});
