import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../platform/test-database';

let desk: TestDatabase;
let hold: typeof import('./hold-conversation');
let write: typeof import('./write-message');
let append: typeof import('./append-message').appendMessage;
let transact: typeof import('../platform/db').inTransaction;
let lock: typeof import('./lock-conversation').lockConversation;

beforeAll(async () => {
  desk = await openTestDatabase();
  hold = await import('./hold-conversation');
  write = await import('./write-message');
  ({ appendMessage: append } = await import('./append-message'));
  ({ inTransaction: transact } = await import('../platform/db'));
  ({ lockConversation: lock } = await import('./lock-conversation'));
});
afterAll(() => desk?.close());

const read = (id: string) => desk.db.conversation.findUniqueOrThrow({ where: { id } });
const conflict = { code: 'conflict' };
/** The assistant's way to speak: only under the lock, only while it holds. */
const assistantSpeaks = (id: string) =>
  transact(async (tx) => {
    const now = await lock(tx, id);
    if (now.holder !== 'assistant' || now.state !== 'open') return;
    await append(tx, { conversationId: id, channelId: now.channelId, author: 'assistant', text: 'Hello' });
  });

describe('taking', () => {
  it('gives a conversation to one of twenty who take it at once; the others hear who has it', async () => {
    const people = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        desk.db.person.create({
          data: {
            id: randomUUID(),
            name: `Person${index} Smith`,
            email: `${randomUUID()}@x.example`,
            role: 'supervisor',
            passwordHash: '',
          },
        }),
      ),
    );
    const { id } = await desk.conversation({ holder: 'queue' });
    const tries = await Promise.allSettled(
      people.map((person) =>
        hold.takeConversation({ ...desk.people.supervisor, id: person.id, name: person.name }, id),
      ),
    );
    const winner = tries.findIndex((one) => one.status === 'fulfilled');
    expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    for (const one of tries) {
      if (one.status === 'rejected')
        expect(one.reason).toMatchObject({
          ...conflict,
          message: expect.stringContaining(`Person${winner} took this at `),
        });
    }
    expect(await read(id)).toMatchObject({ holder: 'agent', agentId: people[winner]!.id, version: 1 });
    expect(await desk.db.auditEntry.count({ where: { subjectId: id } })).toBe(1);
    expect(await desk.db.outboxEvent.count({ where: { conversationId: id, name: 'conversation.changed' } })).toBe(1);
  });

  it('lets only the holder reply, and says what became of the text', async () => {
    const { supervisor, admin } = desk.people;
    const { id } = await desk.conversation({ holder: 'queue' });
    await expect(write.writeReply(supervisor, { conversationId: id, text: 'Hi' })).rejects.toMatchObject({
      ...conflict,
      message: expect.stringContaining('not sent'),
    });
    await hold.takeConversation(admin, id);
    await expect(write.writeReply(supervisor, { conversationId: id, text: 'Hi' })).rejects.toMatchObject({
      ...conflict,
      message: expect.stringContaining('Nora took this'),
    });
    await write.writeReply(admin, { conversationId: id, text: 'My card is 4111 1111 1111 1111' });
    await write.writeNote(supervisor, { conversationId: id, text: 'A note' });
    const messages = await desk.db.message.findMany({
      where: { conversationId: id, kind: { in: ['reply', 'note'] } },
      orderBy: { createdAt: 'asc' },
    });
    expect(messages.map((one) => [one.author, one.kind])).toEqual([
      ['agent', 'reply'],
      ['agent', 'note'],
    ]);
    expect(messages[0]?.text).not.toContain('4111');
  });

  it('hides another team’s conversation from an agent, whatever the verb', async () => {
    const [ines] = desk.people.agents;
    const { id } = await desk.conversation({ holder: 'queue', teamId: desk.teams.billing });
    const missing = { code: 'not_found' };
    await expect(hold.takeConversation(ines, id)).rejects.toMatchObject(missing);
    await expect(hold.assignConversation(ines, id, { personId: ines.id })).rejects.toMatchObject(missing);
    await expect(hold.solveConversation(ines, id)).rejects.toMatchObject(missing);
    await expect(hold.handBack(ines, id)).rejects.toMatchObject(missing);
    await expect(write.writeNote(ines, { conversationId: id, text: 'x' })).rejects.toMatchObject(missing);
    await expect(hold.takeConversation(ines, 'not-an-id')).rejects.toMatchObject(missing);
    expect(await read(id)).toMatchObject({ holder: 'queue', version: 0 });
  });
});

