import { describe, expect, it } from 'vitest';
import type { CustomerRecords } from '@/lib/conversations/conversation.schema';
import type { TimelineEntry } from '@/lib/conversations/customer.schema';
import { joinRecords } from './join-records';

const note = (day: number): TimelineEntry => ({
  kind: 'note',
  id: `n${day}`,
  at: `2026-11-${String(day).padStart(2, '0')}T09:00:00.000Z`,
  by: 'Nora',
  text: 'x',
  own: true,
});
const records = (...days: number[]): CustomerRecords => ({
  kind: 'found',
  since: null,
  ordersCount: days.length,
  lifetimeCents: 0,
  subscription: null,
  readAt: '2026-11-21T00:00:00.000Z',
  orders: days.map((day) => ({
    number: `o${day}`,
    status: 'shipped',
    totalCents: 1,
    at: `2026-11-${String(day).padStart(2, '0')}`,
    summary: '',
  })),
});
const ids = (shown: { id: string }[]) => shown.map(({ id }) => id);

describe('joinRecords', () => {
  const entries = [note(20), note(10)];
  it.each<[string, CustomerRecords | undefined, boolean, string[]]>([
    ['puts orders where they belong', records(15, 5), true, ['n20', 'order o15', 'n10', 'order o5']],
    ['keeps back what older pages may come before', records(15, 5), false, ['n20', 'order o15', 'n10']],
    ['shows what there is while the shop is asked', undefined, true, ['n20', 'n10']],
    ['and when it does not answer', { kind: 'unavailable', why: 'down' }, true, ['n20', 'n10']],
  ])('%s', (_, known, complete, expected) => {
    expect(ids(joinRecords(entries, known, complete))).toEqual(expected);
  });
  it('shows orders of who never wrote', () => {
    expect(ids(joinRecords([], records(15), true))).toEqual(['order o15']);
  });
});
