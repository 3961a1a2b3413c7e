import { type Column, conversationColumns, personColumns, type SpreadName, type Sums, turnColumns } from './columns';
import type { MeasureDefinition } from './metric.schema';
import { countOf, quantileOf, type Spread } from './spread';

/** What a figure is computed from. `platformMicros`: what the platform costs in that time; null where it is shared with what a filter leaves out. */
export type Counted = { sums: Sums; spreads: Partial<Record<SpreadName, Spread>>; platformMicros: number | null };

/** Whose facts it is computed from. */
export type About = 'conversations' | 'turns' | 'people';

export type Measure = Omit<MeasureDefinition, 'target'> & {
  about: About;
  value(counted: Counted): number | null;
  /** How many it was measured on. */
  n(counted: Counted): number;
  /** The sums and spreads it is computed from: nothing else is read for it. */
  columns: readonly Column[];
  spreads: readonly SpreadName[];
  /** The facts that are counted in it, and those it is measured on, as SQL over a fact `f`. */
  counts: string;
  of: string;
};

type Named = Pick<Measure, 'key' | 'name' | 'says' | 'better'>;
type Of = Column | readonly [Column, ...Column[]];

const columnsOf = { ...conversationColumns, ...turnColumns, ...personColumns } as Record<Column, string>;
const aboutOf = (column: Column): About =>
  column in conversationColumns ? 'conversations' : column in turnColumns ? 'turns' : 'people';
const listed = (of: Of): readonly Column[] => (typeof of === 'string' ? [of] : of);
const add = (sums: Sums, of: Of): number => listed(of).reduce((sum, column) => sum + (sums[column] ?? 0), 0);
const among = (of: Of): string =>
  listed(of)
    .map((column) => `(${columnsOf[column]}) > 0`)
    .join(' OR ');
const per = (sum: number, count: number): number | null => (count > 0 ? sum / count : null);

const count = (named: Named, of: Of): Measure => ({
  ...named,
  about: aboutOf(listed(of)[0]!),
  unit: 'count',
  value: ({ sums }) => add(sums, of),
  n: ({ sums }) => add(sums, of),
  columns: listed(of),
  spreads: [],
  counts: among(of),
  of: among(of),
});

const share = (named: Named, part: Of, whole: Of): Measure => ({
  ...named,
  about: aboutOf(listed(part)[0]!),
  unit: 'share',
  value: ({ sums }) => per(add(sums, part), add(sums, whole)),
  n: ({ sums }) => add(sums, whole),
  columns: [...listed(part), ...listed(whole)],
  spreads: [],
  counts: `(${among(part)}) AND (${among(whole)})`,
  of: among(whole),
});

const mean = (named: Named, unit: 'milliseconds' | 'micros', sum: Of, whole: Of): Measure => ({
  ...share(named, sum, whole),
  unit,
});

const money = (named: Named, sum: Of): Measure => ({
  ...count(named, sum),
  unit: 'micros',
});

const quantile = (named: Named, rank: number, spreads: readonly SpreadName[], of: string, about: About): Measure => ({
  ...named,
  about,
  unit: 'milliseconds',
  value: (counted) => quantileOf(spreadsOf(counted, spreads), rank),
  n: (counted) => countOf(spreadsOf(counted, spreads)),
  columns: [],
  spreads,
  counts: of,
  of,
});

const spreadsOf = ({ spreads }: Counted, names: readonly SpreadName[]): Spread[] =>
  names.flatMap((name) => (spreads[name] ? [spreads[name]] : []));

const say = (key: string, name: string, better: 'up' | 'down' | null, says: string): Named => ({
  key,
  name,
  better,
  says,
});

/** The median and the time nine in ten stay below. */
const times = (named: Named, spreads: readonly SpreadName[], of: string, about: About): Measure[] => [
  quantile({ ...named, name: `${named.name}, median` }, 0.5, spreads, of, about),
  quantile(
    {
      ...named,
      key: `${named.key}_p90`,
      name: `${named.name}, 90th percentile`,
      says: `Nine in ten stay below it. ${named.says}`,
    },
    0.9,
    spreads,
    of,
    about,
  ),
];