describe('handing back', () => {
  it('asks for a turn only when the customer’s last message has no answer', async () => {
    const { admin } = desk.people;
    const { id } = await desk.conversation({ holder: 'queue' });
    const channelId = desk.channels.api;
    await transact((tx) => append(tx, { conversationId: id, channelId, author: 'customer', text: 'Hello?' }));
    await hold.handBack(admin, id);
    const due = () => desk.db.outboxEvent.count({ where: { conversationId: id, name: 'turn.due' } });
    expect(await due()).toBe(1);
    await hold.takeConversation(admin, id);
    await write.writeReply(admin, { conversationId: id, text: 'Here' });
    await hold.handBack(admin, id);
    expect(await due()).toBe(1);
    await expect(hold.handBack(admin, id)).rejects.toMatchObject(conflict);
  });
});

describe('any verbs in any order, several at once', () => {
  const verbs = [
    'take',
    'assign',
    'release',
    'hand_back',
    'solve',
    'reopen',
    'reply',
    'assistant',
    'assistant',
  ] as const;
  const step = fc.record({ verb: fc.constantFrom(...verbs), who: fc.nat(2), whom: fc.nat(2) });

  it('keep one holder, one line of versions, and never two voices', async () => {
    const all = [desk.people.admin, desk.people.supervisor, desk.people.agents[0]];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 6 }),
        async (rounds) => {
          const { id } = await desk.conversation();
          const act = ({
            verb,
            who,
            whom,
          }: {
            verb: (typeof verbs)[number];
            who: number;
            whom: number;
          }): Promise<unknown> => {
            const person = all[who]!;
            switch (verb) {
              case 'take':
                return hold.takeConversation(person, id);
              case 'assign':
                return hold.assignConversation(person, id, { personId: all[whom]!.id });
              case 'release':
                return hold.assignConversation(person, id, { teamId: desk.teams.orders! });
              case 'hand_back':
                return hold.handBack(person, id);
              case 'solve':
                return hold.solveConversation(person, id);
              case 'reopen':
                return hold.reopenConversation(person, id);
              case 'reply':
                return write.writeReply(person, { conversationId: id, text: 'Hi' });
              case 'assistant':
                return assistantSpeaks(id);
            }
          };
          for (const round of rounds) {
            const results = await Promise.allSettled(round.map(act));
            for (const one of results)
              if (one.status === 'rejected')
                expect(one.reason).toMatchObject({ code: expect.stringMatching(/conflict|not_found/) });
            const now = await read(id);
            if (now.state === 'open') expect(now.holder === 'agent').toBe(now.agentId !== null);
          }
          await checkVoices(id);
        },
      ),
      { numRuns: 20 },
    );
  });

  /** Replays the moves in the order they were appended: who spoke must have held it at that point. */
  async function checkVoices(id: string) {
    const messages = await desk.db.message.findMany({
      where: { conversationId: id },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    });
    const audit = await desk.db.auditEntry.findMany({ where: { subjectId: id }, orderBy: { seq: 'asc' } });
    let holding: { holder: string; state: string; agentId: string | null } = {
      holder: 'assistant',
      state: 'open',
      agentId: null,
    };
    const moves = audit.map((entry) => ({
      before: entry.before,
      after: entry.after as typeof holding,
      silent: entry.action === 'conversation.reopen',
    }));
    let next = 0;
    const move = () => {
      expect(moves[next]?.before).toEqual(holding);
      holding = moves[next++]!.after;
    };
    for (const message of messages) {
      if (message.kind === 'event') {
        // A person's reopening is two moves and one line; from one team's queue to another's is a line and no move.
        if (moves[next]?.silent) move();
        const { name } = message.event as { name: string };
        if (name !== 'assign' || !message.text.endsWith('Orders and shipping')) move();
      } else if (message.author === 'assistant') expect(holding).toMatchObject({ holder: 'assistant', state: 'open' });
      else expect(holding).toMatchObject({ holder: 'agent', agentId: message.personId });
    }
    expect(next).toBe(moves.length);
    const times = messages.map((one) => one.createdAt.getTime());
    expect(new Set(times).size).toBe(times.length);
  }
});
