import type {
  ConversationFact as ConversationRow,
  PersonFact as PersonRow,
  TurnFact as TurnRow,
} from '../platform/records';

/** Rows with plain numbers: what is summed stays far below what a number holds exactly. */
type Plain<T> = { [K in keyof T]: T[K] extends bigint ? number : T[K] extends bigint | null ? number | null : T[K] };

export type ConversationFact = Omit<Plain<ConversationRow>, 'version'>;
export type PersonFact = Plain<PersonRow>;
export type TurnFact = Plain<TurnRow>;

/** What conversation, people and turns come to; no conversation where it is gone, or part of another one now. */
export type Facts = { conversation: ConversationFact | null; people: PersonFact[]; turns: TurnFact[] };
