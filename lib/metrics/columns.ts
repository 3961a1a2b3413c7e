/**
 * What is summed of each fact, as SQL over its row `f`. The names are the columns of MetricSum; incremental counting, counting
 * anew and reading facts directly all use these, so they cannot differ.
 */
const when = (condition: string) => `(${condition})::int`;
/** Ended one way or the other; solved is what did not end with the customer gone before an answer. */
const closed = 'f."solvedAt" IS NOT NULL';
const solved = `${closed} AND coalesce(f.resolution <> 'abandoned', true)`;
const mature = `f.matured AND coalesce(f.resolution <> 'abandoned', true)`;
const alone = `NOT f."peopleTookPart"`;
const satisfied = 'f.rating >= 4';
const of = (resolution: string) => `coalesce(f.resolution = '${resolution}', false)`;
const reason = (key: string) => when(`coalesce(f.reason = '${key}', false)`);
const sla = (kept: string) => when(`coalesce(f.sla = '${kept}', false)`);

export const conversationColumns = {
  conversations: '1',
  closed: when(closed),
  solved: when(solved),
  verified: when(of('verified')),
  assumed: when(of('assumed')),
  byPeople: when(of('agent')),
  abandoned: when(of('abandoned')),
  abandonedWithPeople: when(`${of('abandoned')} AND f."peopleTookPart"`),
  handedOver: when('f.reason IS NOT NULL'),
  deflected: when(`${closed} AND ${alone}`),
  contained: when(`${closed} AND f."assistantSpoke" AND f.reason IS NULL AND ${alone}`),
  transferred: when('f.transfers > 0'),
  reopened: when('f.reopened > 0'),
  matured: when(mature),
  firstContact: when(`${mature} AND NOT f.recontacted`),
  recontacted: when(`${mature} AND f.recontacted`),
  maturedAlone: when(`${mature} AND ${alone}`),
  firstContactAlone: when(`${mature} AND NOT f.recontacted AND ${alone}`),
  rated: when('f.rating IS NOT NULL'),
  satisfied: when(`coalesce(${satisfied}, false)`),
  ratedAlone: when(`f.rating IS NOT NULL AND ${alone}`),
  satisfiedAlone: when(`coalesce(${satisfied}, false) AND ${alone}`),
  ratingsAsked: when(`${closed} AND f."ratingAsked"`),
  ratedOfAsked: when(`${closed} AND f."ratingAsked" AND f.rating IS NOT NULL`),
  npsAsked: when('f."npsAsked"'),
  npsAnswered: when('f.nps IS NOT NULL'),
  npsPromoters: when('coalesce(f.nps >= 9, false)'),
  npsDetractors: when('coalesce(f.nps <= 6, false)'),
  slaMet: sla('met'),
  slaBreached: sla('breached'),
  assistantReplies: when('f."assistantReplyMs" IS NOT NULL'),
  assistantReplyMs: 'coalesce(f."assistantReplyMs", 0)',
  peopleReplies: when('f."peopleReplyMs" IS NOT NULL'),
  peopleReplyMs: 'coalesce(f."peopleReplyMs", 0)',
  peopleWaits: when('f."peopleWaitMs" IS NOT NULL'),
  peopleWaitMs: 'coalesce(f."peopleWaitMs", 0)',
  resolutionMs: `CASE WHEN ${solved} THEN f."resolutionMs" ELSE 0 END`,
  aloneResolutionMs: `CASE WHEN ${solved} AND ${alone} THEN f."resolutionMs" ELSE 0 END`,
  // Handle time is counted at the close, as the field does: what is still open has not had all of its own.
  peopleHandled: when(`${closed} AND f."peopleHandleMs" > 0`),
  peopleHandleMs: `CASE WHEN ${closed} THEN f."peopleHandleMs" ELSE 0 END`,
  assistantHandled: when(`${closed} AND f."assistantHandleMs" > 0`),
  assistantHandleMs: `CASE WHEN ${closed} THEN f."assistantHandleMs" ELSE 0 END`,
  modelMicros: 'f."modelMicros"',
  labourMicros: 'f."labourMicros"',
  channelMicros: 'f."channelMicros"',
  automations: 'f.automations',
  failed: 'f.failed',
  reversed: 'f.reversed',
  misrouted: 'f.misrouted',
  exceptions: 'f.exceptions',
  reasonAskedForPerson: reason('asked_for_person'),
  reasonSensitiveTopic: reason('sensitive_topic'),
  reasonNotUnderstood: reason('not_understood'),
  reasonLowConfidence: reason('low_confidence'),
  reasonNoAnswer: reason('no_answer'),
  reasonPolicyDenied: reason('policy_denied'),
  reasonToolFailed: reason('tool_failed'),
  reasonNotVerified: reason('not_verified'),
  reasonPlaybook: reason('playbook'),
  reasonTechnicalFailure: reason('technical_failure'),
  reasonApprovalRefused: reason('approval_refused'),
  reasonSwitchedOff: reason('switched_off'),
  reasonTakenByPerson: reason('taken_by_person'),
  reasonHandedOver: reason('handed_over'),
} as const;

