import { z } from 'zod';
import { extractCheckSchema, extractFieldSchema, readingNames } from './extract.schema';

const expression = z.string().min(1).max(2_000);
const template = z.string().min(1).max(2_000);
const node = z.string().regex(/^[a-z][a-z0-9_]{0,40}$/, 'lower case letters, digits and _, at most 41, a letter first');
const language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'a language tag such as en or pt-BR');

/** What a customer reads: one text, or one for each language; English is what is said where none fits. */
export const wordingSchema = z.union([
  template,
  z.record(language, template).refine((texts) => 'en' in texts, 'needs a text for en, which is said where none fits'),
]);
export type Wording = z.infer<typeof wordingSchema>;

const step = z.object({
  /** What it is called on the canvas; its key where there is none. */
  title: z.string().min(1).max(80).optional(),
});

/** What a step waits for. Time and events go on without the customer; `timeout` says where it goes when nothing comes. */
export const untilSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('customer') }),
  z.object({ kind: z.literal('approval') }),
  z.object({ kind: z.literal('time'), minutes: expression }),
  z.object({
    kind: z.literal('event'),
    /** The name of the signal another system sends. */
    name: z.string().regex(/^[a-z][a-z0-9_.]{0,60}$/),
    /** CEL over `event` and everything else: which of them is meant. */
    where: expression.optional(),
    /** What the event brought is kept under this name. */
    as: node.optional(),
  }),
]);

/**
 * A workflow as a graph of nodes. Expressions are CEL over `slots` (what the customer gave), whatever lookups were
 * kept `as`, `customer`, `conversation` and `now`; texts are templates over the same.
 */
export const nodeSchema = z.discriminatedUnion('kind', [
  step.extend({
    kind: z.literal('collect'),
    slot: z.string(),
    /** Kind of entity that fills it; `text` takes the whole answer, `choice` one of `choices`, `file` what was attached. */
    entity: z.enum([
      'order',
      'amount',
      'date',
      'email',
      'address',
      'months',
      'plan',
      'invoice',
      'product',
      'text',
      'choice',
      'file',
    ]),
    choices: z
      .array(z.object({ value: z.string().min(1).max(80), says: z.array(z.string().min(1).max(80)).min(1).max(12) }))
      .max(20)
      .optional(),
    ask: wordingSchema,
    /** A value to take without asking, such as the only open order; null when there is none. */
    assume: expression.optional(),
    /** What a value must be, CEL over `value` and everything else, and what is said where it is not. */
    valid: z.object({ when: expression, says: wordingSchema }).optional(),
    /** Asked so often in vain, people take over. */
    tries: z.number().int().min(1).max(3).default(2),
    next: node,
  }),
  step.extend({
    kind: z.literal('verify'),
    /** The customer must be known by more than their word. */
    next: node,
    otherwise: node,
  }),
  step.extend({
    kind: z.literal('lookup'),
    tool: z.string(),
    args: z.record(z.string(), expression).default({}),
    as: z.string(),
    says: template,
    next: node,
    /** The record does not exist. */
    missing: node.optional(),
  }),
  step.extend({
    kind: z.literal('extract'),
    /** Which file: what a collect step for a file has kept. */
    file: expression,
    /** What is read, for people: "Read the identity document". */
    says: template,
    fields: z
      .record(
        node.refine((name) => !(readingNames as readonly string[]).includes(name), 'is a name that every reading has'),
        extractFieldSchema,
      )
      .refine((fields) => Object.keys(fields).length >= 1 && Object.keys(fields).length <= 20, 'needs 1 to 20 fields'),
    /** What has to be so, over the fields and the slots; what was found is explained to the agent with each. */
    checks: z.array(extractCheckSchema).max(20).default([]),
    /** What was read is kept under this name. */
    as: node,
    next: node,
    /** There is no text in it, or nothing of what is looked for. Without it people take over. */
    unreadable: node.optional(),
  }),
  step.extend({
    kind: z.literal('decide'),
    branches: z.array(z.object({ when: expression, next: node, label: z.string().max(40).optional() })).min(1),
    otherwise: node,
  }),
  step.extend({ kind: z.literal('confirm'), ask: wordingSchema, next: node, declined: node }),
  step.extend({
    kind: z.literal('act'),
    tool: z.string(),
    args: z.record(z.string(), expression).default({}),
    as: z.string(),
    /** What it does, for people: "Refund of $89.00 for NL-48213". */
    says: template,
    next: node,
    /** Where a denial goes: the decision's words are in `denied`. Without it the denial's sentence is the reply. */
    denied: node.optional(),
    failed: z.record(z.string(), node).optional(),
    /** Told after an approval was given and it was done, where no `wait` for the approval follows. */
    told: wordingSchema,
  }),
  step.extend({
    kind: z.literal('wait'),
    until: untilSchema,
    /** What the customer hears meanwhile. */
    says: wordingSchema.optional(),
    next: node,
    timeout: z.object({ minutes: z.number().int().min(1).max(525_600), next: node }).optional(),
  }),
  step.extend({
    kind: z.literal('call'),
    /** Key of another playbook, walked as a part of this one until it returns. */
    playbook: z.string(),
    /** Its slots, as expressions over this one's. */
    with: z.record(z.string(), expression).default({}),
    /** What it returns is kept under this name. */
    as: z.string(),
    next: node,
  }),
  step.extend({ kind: z.literal('return'), value: z.record(z.string(), expression).default({}) }),
  step.extend({
    kind: z.literal('compensate'),
    /** Acts of this run that are taken back, newest first; those that never happened are passed over. */
    acts: z.array(node).min(1),
    next: node,
  }),
  step.extend({
    kind: z.literal('reply'),
    text: wordingSchema,
    /** Slugs of the articles it rests on. */
    articles: z.array(z.string()).default([]),
    /** The customer is done: the conversation ends as solved. */
    closes: z.boolean().default(false),
    /** Said on the way: the run goes on there. */
    next: node.optional(),
  }),
  step.extend({
    kind: z.literal('handoff'),
    team: z.string().optional(),
    stopped: template,
    missing: z.array(template).default([]),
    suggestion: z.object({ text: template, draft: template }).optional(),
  }),
]);
export type PlaybookNode = z.infer<typeof nodeSchema>;
export type NodeKind = PlaybookNode['kind'];

