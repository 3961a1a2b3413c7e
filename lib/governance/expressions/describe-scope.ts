import type { PolicyDefinition } from '../policy.schema';
import { any, record, type Shape, shapeOf } from './shape';

/** A tool as far as it is known: its arguments and its answer as JSON schemas. */
export type KnownTool = { write: boolean; args?: unknown; answer?: unknown };
export type KnownTools = ReadonlyMap<string, KnownTool>;

const text = (title: string): Shape => ({ kind: 'text', title });
const whole = (title: string): Shape => ({ kind: 'whole', title });
const flag = (title: string): Shape => ({ kind: 'flag', title });

const customer = record({
  id: { kind: 'any', title: 'Their id in the system of record; null while nobody is verified' },
  tier: { kind: 'any', title: 'Their tier, or null' },
});
const conversation = record({
  verified: flag('We know who the customer is'),
  confirmed: flag('The customer said yes to exactly this'),
  trusted: flag('Nothing in it tries to steer the assistant'),
  approvedBy: { kind: 'any', title: 'Who approved it, or null' },
  approvals: { kind: 'list', title: 'All who approved it', of: { kind: 'text' } },
});
const compensates: Shape = {
  ...record({
    tool: text('The tool whose effect is taken back'),
    amountCents: { kind: 'any', title: 'Its cents, or null' },
    by: { ...text('Who takes it back'), among: ['person', 'playbook'] },
  }),
  title: 'What is taken back, where something is',
};
const ledger = record({
  today: whole('How often this tool was used for this customer in 24 hours'),
  todayCents: whole('For how many cents'),
  tools: { kind: 'record', title: 'Every tool that was used in 24 hours' },
  customerDayCents: whole('Cents by all tools for this customer in 24 hours'),
  assistantHourCents: whole('Cents by the assistant for all customers in an hour'),
});

/** The arguments of all tools of a policy in one: one that differs between them is `any`. */
export function argsOfTools(tools: string[], known: KnownTools): Shape {
  const shapes = tools.map((tool) => shapeOf(known.get(tool)?.args));
  if (shapes.some((shape) => shape.kind !== 'record' || !shape.fields)) return any;
  const fields: Record<string, Shape> = {};
  for (const shape of shapes) {
    for (const [name, inner] of Object.entries(shape.fields!)) {
      const other = fields[name];
      fields[name] = other && JSON.stringify(celKey(other)) !== JSON.stringify(celKey(inner)) ? any : inner;
    }
  }
  // What a tool does not declare is not sent to it: nothing else can be there.
  return { kind: 'record', fields, open: false };
}

const celKey = ({ kind, fields, of }: Shape): unknown => [
  kind,
  fields ? Object.keys(fields) : null,
  of ? celKey(of) : null,
];

/** What the rules of a policy may speak of, as far as it can be known before there is a case. */
export function describeScope(definition: PolicyDefinition, known: KnownTools): Record<string, Shape> {
  const facts = Object.entries(definition.facts).map(([name, fact]): [string, Shape] => {
    const answer = shapeOf(known.get(fact.tool)?.answer);
    return [name, fact.each === undefined ? answer : { kind: 'list', of: answer }];
  });
  return {
    action: record({
      tool: { ...text('The tool that is asked for'), among: definition.tools },
      args: argsOfTools(definition.tools, known),
      compensates,
    }),
    facts: record(Object.fromEntries(facts)),
    customer,
    conversation,
    ledger,
    now: text('The time of the decision'),
  };
}
