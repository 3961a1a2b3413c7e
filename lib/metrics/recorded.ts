import type { Calendar } from '../conversations/sla.schema';

/** What is recorded of one conversation, with that of those merged into it, in the order in which it happened. */
export type Recorded = {
  id: string;
  customerId: string;
  channel: string;
  teamId: string | null;
  /** When its team works; null is day and night. */
  hours: Calendar | null;
  intent: string | null;
  language: string | null;
  customerTier: string | null;
  state: 'open' | 'closed';
  resolution: string | null;
  rating: number | null;
  /** Asked for it by a link or at the end of a chat. */
  ratingAsked: boolean;
  /** Asked after it whether they would recommend us, and what they said. */
  npsAsked: boolean;
  nps: number | null;
  reopened: number;
  /** A promise was made for it. */
  promised: boolean;
  /** Of a promise that runs. */
  dueAt: Date | null;
  breachedAt: Date | null;
  createdAt: Date;
  closedAt: Date | null;
  mergedIntoId: string | null;
  messages: RecordedMessage[];
  moves: RecordedMove[];
  turns: RecordedTurn[];
  handoffs: RecordedHandoff[];
  actions: RecordedAction[];
  /** What models cost in it, in millionths of a dollar. */
  modelMicros: number;
  /** Other conversations of the same customer. */
  contacts: { createdAt: Date; intent: string | null }[];
};

/** `of`: the conversation it happened in, which may be one that is part of this one now. */
export type RecordedMessage = {
  of: string;
  author: 'customer' | 'assistant' | 'agent' | 'system';
  kind: 'reply' | 'note' | 'event';
  personId: string | null;
  /** The outcome of the turn it comes from. */
  outcome: string | null;
  /** The name of what happened, for events. */
  event: string | null;
  /** The team a queued conversation was passed to. */
  toTeam: string | null;
  /** It began as a part of another one, in the hands of who split it. */
  begunBySplit: boolean;
  at: Date;
};

export type RecordedMove = {
  of: string;
  /** `take`, `assign`, `close`, … */
  move: string;
  actorKind: string;
  actorId: string | null;
  holder: 'assistant' | 'queue' | 'agent';
  state: 'open' | 'closed';
  agentId: string | null;
  at: Date;
};

export type RecordedTurn = {
  id: string;
  of: string;
  number: number;
  status: string;
  outcome: string | null;
  tier: string | null;
  engine: string;
  language: string | null;
  intent: string | null;
  confidence: number | null;
  verdict: string | null;
  /** What models cost in it. */
  micros: number;
  startedAt: Date;
  endedAt: Date | null;
};

export type RecordedHandoff = { reason: string; teamId: string | null; at: Date };

export type RecordedAction = {
  status: string;
  /** A person asked for it, or it takes another one back. */
  byPerson: boolean;
  takesBack: boolean;
  /** It was set going. */
  begun: boolean;
  /** The ledger and the system of record disagree about it, or did until somebody decided. */
  differs: boolean;
};

/** What of the settings facts depend on. */
export type Costing = {
  labourMicrosPerHour: number;
  channelMicros: Partial<Record<string, number>>;
  activeGapMinutes: number;
};
