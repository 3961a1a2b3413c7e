import { describe, expect, it } from 'vitest';
import { deriveConversationFact } from './derive-conversation-fact';
import { deriveFacts } from './derive-facts';
import type { ConversationFact } from './facts';
import type { Recorded, RecordedMessage, RecordedMove, RecordedTurn } from './recorded';

const costing = { labourMicrosPerHour: 36_000_000, channelMicros: { email: 2_000 }, activeGapMinutes: 10 };
const came = new Date('2026-11-02T09:00:00Z');
/** Minutes after it came. */
const at = (minutes: number) => new Date(came.getTime() + minutes * 60_000);
const days = (count: number) => count * 24 * 60;
const later = at(days(30));
const min = 60_000;

const message = (minutes: number, more: Partial<RecordedMessage>): RecordedMessage => ({
  ...{ of: 'c', author: 'customer', kind: 'reply', personId: null, outcome: null, event: null, toTeam: null },
  ...{ begunBySplit: false, at: at(minutes) },
  ...more,
});
const asks = (minutes: number) => message(minutes, {});
const bot = (minutes: number, outcome: string | null = 'replied') => message(minutes, { author: 'assistant', outcome });
const person = (minutes: number, personId: string) => message(minutes, { author: 'agent', personId });
const note = (minutes: number, personId: string) => message(minutes, { author: 'agent', kind: 'note', personId });
const event = (minutes: number, name: string, more: Partial<RecordedMessage> = {}) =>
  message(minutes, { author: 'system', kind: 'event', event: name, ...more });

const move = (minutes: number, name: string, more: Partial<RecordedMove> = {}): RecordedMove => ({
  ...{ of: 'c', move: name, actorKind: 'system', actorId: null, holder: 'assistant', state: 'open', agentId: null },
  at: at(minutes),
  ...more,
});
const handOver = (minutes: number) => move(minutes, 'hand_over', { actorKind: 'assistant', holder: 'queue' });
const by = (actorId: string) => ({ actorKind: 'person', actorId });
const take = (minutes: number, who: string) => move(minutes, 'take', { ...by(who), holder: 'agent', agentId: who });
const give = (minutes: number, to: string, from: string) =>
  move(minutes, 'assign', { ...by(from), holder: 'agent', agentId: to });
const solve = (minutes: number, who: string) =>
  move(minutes, 'close', { ...by(who), holder: 'agent', agentId: who, state: 'closed' });
const close = (minutes: number) => move(minutes, 'close', { state: 'closed' });
const comesBack = (minutes: number) => move(minutes, 'reopen', { actorKind: 'customer', actorId: 'k' });

const turn = (minutes: number, more: Partial<RecordedTurn> = {}): RecordedTurn => ({
  ...{
    id: `t${minutes}`,
    of: 'c',
    number: 1,
    status: 'saved',
    outcome: 'replied',
    tier: 'autonomous',
    engine: 'local',
  },
  ...{ language: 'en', intent: 'return_item', confidence: 0.93, verdict: null, micros: 0 },
  startedAt: at(minutes),
  endedAt: new Date(at(minutes).getTime() + 800),
  ...more,
});

const story = (more: Partial<Recorded>): Recorded => ({
  ...{
    id: 'c',
    customerId: 'k',
    channel: 'email',
    teamId: null,
    hours: null,
    intent: 'return_item',
    language: 'en',
    customerTier: null,
  },
  ...{
    state: 'open',
    resolution: null,
    rating: null,
    ratingAsked: false,
    npsAsked: false,
    nps: null,
    reopened: 0,
    promised: false,
    dueAt: null,
    breachedAt: null,
  },
  ...{ createdAt: came, closedAt: null, mergedIntoId: null, messages: [asks(0)], moves: [], turns: [], handoffs: [] },
  ...{ actions: [], modelMicros: 0, contacts: [] },
  ...more,
});
const closed = (minutes: number, resolution: string) => ({
  state: 'closed' as const,
  closedAt: at(minutes),
  resolution,
});
const handoff = (minutes: number, teamId: string | null = null, reason = 'low_confidence') => ({
  reason,
  teamId,
  at: at(minutes),
});

