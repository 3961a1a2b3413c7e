import type { z } from 'zod';
import type { policySchema } from '../../lib/governance/policy.schema';

export type PolicySeed = { key: string; definition: z.input<typeof policySchema> };
export type Rule = PolicySeed['definition']['rules'][number];

/** What every write of a customer's own things asks first. */
export const own: Rule[] = [
  {
    name: 'verified',
    when: '!conversation.verified',
    effect: 'deny',
    check: 'Customer is verified',
    agent: 'The customer is not verified.',
    customer: 'Please sign in first, so that I know it is you.',
  },
  {
    name: 'confirmed',
    when: '!conversation.confirmed',
    effect: 'deny',
    check: 'Customer said yes',
    agent: 'The customer has not said yes to exactly this.',
  },
  {
    name: 'trusted',
    when: '!conversation.trusted',
    effect: 'deny',
    check: 'No attempt to steer',
    agent: 'The message tries to steer the assistant, so it may not write on it.',
  },
];
export const orderFact = { shop: { tool: 'orders.get', args: { order: 'action.args.order' } } };
export const found: Rule = {
  name: 'order-found',
  when: '!has(facts.shop.order)',
  effect: 'deny',
  agent: 'The order is not among the customer’s own.',
};