const has = (column: string) => `f."${column}" IS NOT NULL`;
const costs: readonly [Column, ...Column[]] = ['labourMicros', 'modelMicros', 'channelMicros'];
const errors: readonly [Column, ...Column[]] = ['failed', 'reversed', 'misrouted', 'exceptions'];
/** Two sums, one less the other, such as what people had a part in: all less what the assistant did alone. */
const apart = (named: Named, part: [Column, Column], whole: [Column, Column], counts: string, of: string): Measure => ({
  ...named,
  about: 'conversations',
  unit: 'share',
  value: ({ sums }) => per(less(sums, part), less(sums, whole)),
  n: ({ sums }) => less(sums, whole),
  columns: [...part, ...whole],
  spreads: [],
  counts,
  of,
});
const less = (sums: Sums, [all, alone]: [Column, Column]) => (sums[all] ?? 0) - (sums[alone] ?? 0);
const withPeople = 'f."peopleTookPart"';

/** Held to the end by the one or the others, by the class of the end: what was handed back may be the assistant's again. */
const heldBy = (named: Named, plus: readonly Column[], minus: Column | null, of: string): Measure => {
  const value = ({ sums }: Counted) =>
    plus.reduce((sum, column) => sum + (sums[column] ?? 0), 0) - (minus ? (sums[minus] ?? 0) : 0);
  const columns = [...plus, ...(minus ? [minus] : [])];
  return { ...named, about: 'conversations', unit: 'count', value, n: value, columns, spreads: [], counts: of, of };
};

const ends: Measure[] = [
  count(say('conversations', 'Conversations', null, 'All that came in; what was merged is one.'), 'conversations'),
  count(say('closed', 'Closed', 'up', 'Those of them that are closed now.'), 'closed'),
  heldBy(
    say('closed_assistant', 'Closed by the assistant', 'up', 'Held by the assistant to the end.'),
    ['verified', 'assumed', 'abandoned'],
    'abandonedWithPeople',
    `(${among(['verified', 'assumed'])}) OR ((${among('abandoned')}) AND NOT (${among('abandonedWithPeople')}))`,
  ),
  heldBy(
    say('closed_agents', 'Closed by agents', null, 'Held by people to the end.'),
    ['byPeople', 'abandonedWithPeople'],
    null,
    among(['byPeople', 'abandonedWithPeople']),
  ),
  share(
    say(
      'verified_resolution',
      'Verified resolution',
      'up',
      'The assistant solved it and the customer confirmed it ÷ closed.',
    ),
    'verified',
    'closed',
  ),
  share(
    say('assumed_resolution', 'Assumed resolution', 'up', 'Answered, then 72 hours of silence ÷ closed.'),
    'assumed',
    'closed',
  ),
  share(say('agent_resolution', 'Solved by agents', null, 'Solved by people ÷ closed.'), 'byPeople', 'closed'),
  share(
    say('abandoned', 'Abandoned', 'down', 'The customer left before a real answer ÷ closed.'),
    'abandoned',
    'closed',
  ),
  share(
    say('abandoned_with_people', 'Abandoned with people', 'down', 'Abandoned after people had it ÷ closed.'),
    'abandonedWithPeople',
    'closed',
  ),
  share(say('deflection', 'Deflection', 'up', 'Never reached a person ÷ closed.'), 'deflected', 'closed'),
  share(
    say('containment', 'Containment', 'up', 'The assistant answered and nothing was handed over ÷ closed.'),
    'contained',
    'closed',
  ),
  share(
    say('handed_over', 'Handed over', 'down', 'Passed to people at least once ÷ all.'),
    'handedOver',
    'conversations',
  ),
  share(
    say('transferred', 'Transferred', 'down', 'Went from one person or team to another ÷ all.'),
    'transferred',
    'conversations',
  ),
  share(say('reopened', 'Reopened', 'down', 'Opened again after it was closed ÷ all.'), 'reopened', 'conversations'),
];