/** Monday to Friday, nine to five in Denver: the desk came on a Monday at 02:00 there. */
const office = {
  timeZone: 'America/Denver',
  hours: [1, 2, 3, 4, 5].map((day) => ({ day, from: '09:00', to: '17:00' })),
  holidays: [{ date: '2026-11-03', name: 'Election Day' }],
};

const table: [string, Recorded, Date, Partial<ConversationFact>][] = [
  [
    'no working hours: day and night',
    story({ messages: [asks(0), person(30, 'ana')], moves: [handOver(5)], ...closed(40, 'agent') }),
    later,
    {
      ...{ peopleReplyMs: 30 * min, peopleWaitMs: 25 * min, resolutionMs: 40 * min },
      ...{ peopleReplyWorkMs: 30 * min, peopleWaitWorkMs: 25 * min, resolutionWorkMs: 40 * min },
    },
  ],
  [
    'came in the night: the hours of the team begin at nine there, 16:00 here',
    story({ hours: office, messages: [asks(0), person(7 * 60 + 30, 'ana')], moves: [handOver(0)] }),
    later,
    { peopleReplyMs: 450 * min, peopleReplyWorkMs: 30 * min, peopleWaitWorkMs: 30 * min, resolutionWorkMs: null },
  ],
  [
    'answered before they open: no working time at all',
    story({ hours: office, messages: [asks(0), person(60, 'ana')] }),
    later,
    { peopleReplyMs: 60 * min, peopleReplyWorkMs: 0, peopleWaitWorkMs: null },
  ],
  [
    'over a night and a holiday: what is left of Monday, nothing of Tuesday, an hour of Wednesday',
    story({
      ...{ hours: office, messages: [asks(0), person(days(2) + 8 * 60, 'ana')], moves: [handOver(7 * 60)] },
      ...closed(days(2) + 8 * 60, 'agent'),
    }),
    later,
    { peopleReplyWorkMs: 9 * 60 * min, peopleWaitWorkMs: 9 * 60 * min, resolutionWorkMs: 9 * 60 * min },
  ],
  [
    'over the day on which the clocks go back: the night is an hour longer, the hours of work are not',
    story({
      ...{ hours: { ...office, hours: office.hours.concat({ day: 7, from: '00:00', to: '24:00' }), holidays: [] } },
      ...{ createdAt: new Date('2026-11-01T05:00:00Z'), messages: [message(-28 * 60, {}), person(0, 'ana')] },
    }),
    later,
    // From Saturday 23:00 there until Monday 02:00: the whole of Sunday, which has 25 hours.
    { peopleReplyMs: 28 * 60 * min, peopleReplyWorkMs: 25 * 60 * min },
  ],
  [
    'nobody replied',
    story({}),
    later,
    {
      ...{ assistantReplyMs: null, peopleReplyMs: null, resolutionMs: null, solvedAt: null, resolution: null },
      ...{ peopleTookPart: false, assistantSpoke: false, peopleHandleMs: 0, matured: false, dueAt: null, sla: null },
    },
  ],
  [
    'the assistant alone',
    story({
      messages: [asks(0), bot(0.1)],
      turns: [turn(0.05)],
      moves: [close(3)],
      modelMicros: 420,
      ...closed(3, 'verified'),
    }),
    later,
    {
      ...{
        assistantReplyMs: 6_000,
        peopleReplyMs: null,
        resolutionMs: 3 * min,
        resolution: 'verified',
        tier: 'autonomous',
      },
      ...{ peopleTookPart: false, assistantSpoke: true, assistantHandleMs: 800, peopleHandleMs: 0, labourMicros: 0 },
      ...{ modelMicros: 420, channelMicros: 2_000, matured: true, recontacted: false },
    },
  ],
  [
    'an autoresponder: the acknowledgement of a handover, and what no turn said, are no reply',
    story({ messages: [asks(0), bot(1, 'handed_over'), bot(2, null), bot(5)] }),
    later,
    { assistantReplyMs: 5 * min, assistantSpoke: true },
  ],
  [
    'system messages and notes are no reply',
    story({ messages: [asks(0), event(1, 'woke'), message(1, { author: 'system' }), note(2, 'ana')] }),
    later,
    { assistantReplyMs: null, peopleReplyMs: null },
  ],
  [
    'bot then person: a question back, handed over at 4, taken at 10, answered at 16, solved at 20',
    story({
      messages: [asks(0), bot(1, 'asked'), asks(3), bot(4, 'handed_over'), person(16, 'ana')],
      moves: [handOver(4), take(10, 'ana'), solve(20, 'ana')],
      handoffs: [handoff(4)],
      ...closed(20, 'agent'),
    }),
    later,
    {
      ...{ assistantReplyMs: 1 * min, peopleReplyMs: 16 * min, peopleWaitMs: 12 * min, resolutionMs: 20 * min },
      // Ten minutes at 36 dollars an hour are six dollars.
      ...{
        peopleHandleMs: 10 * min,
        labourMicros: 6_000_000,
        reason: 'low_confidence',
        peopleTookPart: true,
        transfers: 0,
      },
    },
  ],
  [
    'person then bot: answered by a person, handed back, then by the assistant',
    story({
      messages: [asks(0), person(8, 'ana'), asks(30), bot(31)],
      moves: [take(2, 'ana'), move(9, 'hand_back', by('ana')), close(100)],
      ...closed(100, 'assumed'),
    }),
    later,
    {
      peopleReplyMs: 8 * min,
      peopleWaitMs: 6 * min,
      assistantReplyMs: 31 * min,
      peopleHandleMs: 7 * min,
      peopleTookPart: true,
      reason: null,
    },
  ],
  [
    'a longer time without an act does not count: 3 + 9 of 45 minutes',
    story({
      messages: [asks(0), note(3, 'ana'), person(36, 'ana')],
      moves: [take(0, 'ana'), solve(45, 'ana')],
      ...closed(45, 'agent'),
    }),
    later,
    { peopleHandleMs: 12 * min },
  ],
  [
    'exactly as long as the gap still counts, a millisecond more does not',
    story({
      messages: [
        person(10, 'ana'),
        message(0, { author: 'agent', personId: 'ana', at: new Date(at(20).getTime() + 1) }),
      ],
      moves: [take(0, 'ana')],
    }),
    later,
    { peopleHandleMs: 10 * min },
  ],
  [
    'what sleeps is not active until the next act',
    story({
      messages: [event(2, 'snoozed', { personId: 'ana' }), person(8, 'ana'), note(11, 'ana')],
      moves: [take(0, 'ana')],
    }),
    later,
    { peopleHandleMs: 5 * min },
  ],
  [
    'what is done while somebody else holds it is not theirs',
    story({ messages: [note(3, 'ben'), person(5, 'ana'), note(6, 'ben')], moves: [take(0, 'ana')] }),
    later,
    { peopleHandleMs: 5 * min },
  ],
  [
    'transferred: from one person to another counts, back to the queue and to the same one does not',
    story({
      moves: [
        ...[take(0, 'ana'), move(2, 'release', { ...by('ana'), holder: 'queue' }), take(4, 'ana')],
        ...[give(6, 'ben', 'ana'), give(9, 'ana', 'ben')],
      ],
    }),
    later,
    // 0–2, 4–6 and, given at 6, by Ben until he gives it back at 9.
    { transfers: 2, peopleHandleMs: 7 * min },
  ],
  [
    'transferred: from the queue of one team to that of another',
    story({
      messages: [asks(0), event(5, 'assign', { personId: 'ana', toTeam: 'b' })],
      moves: [handOver(1)],
      teamId: 'b',
      handoffs: [handoff(1, 'a')],
    }),
    later,
    { transfers: 1, misrouted: 1, automations: 1 },
  ],
  [
    'routed to the team that has it still',
    story({ moves: [handOver(1)], teamId: 'a', handoffs: [handoff(1, 'a')] }),
    later,
    { transfers: 0, misrouted: 0, automations: 1 },
  ],
  [
    'the first of several reasons',
    story({ moves: [handOver(1)], handoffs: [handoff(1, null, 'sensitive_topic'), handoff(99, null, 'no_answer')] }),
    later,
    { reason: 'sensitive_topic' },
  ],
  [
    'reopened by the customer on day 2: time is to the last solution, contact is counted from the first',
    story({
      moves: [close(60), comesBack(days(2)), close(days(2) + 30)],
      reopened: 1,
      ...closed(days(2) + 30, 'verified'),
    }),
    later,
    { reopened: 1, resolutionMs: (days(2) + 30) * min, firstSolvedAt: at(60), matured: true, recontacted: true },
  ],
  [
    'reopened and open: solved once, and not now',
    story({ moves: [close(60), comesBack(days(2))], reopened: 1 }),
    later,
    { solvedAt: null, resolutionMs: null, resolution: null, firstSolvedAt: at(60), matured: true, recontacted: true },
  ],
  [
    'reopened on day 9: that is another contact',
    story({
      moves: [close(60), comesBack(days(9)), close(days(9) + 1)],
      reopened: 1,
      ...closed(days(9) + 1, 'verified'),
    }),
    later,
    { matured: true, recontacted: false },
  ],
  [
    'reopened by a colleague: the customer did not come back',
    story({ moves: [close(60), move(90, 'reopen', by('ana')), solve(95, 'ana')], reopened: 1, ...closed(95, 'agent') }),
    later,
    { recontacted: false },
  ],
  [
    'came back with the same intent within 7 days, over another channel',
    story({
      moves: [close(60)],
      contacts: [{ createdAt: at(60 + days(7)), intent: 'return_item' }],
      ...closed(60, 'assumed'),
    }),
    later,
    { matured: true, recontacted: true },
  ],
  [
    'came with something else, too late, or before it was solved',
    story({
      moves: [close(60)],
      contacts: [
        { createdAt: at(120), intent: 'order_status' },
        { createdAt: at(61 + days(7)), intent: 'return_item' },
        { createdAt: at(30), intent: 'return_item' },
        { createdAt: at(130), intent: null },
      ],
      ...closed(60, 'assumed'),
    }),
    later,
    { matured: true, recontacted: false },
  ],
  [
    'an issue nobody could name is none that comes back',
    story({
      intent: null,
      moves: [close(60)],
      contacts: [{ createdAt: at(90), intent: null }],
      ...closed(60, 'assumed'),
    }),
    later,
    { recontacted: false },
  ],
  [
    'an immature cohort is held back, and due when it is mature',
    story({ moves: [close(60)], contacts: [{ createdAt: at(120), intent: 'return_item' }], ...closed(60, 'assumed') }),
    at(60 + days(7) - 1),
    { matured: false, recontacted: false, dueAt: at(60 + days(7)) },
  ],
  [
    'mature to the minute',
    story({ moves: [close(60)], ...closed(60, 'assumed') }),
    at(60 + days(7)),
    { matured: true, dueAt: null },
  ],
  [
    'merged: what was said in its part is its own, from the earliest on; the part’s close ends nothing',
    story({
      createdAt: at(30),
      messages: [message(0, { of: 'part' }), bot(2), message(30, {}), person(34, 'ana')],
      moves: [move(32, 'merge', { of: 'part', state: 'closed' }), take(31, 'ana'), solve(36, 'ana')],
      ...closed(36, 'agent'),
    }),
    later,
    {
      cameAt: came,
      assistantReplyMs: 2 * min,
      peopleReplyMs: 34 * min,
      resolutionMs: 36 * min,
      firstSolvedAt: at(36),
      peopleHandleMs: 5 * min,
    },
  ],
  [
    'split: it came with its first message, and began in the hands of who split it',
    story({
      createdAt: at(50),
      messages: [asks(0), event(50, 'split', { begunBySplit: true, personId: 'ana' }), person(55, 'ana')],
      moves: [solve(57, 'ana')],
      ...closed(57, 'agent'),
    }),
    later,
    { cameAt: came, peopleReplyMs: 55 * min, peopleWaitMs: 5 * min, peopleHandleMs: 7 * min, peopleTookPart: true },
  ],
  [
    'asked how it went, and silent',
    story({ ...closed(60, 'agent'), moves: [close(60)], ratingAsked: true }),
    later,
    { rating: null, ratingAsked: true, npsAsked: false, nps: null },
  ],
  [
    'rated without having been asked: who answers was asked',
    story({ ...closed(60, 'agent'), moves: [close(60)], rating: 4 }),
    later,
    { rating: 4, ratingAsked: true },
  ],
  [
    'asked after it whether they would recommend us; nothing is an answer too',
    story({ ...closed(60, 'agent'), moves: [close(60)], npsAsked: true, nps: 0 }),
    later,
    { rating: null, ratingAsked: false, npsAsked: true, nps: 0 },
  ],
  [
    'spanning midnight and the change of the clocks: an hour is an hour',
    story({
      // 23:30 on 31 October to 03:30 on 1 November in Denver, where that night has 25 hours.
      createdAt: new Date('2026-11-01T05:30:00Z'),
      messages: [
        message(0, { at: new Date('2026-11-01T05:30:00Z') }),
        message(0, { author: 'agent', personId: 'ana', at: new Date('2026-11-01T10:30:00Z') }),
      ],
      moves: [{ ...take(0, 'ana'), at: new Date('2026-11-01T10:25:00Z') }],
    }),
    later,
    { peopleReplyMs: 5 * 60 * min, peopleHandleMs: 5 * min },
  ],
  [
    'rated twice: the row keeps the later one',
    story({ ...closed(60, 'agent'), moves: [close(60)], rating: 5 }),
    later,
    { rating: 5 },
  ],
  ['a promise kept', story({ promised: true, moves: [close(60)], ...closed(60, 'agent') }), later, { sla: 'met' }],
  ['a promise that runs is neither', story({ promised: true, dueAt: at(99) }), at(98), { sla: null, dueAt: at(99) }],
  ['overdue and open is broken', story({ promised: true, dueAt: at(99) }), at(99), { sla: 'breached', dueAt: null }],
  [
    'broken once is broken',
    story({ promised: true, breachedAt: at(9), moves: [close(60)], ...closed(60, 'agent') }),
    later,
    { sla: 'breached' },
  ],
  ['nothing promised', story({ moves: [close(60)], ...closed(60, 'agent') }), later, { sla: null }],
  [
    'errors: failed, unknown, reversed, and what the other system saw otherwise; what people asked for is theirs',
    story({
      actions: [
        ...['succeeded', 'failed', 'unknown', 'compensated'].map((status) => ({
          status,
          byPerson: false,
          takesBack: false,
          begun: true,
          differs: status === 'succeeded',
        })),
        { status: 'failed', byPerson: true, takesBack: false, begun: true, differs: true },
        { status: 'succeeded', byPerson: false, takesBack: true, begun: true, differs: false },
        { status: 'denied', byPerson: false, takesBack: false, begun: false, differs: false },
      ],
    }),
    later,
    { automations: 4, failed: 2, reversed: 1, exceptions: 1, misrouted: 0 },
  ],
  [
    'closed without a class: the desk’s own rule',
    story({ messages: [asks(0), bot(1)], moves: [close(60)], state: 'closed', closedAt: at(60) }),
    later,
    { resolution: 'assumed' },
  ],
];