/** When it starts. All that is said must hold; a playbook without intents and signals is only called by others. */
export const triggerSchema = z.object({
  intents: z.array(z.string()).default([]),
  /** Channels it answers on; all where none is named. */
  channels: z.array(z.string()).default([]),
  /** CEL over `customer` and `conversation`: for whom. */
  segment: expression.optional(),
  /** Signals of other systems that start it. */
  signals: z.array(z.string()).default([]),
});

export const playbookSchema = z
  .object({
    name: z.string().min(1).max(80),
    description: z.string().max(400).default(''),
    team: z.string(),
    /** What the customer wants, as a sentence for the agent. */
    wants: template,
    trigger: triggerSchema,
    start: node,
    nodes: z.record(node, nodeSchema),
    /** Where nodes lie on the canvas, in pixels; those that are not in it are laid out. */
    layout: z.record(node, z.object({ x: z.number(), y: z.number() })).default({}),
  })
  .superRefine((playbook, context) => {
    const known = new Set(Object.keys(playbook.nodes));
    if (!known.has(playbook.start))
      context.addIssue({ code: 'custom', path: ['start'], message: `"${playbook.start}" is not a node` });
    for (const [name, one] of Object.entries(playbook.nodes)) {
      for (const { to } of edgesOf(one).filter((edge) => !known.has(edge.to)))
        context.addIssue({ code: 'custom', path: ['nodes', name], message: `leads to "${to}", which is not a node` });
    }
  });
export type PlaybookDefinition = z.infer<typeof playbookSchema>;
export type ReleasedPlaybook = { key: string; version: number; definition: PlaybookDefinition };

/** `by` names the way out: `next`, `otherwise`, `branches.0`, `failed.already_done` … */
export type Edge = { by: string; to: string };

/** Where a node can lead, in the order in which it is drawn. */
export function edgesOf(one: PlaybookNode): Edge[] {
  const way = (by: string, to: string | undefined): Edge[] => (to === undefined ? [] : [{ by, to }]);
  switch (one.kind) {
    case 'collect':
    case 'call':
    case 'compensate':
    case 'reply':
      return way('next', one.next);
    case 'verify':
      return [...way('next', one.next), ...way('otherwise', one.otherwise)];
    case 'lookup':
      return [...way('next', one.next), ...way('missing', one.missing)];
    case 'extract':
      return [...way('next', one.next), ...way('unreadable', one.unreadable)];
    case 'decide':
      return [
        ...one.branches.flatMap((branch, at) => way(`branches.${at}`, branch.next)),
        ...way('otherwise', one.otherwise),
      ];
    case 'confirm':
      return [...way('next', one.next), ...way('declined', one.declined)];
    case 'act':
      return [
        ...way('next', one.next),
        ...way('denied', one.denied),
        ...Object.entries(one.failed ?? {}).flatMap(([code, to]) => way(`failed.${code}`, to)),
      ];
    case 'wait':
      return [...way('next', one.next), ...way('timeout', one.timeout?.next)];
    case 'return':
    case 'handoff':
      return [];
  }
}
