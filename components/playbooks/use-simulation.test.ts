import { describe, expect, it } from 'vitest';
import type { SimulatedStep } from '@/lib/pipeline/simulation.schema';
import { lightOf } from './use-simulation';

const visit = (node: string, kind: string, more = {}): SimulatedStep['visits'][number] => ({
  playbook: 'warranty',
  node,
  kind,
  title: '',
  says: null,
  value: null,
  tookMs: 214,
  decision: null,
  reading: null,
  ...more,
});
const step = (end: SimulatedStep['end'], visits: SimulatedStep['visits']): SimulatedStep => ({
  given: 'hello',
  now: '2026-11-21T10:00:00Z',
  understood: null,
  end,
  node: visits.at(-1)?.node ?? null,
  says: '',
  closes: false,
  handoff: null,
  awaits: null,
  visits,
  calls: [],
  problem: null,
});

describe('what a simulation lights', () => {
  it('is the way that was walked, with a word for each step', () => {
    const lit = lightOf('warranty', [
      step('ask', [visit('order', 'collect'), visit('found', 'lookup'), visit('sure', 'confirm')]),
      step('reply', [
        visit('sure', 'confirm', { says: 'yes' }),
        visit('elsewhere', 'lookup', { playbook: 'other' }),
        visit('ship', 'act', { decision: { effect: 'needs_approval', policy: null, rule: null, says: '' } }),
        visit('done', 'reply'),
      ]),
    ]);
    expect([...lit.nodes]).toEqual(['order', 'found', 'sure', 'ship', 'done']);
    expect([...lit.ways]).toEqual(['order found', 'found sure', 'sure ship', 'ship done']);
    expect(Object.fromEntries(lit.badges)).toEqual({
      order: 'known',
      found: '214 ms',
      sure: 'yes',
      ship: 'ask',
      done: 'said',
    });
  });

  it.each([
    ['verify', 'unknown'],
    ['confirm', 'no'],
    ['decide', 'otherwise'],
  ])('says of %s what was taken: %s', (kind, says) => {
    const lit = lightOf('warranty', [step('elsewhere', [visit('here', kind, { says }), visit('there', 'reply')])]);
    expect(lit.badges.get('here')).toBe(says);
  });
});
