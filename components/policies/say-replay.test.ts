import { describe, expect, it } from 'vitest';
import type { Replay, ReplayRow } from '@/lib/governance/replay.schema';
import { sayDecided, sayReplay } from './say-replay';

const row = (more: Partial<ReplayRow> = {}): ReplayRow => ({
  actionId: 'a',
  conversationId: 'c',
  customer: 'Lena Vogt',
  amountCents: 54_000,
  at: '2026-11-01T10:00:00Z',
  says: 'Refund $540.00',
  was: 'needs_approval',
  would: 'allow',
  rule: 'within-rules',
  status: 'succeeded',
  by: 'Sam Ortiz',
  waitedMinutes: 22,
  ...more,
});
const replay = (rows: ReplayRow[], more: Partial<Replay> = {}): Replay => ({
  days: 30,
  decisions: 1_906,
  left: 0,
  same: 1_906 - rows.length,
  changes: rows.length
    ? [{ was: 'needs_approval', would: 'allow', count: rows.length, cents: rows.length * 54_000 }]
    : [],
  stricter: 0,
  rows,
  tookMs: 4_200,
  ...more,
});

describe('a replay says', () => {
  const waiting = row({ status: 'waiting_approval', by: null, waitedMinutes: null });
  it.each<[string, Replay, string]>([
    [
      'that nothing was decided',
      replay([], { decisions: 0 }),
      'Nothing was decided by these tools in the last 30 days.',
    ],
    ['that all is the same', replay([]), 'Every decision would be the same.'],
    [
      'what people decided meanwhile',
      replay([row(), row(), waiting]),
      '3 would end differently, worth $1,620.00. 2 were approved and one still waits.',
    ],
    [
      'what was refused',
      replay([row({ status: 'denied' })]),
      'One would end differently, worth $540.00. One was refused.',
    ],
    [
      'nothing of people where not all is shown',
      replay([row()], { changes: [{ was: 'needs_approval', would: 'allow', count: 60, cents: 0 }] }),
      '60 would end differently.',
    ],
    [
      'what could not be decided again',
      replay([], { left: 4 }),
      'Every decision would be the same. 4 could not be decided again: not all it needs was recorded.',
    ],
  ])('%s', (_, given, wanted) => expect(sayReplay(given)).toBe(wanted));

  it.each<[ReplayRow, string]>([
    [row(), 'Sam, 22 min'],
    [row({ by: 'Nora Feld', waitedMinutes: 4 }), 'you, 4 min'],
    [row({ status: 'denied', waitedMinutes: 130 }), 'refused by Sam, 2 h'],
    [waiting, 'still waits'],
    [row({ by: null, status: 'denied' }), 'denied at once'],
    [row({ by: null }), 'done at once'],
    [row({ by: null, status: 'expired' }), 'nobody in time'],
  ])('who decided then: %#', (given, wanted) => expect(sayDecided(given, 'Nora Feld')).toBe(wanted));
});