const tier = (key: string) => when(`coalesce(f.tier = '${key}', false)`);
const verdict = (key: string) => when(`coalesce(f.verdict = '${key}', false)`);

export const turnColumns = {
  turns: '1',
  turnsCarried: when('f.carried'),
  turnsAutonomous: tier('autonomous'),
  turnsReviewed: tier('reviewed'),
  turnsEscalated: tier('escalated'),
  turnMs: 'f.ms',
  turnMicros: 'f.micros',
  reviewed: when('f.verdict IS NOT NULL'),
  right: verdict('right'),
  partly: verdict('partly'),
  wrong: verdict('wrong'),
} as const;

export const personColumns = {
  personConversations: '1',
  personReplies: 'f.replies',
  personHandled: when('f."handleMs" > 0'),
  personHandleMs: 'f."handleMs"',
  personSolved: when('f.solved'),
  personRated: when('f.rating IS NOT NULL'),
  personSatisfied: when(`coalesce(${satisfied}, false)`),
  personFirstReplies: when('f."firstReplyMs" IS NOT NULL'),
  personFirstReplyMs: 'coalesce(f."firstReplyMs", 0)',
  personPromised: when('f.sla IS NOT NULL'),
  personSlaMet: sla('met'),
  personMatured: when('f.matured'),
  personRecontacted: when('f.matured AND f.recontacted'),
} as const;

export type Column = keyof typeof conversationColumns | keyof typeof turnColumns | keyof typeof personColumns;
/** Sums by column; one that nothing was added to may be missing. */
export type Sums = Partial<Record<Column, number>>;
export const allColumns = [
  ...Object.keys(conversationColumns),
  ...Object.keys(turnColumns),
  ...Object.keys(personColumns),
] as Column[];

/** Scores customers gave are spread too, each score a bin of its own: see `binSql`. */
export const scoreSpreads = { rating: 'f.rating', nps: 'f.nps' } as const;
/** Durations whose spread is kept, in milliseconds; null where there is none. */
export const conversationSpreads = {
  ...scoreSpreads,
  assistantReply: 'f."assistantReplyMs"',
  peopleReply: 'f."peopleReplyMs"',
  peopleWait: 'f."peopleWaitMs"',
  peopleReplyWork: 'f."peopleReplyWorkMs"',
  peopleWaitWork: 'f."peopleWaitWorkMs"',
  resolutionAlone: `CASE WHEN ${solved} AND ${alone} THEN f."resolutionMs" END`,
  resolutionWithPeople: `CASE WHEN ${solved} AND f."peopleTookPart" THEN f."resolutionMs" END`,
  resolutionWork: `CASE WHEN ${solved} AND f."peopleTookPart" THEN f."resolutionWorkMs" END`,
  peopleHandle: `CASE WHEN ${closed} AND f."peopleHandleMs" > 0 THEN f."peopleHandleMs" END`,
  assistantHandle: `CASE WHEN ${closed} AND f."assistantHandleMs" > 0 THEN f."assistantHandleMs" END`,
} as const;
const sure = (fits: string) => `CASE WHEN ${fits} THEN f.confidence END`;
/** How sure turns were is spread too, by the hundredth: see `binSql`. */
export const confidenceSpreads = {
  confidence: 'f.confidence',
  confidenceCarried: sure('f.carried'),
  confidenceRight: sure(`f.verdict = 'right'`),
  confidencePartly: sure(`f.verdict = 'partly'`),
  confidenceWrong: sure(`f.verdict = 'wrong'`),
} as const;
export const turnSpreads = { turn: 'f.ms', ...confidenceSpreads } as const;
export const personSpreads = {
  personFirstReply: 'f."firstReplyMs"',
  personHandle: 'CASE WHEN f."handleMs" > 0 THEN f."handleMs" END',
} as const;
export type SpreadName = keyof typeof conversationSpreads | keyof typeof turnSpreads | keyof typeof personSpreads;
