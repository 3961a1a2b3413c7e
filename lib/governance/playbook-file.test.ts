import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { playbooks } from '../../prisma/seed/playbooks';
import { playbookTemplates } from './fill-template';
import { parsePlaybookFile } from './parse-playbook-file';
import { playbookSchema } from './playbook.schema';
import { playbookCasesSchema } from './playbook-case.schema';
import { writePlaybookFile } from './write-playbook-file';

const minimal = {
  name: 'Hello',
  team: 'orders',
  wants: 'To be greeted',
  trigger: { intents: ['hello'] },
  start: 'a',
  nodes: { b: { kind: 'reply', text: 'Bye.' }, a: { kind: 'reply', text: 'Hello.', next: 'b' } },
};

describe('a playbook as a file', () => {
  it('reads from top to bottom without what is as usual', () => {
    const definition = playbookSchema.parse({ ...minimal, layout: { a: { x: 10, y: 20 } } });
    expect(writePlaybookFile({ key: 'hello', definition, cases: [] })).toBe(`playbook: hello
name: Hello
team: orders
wants: To be greeted
trigger:
  intents: [ hello ]
nodes:
  a: { kind: reply, text: Hello., next: b }

  b: Bye.
layout:
  a: { x: 10, y: 20 }
`);
  });

  it.each([...playbooks, ...playbookTemplates])('comes back as it was: $key', ({ key, definition }) => {
    const parsed = playbookSchema.parse(definition);
    const text = writePlaybookFile({ key, definition: parsed, cases: [] });
    expect(parsePlaybookFile(text)).toEqual({ ok: true, key, definition: parsed, cases: [] });
  });

  const name = fc.stringMatching(/^[a-z][a-z0-9_]{0,8}$/);
  const text = fc.string({ minLength: 1, maxLength: 120, unit: 'grapheme' });
  const wording = fc.oneof(text, fc.record({ en: text, de: text }));
  it('comes back as it was, whatever stands in it', () => {
    const node = fc.oneof(
      fc.record({ kind: fc.constant('reply'), text: wording, closes: fc.boolean() }),
      fc.record({ kind: fc.constant('handoff'), stopped: text, missing: fc.array(text, { maxLength: 3 }) }),
      fc.record({
        kind: fc.constant('extract'),
        file: text,
        says: text,
        as: name,
        next: fc.constant('end'),
        fields: fc.dictionary(
          name,
          fc.record(
            {
              labels: fc.array(
                text.filter((one) => one.length <= 60),
                { minLength: 1, maxLength: 3 },
              ),
              title: text.filter((one) => one.length <= 60),
              pattern: text,
              is: fc.constantFrom('text', 'date', 'id_number'),
              order: fc.constantFrom('day_first', 'month_first'),
              optional: fc.boolean(),
            },
            { requiredKeys: ['labels'] },
          ),
          { minKeys: 1, maxKeys: 3 },
        ),
        checks: fc.array(fc.record({ says: text, when: text }), { maxLength: 3 }),
      }),
      fc.record({ kind: fc.constant('return'), value: fc.dictionary(name, text, { maxKeys: 3 }) }),
    );
    const told = fc.record({
      name: text.filter((one) => one.length <= 80),
      nodes: fc.dictionary(name, node, { minKeys: 1, maxKeys: 6 }),
      wants: text,
    });
    fc.assert(
      fc.property(told, ({ name: title, nodes, wants }) => {
        const start = Object.keys(nodes)[0]!;
        const definition = playbookSchema.parse({
          ...minimal,
          name: title,
          wants,
          start,
          nodes: { ...nodes, end: { kind: 'reply', text: 'Bye.' } },
        });
        const cases = playbookCasesSchema.parse([
          { name: 'x', says: ['hi', { minutes: 5 }], expect: { end: 'reply' } },
        ]);
        const file = { key: 'p', definition, cases };
        expect(parsePlaybookFile(writePlaybookFile(file))).toEqual({ ok: true, ...file });
      }),
      { numRuns: 60 },
    );
  }, 30_000);

  it('writes of a field what is not as usual, and says what is no part of one', () => {
    const definition = playbookSchema.parse({
      ...minimal,
      start: 'a',
      nodes: {
        a: { kind: 'extract', file: 'slots.f', says: 'Read', fields: { no: { labels: ['No'] } }, as: 'it', next: 'b' },
        b: { kind: 'reply', text: 'Bye.' },
      },
    });
    const text = writePlaybookFile({ key: 'hello', definition, cases: [] });
    expect(text).toContain('    fields:\n      no:\n        labels: [ No ]\n    as: it');
    expect(parsePlaybookFile(text.replace('labels: [ No ]', 'labels: [ No ]\n        lable: x'))).toMatchObject({
      ok: false,
      problems: [{ line: 14, says: expect.stringContaining('lable is not a part of this') }],
    });
  });

  const head = 'playbook: hello\nname: Hello\nteam: orders\nwants: x\ntrigger: {}\n';
  const rows: [string, string, [number, number, RegExp][]][] = [
    ['is no YAML', 'a: [1, 2', [[1, 9, /./]]],
    ['is something else', '- 1', [[1, 1, /begins with its key/]]],
    [
      'lacks something',
      'playbook: hello\nnodes: {}\n',
      [
        [1, 1, /./],
        [1, 1, /./],
        [1, 1, /./],
        [1, 1, /./],
      ],
    ],
    ['leads nowhere', `${head}nodes:\n  a: { kind: reply, text: x, next: zzz }\n`, [[7, 6, /leads to "zzz"/]]],
    [
      'has a slip of the pen',
      `${head}nodes:\n  a: { kind: reply, txet: x, text: y }\n`,
      [[7, 21, /“txet” is not a part of the kind reply/]],
    ],
    [
      'has a kind there is not',
      `${head}nodes:\n  a:\n    kind: replie\n    text: x\n`,
      [[8, 11, /kind must be one of collect, verify/]],
    ],
    [
      'has a wrong value',
      `${head}nodes:\n  a: { kind: collect, slot: s, entity: text, ask: x, tries: 9, next: a }\n`,
      [[7, 61, /tries/]],
    ],
    ['has a strange top', `${head}colour: red\nnodes:\n  a: x\n`, [[6, 1, /“colour” is not a part of a playbook/]]],
  ];
  it.each(rows)('that %s says where', (_, file, expected) => {
    const parsed = parsePlaybookFile(file);
    const problems = parsed.ok ? [] : parsed.problems;
    expect(problems.length).toBeGreaterThanOrEqual(1);
    for (const [at, [line, column, says]] of expected.slice(0, problems.length).entries()) {
      expect([problems[at]?.line, problems[at]?.column]).toEqual([line, column]);
      expect(problems[at]?.says).toMatch(says);
    }
  });

  it('takes a number where an expression belongs', () => {
    const parsed = parsePlaybookFile(
      `${head}nodes:\n  a: { kind: lookup, tool: t, args: { limit: 6 }, as: x, says: x, next: b }\n  b: Yes.\n`,
    );
    expect(parsed).toMatchObject({
      ok: true,
      definition: { nodes: { a: { args: { limit: '6' } }, b: { kind: 'reply' } } },
    });
  });
});
