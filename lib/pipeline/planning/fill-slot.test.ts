import { describe, expect, it } from 'vitest';
import type { Entity } from '../plan.schema';
import { fillSlot, gather, type SlotInput } from './fill-slot';

const entity = (kind: Entity['kind'], value: string, more: Partial<Entity> = {}): Entity => ({
  kind,
  value,
  text: value,
  start: 0,
  end: value.length,
  sure: 0.95,
  ...more,
});
type Kind = Parameters<typeof fillSlot>[0]['entity'];
const collect = (kind: Kind) => ({
  kind: 'collect' as const,
  slot: 'slot',
  entity: kind,
  ask: 'Which?',
  tries: 2,
  next: 'a',
});

describe('fillSlot', () => {
  const rows: [string, Kind, Partial<SlotInput>, unknown][] = [
    ['nothing said', 'order', {}, null],
    ['an order', 'order', { entities: [entity('order', 'NL-48213')] }, 'NL-48213'],
    ['the newest of two', 'order', { entities: [entity('order', 'NL-2'), entity('order', 'NL-1')] }, 'NL-2'],
    ['of the right kind', 'order', { entities: [entity('email', 'a@b.example'), entity('order', 'NL-1')] }, 'NL-1'],
    ['too unsure', 'order', { entities: [entity('order', 'NL-1', { sure: 0.49 })] }, null],
    ['kept from before', 'order', { slots: { slot: 'NL-9' }, entities: [entity('order', 'NL-1')] }, 'NL-9'],
    ['an amount in cents', 'amount', { entities: [entity('amount', '79.00', { cents: 7_900 })] }, 7_900],
    ['an amount without cents', 'amount', { entities: [entity('amount', 'some')] }, null],
    ['a day', 'date', { entities: [entity('date', 'Friday', { iso: '2026-11-27' })] }, '2026-11-27'],
    ['months as a number', 'months', { entities: [entity('months', '3')] }, 3],
    ['a text that answers', 'text', { answered: true, message: '  it broke  ' }, 'it broke'],
    ['a text that answers nothing', 'text', { answered: false, message: 'it broke' }, null],
    ['an empty text', 'text', { answered: true, message: '   ' }, null],
    ['a long text, cut', 'text', { answered: true, message: 'x'.repeat(900) }, 'x'.repeat(500)],
  ];
  it.each(rows)('%s', (_, kind, more, expected) => {
    expect(fillSlot(collect(kind), { slots: {}, entities: [], message: '', answered: false, ...more })).toEqual(
      expected,
    );
  });
});

describe('gather', () => {
  it('finds every value, whole numbers as money too', () => {
    expect(gather({ cents: 8_900, list: ['a', { deep: true }], none: null, rate: 0.5 })).toEqual([
      '8900',
      '89.00',
      'a',
      'true',
      '0.5',
    ]);
  });

  it('comes to an end on what goes on for ever', () => {
    const loop: Record<string, unknown> = { name: 'x' };
    loop.self = loop;
    expect(gather(loop).length).toBeLessThan(20);
  });
});