const contacts: Measure[] = [
  share(
    say(
      'first_contact',
      'First contact',
      'up',
      'Solved, and no contact on the same issue within 7 days ÷ solved at least 7 days ago. Younger ones are held back.',
    ),
    'firstContact',
    'matured',
  ),
  share(
    say('first_contact_assistant', 'First contact, assistant', 'up', 'The same of what never reached a person.'),
    'firstContactAlone',
    'maturedAlone',
  ),
  apart(
    say('first_contact_agents', 'First contact, agents', 'up', 'The same of what people had a part in.'),
    ['firstContact', 'firstContactAlone'],
    ['matured', 'maturedAlone'],
    `(${among('firstContact')}) AND ${withPeople}`,
    `(${among('matured')}) AND ${withPeople}`,
  ),
  share(
    say(
      'recontact',
      'Re-contact',
      'down',
      'Came back within 7 days with the same issue, over any channel ÷ solved at least 7 days ago.',
    ),
    'recontacted',
    'matured',
  ),
];

/** How many gave one score. */
const score = (spread: 'rating' | 'nps', value: number, name: string, says: string): Measure => ({
  ...say(`${spread}_${value}`, name, null, says),
  about: 'conversations',
  unit: 'count',
  value: ({ spreads }) => spreads[spread]?.[value] ?? 0,
  n: (counted) => countOf(spreadsOf(counted, [spread])),
  columns: [],
  spreads: [spread],
  counts: `coalesce(f.${spread} = ${value}, false)`,
  of: `f.${spread} IS NOT NULL`,
});

const content: Measure[] = [
  share(say('csat', 'CSAT', 'up', 'Ratings of 4 and 5 ÷ ratings.'), 'satisfied', 'rated'),
  share(
    say('csat_assistant', 'CSAT, assistant', 'up', 'The same of what never reached a person.'),
    'satisfiedAlone',
    'ratedAlone',
  ),
  apart(
    say('csat_agents', 'CSAT, agents', 'up', 'The same of what people had a part in.'),
    ['satisfied', 'satisfiedAlone'],
    ['rated', 'ratedAlone'],
    `(${among('satisfied')}) AND ${withPeople}`,
    `(${among('rated')}) AND ${withPeople}`,
  ),
  share(say('response_rate', 'Ratings given', 'up', 'Rated ÷ closed.'), 'rated', 'closed'),
  share(
    say('csat_response_rate', 'Answered, CSAT', 'up', 'Rated ÷ closed and asked: by a link, or at the end of a chat.'),
    'ratedOfAsked',
    'ratingsAsked',
  ),
  {
    ...say(
      'nps',
      'NPS',
      'up',
      'Share of 9 and 10 less share of 0 to 6, of those who answered; counted with the conversation they were asked after.',
    ),
    about: 'conversations',
    unit: 'points',
    value: ({ sums }) => per(100 * ((sums.npsPromoters ?? 0) - (sums.npsDetractors ?? 0)), sums.npsAnswered ?? 0),
    n: ({ sums }) => sums.npsAnswered ?? 0,
    columns: ['npsPromoters', 'npsDetractors', 'npsAnswered'],
    spreads: [],
    counts: among('npsAnswered'),
    of: among('npsAnswered'),
  },
  share(say('nps_promoters', 'Promoters', 'up', '9 and 10 ÷ answers.'), 'npsPromoters', 'npsAnswered'),
  share(say('nps_detractors', 'Detractors', 'down', '0 to 6 ÷ answers.'), 'npsDetractors', 'npsAnswered'),
  {
    ...share(say('nps_passives', 'Neither', null, '7 and 8 ÷ answers.'), 'npsAnswered', 'npsAnswered'),
    value: ({ sums }) =>
      per((sums.npsAnswered ?? 0) - (sums.npsPromoters ?? 0) - (sums.npsDetractors ?? 0), sums.npsAnswered ?? 0),
    counts: 'coalesce(f.nps IN (7, 8), false)',
  },
  share(
    say('nps_response_rate', 'Answered, NPS', 'up', 'Answered ÷ asked whether they would recommend us.'),
    'npsAnswered',
    'npsAsked',
  ),
  ...[1, 2, 3, 4, 5].map((value) => score('rating', value, `Rated ${value}`, 'Ratings of this number.')),
  ...Array.from({ length: 11 }, (_, value) => score('nps', value, `NPS ${value}`, 'Answers of this number, 0 to 10.')),
  share(
    say('sla', 'SLA attainment', 'up', 'Promises kept ÷ kept and broken; what is overdue and open is broken.'),
    'slaMet',
    ['slaMet', 'slaBreached'],
  ),
];

