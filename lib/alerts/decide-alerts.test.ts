import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calmMs, decideAlerts, type Finding, type Standing, type Step, sameAgainMs } from './decide-alerts';

const now = new Date('2026-11-21T12:00:00Z');
const ago = (ms: number) => new Date(now.getTime() - ms);
const minute = 60_000;
const finding = (more: Partial<Finding> = {}): Finding => ({
  ...{ rule: 'queue.oldest', subject: 'billing', state: 'on', severity: 'urgent', says: 'Billing: 61 min', value: 61 },
  ...more,
});
const standing = (more: Partial<Standing> = {}): Standing => ({
  ...{
    id: 'a',
    rule: 'queue.oldest',
    subject: 'billing',
    severity: 'urgent',
    says: 'Billing: 61 min',
    calmSince: null,
  },
  ...{ endedAt: null, toldAt: ago(minute), heardOpen: true, acknowledgedAt: null, silencedUntil: null },
  ...more,
});
const all = new Set(['queue.oldest']);
const decide = (alerts: Standing[], findings: Finding[], rules: Set<string> = all) =>
  decideAlerts(alerts, { rules, findings }, () => 60, now);
const kinds = (steps: ReturnType<typeof decide>) =>
  steps.map((step) => ('tell' in step && step.tell ? `${step.kind}, told` : step.kind));

describe('decideAlerts', () => {
  it.each<[string, Standing[], Finding[], string[]]>([
    ['nothing', [], [], []],
    ['it begins', [], [finding()], ['open, told']],
    ['what is nearly so begins nothing', [], [finding({ state: 'between' })], []],
    ['it goes on', [standing()], [finding()], []],
    ['it goes on, and is more', [standing()], [finding({ says: 'Billing: 62 min' })], ['update']],
    ['it goes on unheard for an hour', [standing({ toldAt: ago(60 * minute) })], [finding()], ['update, told']],
    ['an hour, acknowledged', [standing({ toldAt: ago(60 * minute), acknowledgedAt: ago(1) })], [finding()], []],
    ['an hour, silenced', [standing({ toldAt: ago(60 * minute), silencedUntil: ago(-1) })], [finding()], []],
    [
      'an hour, silenced until just now',
      [standing({ toldAt: ago(60 * minute), silencedUntil: now })],
      [finding()],
      ['update, told'],
    ],
    ['an hour, only nearly so', [standing({ toldAt: ago(60 * minute) })], [finding({ state: 'between' })], []],
    ['nearly so keeps it', [standing()], [finding({ state: 'between' })], []],
    ['it stops', [standing()], [], ['calm']],
    ['it stopped a moment ago', [standing({ calmSince: ago(calmMs - 1) })], [], []],
    ['it is over', [standing({ calmSince: ago(calmMs) })], [], ['end, told']],
    ['it is over, and nobody had heard of it', [standing({ calmSince: ago(calmMs), heardOpen: false })], [], ['end']],
    ['it is over, silenced', [standing({ calmSince: ago(calmMs), silencedUntil: ago(-1) })], [], ['end']],
    ['it had stopped, and did not', [standing({ calmSince: ago(calmMs) })], [finding()], ['update']],
    ['it is back within the hour', [standing({ endedAt: ago(minute), heardOpen: false })], [finding()], ['reopen']],
    [
      'it is back, and was told long ago',
      [standing({ endedAt: ago(minute), toldAt: ago(61 * minute) })],
      [finding()],
      ['reopen, told'],
    ],
    ['it is back later', [standing({ endedAt: ago(sameAgainMs), toldAt: ago(40 * minute) })], [finding()], ['open']],
    [
      'it is back much later, acknowledged then',
      [standing({ endedAt: ago(sameAgainMs), toldAt: ago(60 * minute), acknowledgedAt: ago(50 * minute) })],
      [finding()],
      ['open, told'],
    ],
    ['the same rule about another', [standing()], [finding({ subject: 'sales' })], ['open, told', 'calm']],
    ['twice the same', [], [finding(), finding()], ['open, told']],
  ])('%s', (_, alerts, findings, expected) => expect(kinds(decide(alerts, findings))).toEqual(expected));

  it('leaves alone what could not be looked at', () => {
    expect(decide([standing({ calmSince: ago(calmMs) })], [], new Set())).toEqual([]);
  });

  it('is never a storm: however it wavers, its beginning is told at most once an hour', () => {
    // Every 15 seconds for three hours it is so, nearly so, or not.
    const looks = fc.array(fc.constantFrom<'on' | 'between' | 'off'>('on', 'between', 'off'), {
      minLength: 200,
      maxLength: 720,
    });
    fc.assert(
      fc.property(looks, (states) => {
        const { told, ends } = play(states);
        for (const [at, time] of told.entries())
          if (at > 0) expect(time - told[at - 1]!).toBeGreaterThanOrEqual(60 * minute);
        expect(ends).toBeLessThanOrEqual(told.length);
      }),
    );
  });
});

/** When its beginning was told, and how often its end. */
function play(states: readonly ('on' | 'between' | 'off')[]): { told: number[]; ends: number } {
  let alert: Standing | undefined;
  const told: number[] = [];
  let ends = 0;
  for (const [at, state] of states.entries()) {
    const time = new Date(now.getTime() + at * 15_000);
    const findings = state === 'off' ? [] : [finding({ state })];
    const [step, ...more] = decideAlerts(alert ? [alert] : [], { rules: all, findings }, () => 60, time);
    expect(more).toEqual([]);
    if (!step) continue;
    alert = apply(alert, step, time);
    if (!('tell' in step && step.tell)) continue;
    if (step.kind === 'end') ends++;
    else told.push(time.getTime());
  }
  return { told, ends };
}

/** As keep-alerts.ts writes it. */
function apply(alert: Standing | undefined, step: Step, time: Date): Standing {
  const before = step.kind === 'open' ? standing({ toldAt: step.toldAt, heardOpen: false }) : alert!;
  if (step.kind === 'calm') return { ...before, calmSince: time };
  if (step.kind === 'end') return { ...before, endedAt: time, heardOpen: step.tell ? false : before.heardOpen };
  const open = { ...before, calmSince: null, endedAt: null };
  return step.tell ? { ...open, toldAt: time, heardOpen: true } : open;
}
