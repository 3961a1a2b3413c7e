import { describe, expect, it } from 'vitest';
import { evaluateExpression } from '../../governance/evaluate-expression';
import { playbookSchema, type ReleasedPlaybook } from '../../governance/playbook.schema';
import { fittingPlaybooks } from './fitting-playbooks';

const book = (key: string, trigger: Record<string, unknown>): ReleasedPlaybook => ({
  key,
  version: 1,
  definition: playbookSchema.parse({
    name: key,
    team: 'x',
    wants: 'y',
    trigger: { intents: ['refund'], ...trigger },
    start: 'a',
    nodes: { a: { kind: 'reply', text: 'x' } },
  }),
});
const all = [
  book('everybody', {}),
  book('phone', { channels: ['voice', 'sms'] }),
  book('gold', { segment: 'customer.tier == "Gold"' }),
  book('gold-chat', { segment: 'customer.tier == "Gold" && conversation.verified', channels: ['web_chat'] }),
  book('broken', { segment: 'customer.shoes > 3' }),
  book('no-answer', { segment: 'customer.tier' }),
];
const keysFor = (tier: string | null, channel: string, verified = true) =>
  fittingPlaybooks(all, { customer: { tier }, conversation: { channel, verified } }, evaluateExpression).map(
    ({ key }) => key,
  );

describe('fittingPlaybooks', () => {
  it.each([
    [null, 'email', true, ['everybody']],
    [null, 'voice', true, ['phone', 'everybody']],
    ['Gold', 'email', true, ['gold', 'everybody']],
    ['Gold', 'sms', true, ['gold', 'phone', 'everybody']],
    ['Gold', 'web_chat', true, ['gold-chat', 'gold', 'everybody']],
    ['Gold', 'web_chat', false, ['gold', 'everybody']],
  ])('%s on %s, verified %s', (tier, channel, verified, keys) => {
    expect(keysFor(tier, channel, verified)).toEqual(keys);
  });
});
