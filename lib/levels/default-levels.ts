import type { Level, LevelKey } from './level.schema';

type Definition = Level & { name: string; says: string; events: [string, string] };

/** How each level stands until an admin sets it otherwise, in the order in which they are shown. */
export const defaultLevels: readonly Definition[] = [
  {
    key: 'intake',
    name: 'Intake',
    says: 'A customer’s message is accepted and its turn begins in time.',
    events: ['message', 'messages'],
    ...{ enabled: true, objective: 0.99, windowDays: 28, withinSeconds: 10, counts: null, fewestEvents: 20 },
  },
  {
    key: 'first_reply_assistant',
    name: 'First reply, assistant',
    says: 'The assistant’s first answer comes in time.',
    events: ['conversation', 'conversations'],
    ...{ enabled: true, objective: 0.95, windowDays: 28, withinSeconds: 30, counts: null, fewestEvents: 20 },
  },
  {
    key: 'first_reply_agents',
    name: 'First reply, agents',
    says: 'From when people first had it to a person’s first reply, day and night.',
    events: ['conversation', 'conversations'],
    ...{ enabled: true, objective: 0.9, windowDays: 28, withinSeconds: 3_600, counts: null, fewestEvents: 20 },
  },
  {
    key: 'automated_resolution',
    name: 'Automated resolution',
    says: 'Closed, and the assistant solved it.',
    events: ['closed conversation', 'closed conversations'],
    ...{ enabled: true, objective: 0.4, windowDays: 28, withinSeconds: null, counts: 'assumed', fewestEvents: 20 },
  },
  {
    key: 'escalation_accuracy',
    name: 'Escalation accuracy',
    says: 'Passed to people where it needed one, and only there, on samples that people judged.',
    events: ['judged sample', 'judged samples'],
    ...{ enabled: true, objective: 0.9, windowDays: 28, withinSeconds: null, counts: null, fewestEvents: 20 },
  },
  {
    key: 'hallucination',
    name: 'Hallucination',
    says: 'A checked or reviewed answer without a sentence that nothing supports.',
    events: ['answer', 'answers'],
    ...{ enabled: true, objective: 0.99, windowDays: 28, withinSeconds: null, counts: null, fewestEvents: 20 },
  },
];

export const definitionOf = (key: LevelKey): Definition => defaultLevels.find((one) => one.key === key)!;