const durations: Measure[] = [
  ...times(
    say(
      'first_reply_assistant',
      'First reply, assistant',
      'down',
      'From the first message to the assistant’s first answer.',
    ),
    ['assistantReply'],
    has('assistantReplyMs'),
    'conversations',
  ),
  ...times(
    say('first_reply_agents', 'First reply, agents', 'down', 'From the first message to the first reply of a person.'),
    ['peopleReply'],
    has('peopleReplyMs'),
    'conversations',
  ),
  ...times(
    say('wait_for_agents', 'Wait for a person', 'down', 'From when people first had it to their first reply.'),
    ['peopleWait'],
    has('peopleWaitMs'),
    'conversations',
  ),
  ...times(
    say('resolution_time', 'Resolution time', 'down', 'From the first message to when it was last solved.'),
    ['resolutionAlone', 'resolutionWithPeople'],
    among('solved'),
    'conversations',
  ),
  ...times(
    say('resolution_time_assistant', 'Resolution time, assistant', 'down', 'The same of what never reached a person.'),
    ['resolutionAlone'],
    `(${among('solved')}) AND NOT ${withPeople}`,
    'conversations',
  ),
  ...times(
    say('resolution_time_agents', 'Resolution time, agents', 'down', 'The same of what people had a part in.'),
    ['resolutionWithPeople'],
    `(${among('solved')}) AND ${withPeople}`,
    'conversations',
  ),
  mean(
    say(
      'handle_time_agents',
      'Handle time, agents',
      'down',
      'Open, theirs and active: the mean of closed ones that people worked on.',
    ),
    'milliseconds',
    'peopleHandleMs',
    'peopleHandled',
  ),
  mean(
    say(
      'handle_time_assistant',
      'Handle time, assistant',
      'down',
      'The time of its turns: the mean of closed ones that it worked on.',
    ),
    'milliseconds',
    'assistantHandleMs',
    'assistantHandled',
  ),
  mean(
    say('handle_time', 'Handle time, together', 'down', 'People’s and the assistant’s ÷ closed.'),
    'milliseconds',
    ['peopleHandleMs', 'assistantHandleMs'],
    'closed',
  ),
];

const assistant: Measure[] = [
  count(say('turns', 'Turns', null, 'Turns of the assistant that came to an end.'), 'turns'),
  share(
    say('coverage', 'Automation coverage', 'up', 'Turns carried end to end without a person ÷ all turns.'),
    'turnsCarried',
    'turns',
  ),
  share(say('autonomous', 'By itself', 'up', 'Turns in the autonomous tier ÷ all.'), 'turnsAutonomous', 'turns'),
  share(say('reviewed', 'Reviewed', null, 'Turns sent and looked at afterwards ÷ all.'), 'turnsReviewed', 'turns'),
  share(say('escalated', 'Passed on', 'down', 'Turns that went to people ÷ all.'), 'turnsEscalated', 'turns'),
  ...times(
    say('turn_time', 'Turn time', 'down', 'How long the assistant takes for a turn.'),
    ['turn'],
    'true',
    'turns',
  ),
  share(
    say('right', 'Found right', 'up', 'Reviewed turns judged right ÷ reviewed turns with a verdict.'),
    'right',
    'reviewed',
  ),
  share(
    say('wrong', 'Found wrong', 'down', 'Reviewed turns judged wrong ÷ reviewed turns with a verdict.'),
    'wrong',
    'reviewed',
  ),
  {
    ...share(
      say(
        'error_rate',
        'Error rate',
        'down',
        'Failed or reversed actions, conversations sent to the wrong team, and writes the other system saw otherwise ÷ all that was done without a person.',
      ),
      errors,
      'automations',
    ),
  },
];