describe('deriveConversationFact', () => {
  it.each(table)('%s', (_, recorded, now, expected) => {
    expect(deriveConversationFact(recorded, costing, now)).toMatchObject(expected);
  });

  it('has none for what is part of another one', () => {
    expect(deriveConversationFact(story({ mergedIntoId: 'd' }), costing, later)).toBeNull();
  });
});

describe('people', () => {
  const recorded = story({
    messages: [asks(0), bot(1), note(12, 'ana'), person(14, 'ana'), person(40, 'ben'), person(42, 'ben')],
    moves: [handOver(2), take(10, 'ana'), give(35, 'ben', 'ana'), solve(45, 'ben')],
    rating: 2,
    ...closed(45, 'agent'),
  });

  it('are told apart, and the assistant is none of them', () => {
    expect(deriveFacts(recorded, costing, later).people).toMatchObject([
      // 10 to 14; the 21 minutes until she gives it away are more than ten.
      { personId: 'ana', replies: 1, handleMs: 4 * min, solved: false, rating: null, firstReplyMs: 4 * min },
      { personId: 'ben', replies: 2, handleMs: 10 * min, solved: true, rating: 2, firstReplyMs: 5 * min },
    ]);
  });

  it('have what became of it told of who brought it to its end', () => {
    const week = 7 * 24 * 60 * min;
    const promised = { ...recorded, promised: true, dueAt: at(60) };
    const told = (recorded: Recorded, now: Date) =>
      deriveFacts(recorded, costing, now).people.map(({ personId, sla, matured, recontacted }) => [
        ...[personId, sla, matured, recontacted],
      ]);
    expect(told(promised, at(50))).toEqual([
      ['ana', null, false, false],
      ['ben', 'met', false, false],
    ]);
    const returned = {
      ...promised,
      moves: [...promised.moves, comesBack(60), solve(80, 'ben')],
    };
    expect(told(returned, new Date(at(45).getTime() + week + min))).toEqual([
      ['ana', null, false, false],
      ['ben', 'met', true, true],
    ]);
  });

  it('are nobody where the assistant was alone', () => {
    const alone = story({ messages: [asks(0), bot(1)], moves: [close(3)], ...closed(3, 'verified') });
    expect(deriveFacts(alone, costing, later).people).toEqual([]);
  });

  it('who only wrote a note had no part', () => {
    const noted = story({ messages: [asks(0), note(1, 'ana')] });
    expect(deriveFacts(noted, costing, later).people).toEqual([]);
  });

  it('a colleague who closes it for who holds it did not solve it', () => {
    const moves = [
      take(0, 'ana'),
      move(5, 'close', { ...by('sam'), holder: 'agent', agentId: 'ana', state: 'closed' }),
    ];
    const facts = deriveFacts(story({ moves, rating: 5, ...closed(5, 'agent') }), costing, later);
    expect(facts.people).toMatchObject([{ personId: 'ana', solved: true, rating: 5 }]);
  });
});

