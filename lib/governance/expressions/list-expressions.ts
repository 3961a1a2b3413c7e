import type { Fact, PolicyDefinition } from '../policy.schema';

/** An expression of a policy, where it stands, what it may speak of and what it must come to. */
export type Placed = {
  expression: string;
  path: (string | number)[];
  scope: 'rule' | 'fact' | 'element' | 'subject' | 'found';
  /** The fact it brings, for those that bring one. */
  fact: string | null;
  wants: 'condition' | 'number' | 'list' | 'anything';
  /** Where it begins in a text that has more than it. */
  offset?: number;
};
type FactPlace = { path: (string | number)[]; fact: Pick<Fact, 'tool' | 'args'> };

export const factsOf = ({ facts, subjectFrom }: PolicyDefinition): FactPlace[] => [
  ...Object.entries(facts).map(([name, fact]): FactPlace => ({ path: ['facts', name], fact })),
  ...(subjectFrom ? [{ path: ['subjectFrom'], fact: subjectFrom }] : []),
];

/** The expressions of a template, with where they begin in it. */
const inTemplate = (template: string): { expression: string; offset: number }[] =>
  [...template.matchAll(/\{\{(\s*)(.+?)\s*\}\}/gs)].map((match) => ({
    expression: match[2]!,
    offset: match.index + 2 + match[1]!.length,
  }));

/** Every expression of a policy, those in its texts too. */
export function expressionsOf(definition: PolicyDefinition): Placed[] {
  const { facts, subjectFrom, rules, shows, amount } = definition;
  const rule = (expression: string, path: Placed['path'], wants: Placed['wants'] = 'anything'): Placed => ({
    expression,
    path,
    scope: 'rule',
    fact: null,
    wants,
  });
  return [
    ...Object.entries(facts).flatMap(([fact, { args, each }]): Placed[] => [
      ...(each === undefined
        ? []
        : [{ expression: each, path: ['facts', fact, 'each'], scope: 'fact' as const, fact, wants: 'list' as const }]),
      ...Object.entries(args).map(([name, expression]): Placed => {
        const scope = each === undefined ? 'fact' : 'element';
        return { expression, path: ['facts', fact, 'args', name], scope, fact, wants: 'anything' };
      }),
    ]),
    ...Object.entries(subjectFrom?.args ?? {}).map(
      ([name, expression]): Placed => ({
        expression,
        path: ['subjectFrom', 'args', name],
        scope: 'subject',
        fact: null,
        wants: 'anything',
      }),
    ),
    ...(subjectFrom
      ? [
          {
            expression: subjectFrom.value,
            path: ['subjectFrom', 'value'],
            scope: 'found' as const,
            fact: null,
            wants: 'anything' as const,
          },
        ]
      : []),
    ...(amount ? [rule(amount, ['amount'], 'number')] : []),
    ...rules.flatMap((one, at) => [
      rule(one.when, ['rules', at, 'when'], 'condition'),
      ...(one.value ? [rule(one.value, ['rules', at, 'value'])] : []),
      ...(['agent', 'customer'] as const).flatMap((text) =>
        inTemplate(one[text] ?? '').map(({ expression, offset }) => ({
          ...rule(expression, ['rules', at, text]),
          offset,
        })),
      ),
    ]),
    ...shows.map(({ value }, at) => rule(value, ['shows', at, 'value'])),
  ];
}