const cost: Measure[] = [
  money(say('cost_people', 'Cost of people', 'down', 'Handle time × the hourly cost that is set.'), 'labourMicros'),
  money(
    say('cost_models', 'Cost of models', 'down', 'What the endpoints charge, by the prices that are set.'),
    'modelMicros',
  ),
  money(
    say('cost_channels', 'Cost of channels', 'down', 'Conversations × the cost that is set for their channel.'),
    'channelMicros',
  ),
  {
    ...money(
      say(
        'cost_platform',
        'Cost of the platform',
        'down',
        'The share of the month that is set; not told under a filter.',
      ),
      costs,
    ),
    value: ({ platformMicros }) => platformMicros,
    n: ({ sums }) => sums.conversations ?? 0,
    columns: ['conversations'],
    counts: 'true',
    of: 'true',
  },
  {
    ...money(
      say('cost', 'Cost to serve', 'down', 'People, models, channels and, without a filter, the platform.'),
      costs,
    ),
    value: ({ sums, platformMicros }) => add(sums, costs) + (platformMicros ?? 0),
    n: ({ sums }) => sums.conversations ?? 0,
    columns: [...costs, 'conversations'],
  },
  {
    ...mean(
      say('cost_per_verified', 'Cost per verified', 'down', 'Cost to serve ÷ verified resolutions.'),
      'micros',
      costs,
      'verified',
    ),
    value: ({ sums, platformMicros }) => per(add(sums, costs) + (platformMicros ?? 0), sums.verified ?? 0),
    counts: among('verified'),
  },
];

const reasons: [Column, string][] = [
  ['reasonAskedForPerson', 'Customer asked for a person'],
  ['reasonSensitiveTopic', 'Sensitive topic'],
  ['reasonNotUnderstood', 'Not understood'],
  ['reasonLowConfidence', 'Not sure enough'],
  ['reasonNoAnswer', 'No answer found'],
  ['reasonPolicyDenied', 'A rule does not allow it'],
  ['reasonToolFailed', 'A tool did not answer'],
  ['reasonNotVerified', 'Customer not verified'],
  ['reasonPlaybook', 'A playbook asks for a person'],
  ['reasonTechnicalFailure', 'Something broke'],
  ['reasonApprovalRefused', 'Approval refused'],
  ['reasonSwitchedOff', 'Assistant switched off'],
  ['reasonTakenByPerson', 'Taken by a person'],
  ['reasonHandedOver', 'Another assistant passed it on'],
];
/** `reason_asked_for_person`: as the reason is called where it is recorded. */
const keyOf = (column: string): string => column.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
/** What reasons of handovers are called, by their key. */
export const reasonNames: ReadonlyMap<string, string> = new Map(
  reasons.map(([column, name]) => [keyOf(column).replace('reason_', ''), name]),
);
const handoffs: Measure[] = reasons.map(([column, name]) =>
  count(say(keyOf(column), name, null, 'Conversations first handed over for this reason.'), column),
);

const people: Measure[] = [
  count(say('person_conversations', 'Conversations', null, 'Those they held or replied in.'), 'personConversations'),
  count(say('person_solved', 'Solved', 'up', 'Those they brought to an end.'), 'personSolved'),
  { ...count(say('person_replies', 'Replies', null, 'What they wrote to customers.'), 'personReplies') },
  ...times(
    say('person_first_reply', 'First reply', 'down', 'From when they first had it to their first reply.'),
    ['personFirstReply'],
    has('firstReplyMs'),
    'people',
  ),
  mean(
    say('person_handle_time', 'Handle time', 'down', 'Open, theirs and active, per conversation they worked on.'),
    'milliseconds',
    'personHandleMs',
    'personHandled',
  ),
  share(
    say('person_csat', 'CSAT', 'up', 'Ratings of 4 and 5 ÷ ratings, of those they brought to an end.'),
    'personSatisfied',
    'personRated',
  ),
];

/** Everything that can be asked for, by key. */
export const measures: ReadonlyMap<string, Measure> = new Map(
  [...ends, ...contacts, ...content, ...durations, ...assistant, ...cost, ...handoffs, ...people].map((one) => [
    one.key,
    one,
  ]),
);
