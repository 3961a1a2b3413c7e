import { z } from 'zod';

const expression = z.string().min(1).max(2_000);
const template = z.string().min(1).max(2_000);
const node = z.string().regex(/^[a-z][a-z0-9_]{0,40}$/);

/**
 * A workflow as a graph of nodes. Expressions are CEL over `slots` (what the customer gave), whatever lookups were
 * kept `as`, `customer`, `conversation` and `now`; texts are templates over the same.
 */
export const nodeSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('collect'),
    slot: z.string(),
    /** Kind of entity that fills it; `text` takes the whole answer. */
    entity: z.enum(['order', 'amount', 'date', 'email', 'address', 'months', 'plan', 'invoice', 'product', 'text']),
    ask: template,
    /** A value to take without asking, such as the only open order; null when there is none. */
    assume: expression.optional(),
    /** Asked so often in vain, it goes here; a handoff when not set. */
    tries: z.number().int().min(1).max(3).default(2),
    next: node,
  }),
  z.object({
    kind: z.literal('verify'),
    /** The customer must be known by more than their word. */
    next: node,
    otherwise: node,
  }),
  z.object({
    kind: z.literal('lookup'),
    tool: z.string(),
    args: z.record(z.string(), expression),
    as: z.string(),
    says: template,
    next: node,
    /** The record does not exist. */
    missing: node.optional(),
  }),
  z.object({
    kind: z.literal('decide'),
    branches: z.array(z.object({ when: expression, next: node })).min(1),
    otherwise: node,
  }),
  z.object({ kind: z.literal('confirm'), ask: template, next: node, declined: node }),
  z.object({
    kind: z.literal('act'),
    tool: z.string(),
    args: z.record(z.string(), expression),
    as: z.string(),
    /** What it does, for people: "Refund of $89.00 for NL-48213". */
    says: template,
    next: node,
    /** Where a denial goes: the decision's words are in `denied`. Without it the denial's sentence is the reply. */
    denied: node.optional(),
    failed: z.record(z.string(), node).optional(),
    /** Told after an approval was given and it was done. */
    told: template,
  }),
  z.object({
    kind: z.literal('reply'),
    text: template,
    /** Slugs of the articles it rests on. */
    articles: z.array(z.string()).default([]),
    /** The customer is done: the conversation ends as solved. */
    closes: z.boolean().default(false),
  }),
  z.object({
    kind: z.literal('handoff'),
    stopped: template,
    missing: z.array(template).default([]),
    suggestion: z.object({ text: template, draft: template }).optional(),
  }),
]);
export type PlaybookNode = z.infer<typeof nodeSchema>;

export const playbookSchema = z
  .object({
    name: z.string(),
    team: z.string(),
    /** What the customer wants, as a sentence for the agent. */
    wants: template,
    start: node,
    nodes: z.record(node, nodeSchema),
  })
  .superRefine((playbook, context) => {
    const known = new Set(Object.keys(playbook.nodes));
    const named = [playbook.start, ...Object.values(playbook.nodes).flatMap(edgesOf)];
    for (const target of named) {
      if (!known.has(target))
        context.addIssue({ code: 'custom', message: `leads to "${target}", which is not a node` });
    }
  });
export type PlaybookDefinition = z.infer<typeof playbookSchema>;
export type ReleasedPlaybook = { key: string; version: number; intent: string; definition: PlaybookDefinition };

function edgesOf(step: PlaybookNode): string[] {
  switch (step.kind) {
    case 'collect':
      return [step.next];
    case 'verify':
      return [step.next, step.otherwise];
    case 'lookup':
      return [step.next, ...(step.missing ? [step.missing] : [])];
    case 'decide':
      return [...step.branches.map((branch) => branch.next), step.otherwise];
    case 'confirm':
      return [step.next, step.declined];
    case 'act':
      return [step.next, ...(step.denied ? [step.denied] : []), ...Object.values(step.failed ?? {})];
    case 'reply':
    case 'handoff':
      return [];
  }
}
