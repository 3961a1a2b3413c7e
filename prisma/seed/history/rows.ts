import { v7 } from 'uuid';
import type { Actor } from '../../../lib/audit/append-audit';
import type { Prisma } from '../../../lib/platform/db';
import type { Chance } from './invent-history';

export const secondMs = 1_000;
export const after = (at: Date, ms: number) => new Date(at.getTime() + ms);
/** An id that sorts by when it was. */
export const idAt = (at: Date) => v7({ msecs: at.getTime() });

export function pick<T>(from: readonly T[], chance: Chance): T {
  return from[Math.floor(chance() * from.length)]!;
}

export type Audited = {
  at: Date;
  actor: Actor;
  action: string;
  conversationId: string;
  after: Record<string, unknown>;
};
/** What is to be inserted, by table. */
export type Rows = {
  conversations: Prisma.ConversationCreateManyInput[];
  messages: Prisma.MessageCreateManyInput[];
  turns: Prisma.TurnCreateManyInput[];
  handoffs: Prisma.HandoffCreateManyInput[];
  reviews: Prisma.ReviewCreateManyInput[];
  actions: Prisma.ActionCreateManyInput[];
  calls: Prisma.ModelCallCreateManyInput[];
  audited: Audited[];
};

/** A conversation and its one turn. */
export type Ids = { id: string; turnId: string };