describe('turns', () => {
  it.each<[string, Partial<RecordedTurn>, boolean | null]>([
    ['replied by itself', {}, true],
    ['asked back', { outcome: 'asked' }, true],
    ['reviewed afterwards', { tier: 'reviewed' }, true],
    ['waits for an approval', { outcome: 'approval_requested' }, false],
    ['handed over', { outcome: 'handed_over', tier: 'escalated' }, false],
    ['broke', { status: 'failed', outcome: 'handed_over', tier: 'escalated' }, false],
    ['overtaken by a newer message', { status: 'superseded', outcome: 'superseded', tier: null }, null],
    ['still running', { status: 'running', outcome: null, endedAt: null }, null],
    ['of a conversation that is part of it', { of: 'part' }, null],
  ])('%s', (_, more, carried) => {
    const [fact] = deriveFacts(story({ turns: [turn(1, more)] }), costing, later).turns;
    expect(fact?.carried ?? null).toBe(carried);
  });

  it('keeps what a chart of the assistant is drawn from', () => {
    const facts = deriveFacts(story({ turns: [turn(1, { verdict: 'wrong', micros: 120 })] }), costing, later);
    expect(facts.turns).toMatchObject([
      {
        turnId: 't1',
        at: at(1),
        intent: 'return_item',
        tier: 'autonomous',
        confidence: 0.93,
        ms: 800,
        micros: 120,
        verdict: 'wrong',
      },
    ]);
  });

  it('counts those of a merged conversation, which is no conversation of its own', () => {
    const facts = deriveFacts(story({ mergedIntoId: 'd', turns: [turn(1)] }), costing, later);
    expect(facts).toMatchObject({ conversation: null, people: [], turns: [{ turnId: 't1' }] });
  });
});
