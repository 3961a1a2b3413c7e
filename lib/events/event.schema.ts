import { z } from 'zod';

const id = z.string();

/** Everything that happens, in the past tense. Ids only: a listener reads what it needs. */
export const eventSchemas = {
  'message.received': z.object({ conversationId: id, messageId: id }),
  /** A newer message came while a turn ran: it wants a turn of its own. */
  'turn.due': z.object({ conversationId: id, messageId: id }),
  'turn.started': z.object({ conversationId: id, turnId: id }),
  'turn.finished': z.object({ conversationId: id, turnId: id }),
  'reply.posted': z.object({ conversationId: id, messageId: id }),
  'note.posted': z.object({ conversationId: id, messageId: id }),
  'handoff.made': z.object({ conversationId: id, handoffId: id }),
  'conversation.changed': z.object({ conversationId: id }),
  'conversation.rated': z.object({ conversationId: id }),
  'action.changed': z.object({ conversationId: id, actionId: id }),
  'action.approved': z.object({ conversationId: id, actionId: id }),
  'action.refused': z.object({ conversationId: id, actionId: id }),
  /** Another system told something about a customer. */
  'signal.received': z.object({ signalId: id }),
  'review.changed': z.object({ conversationId: id, reviewId: id }),
  /** Notes, consent, identities; whoever two customers became one. */
  'customer.changed': z.object({ customerId: id }),
  /** Somebody's unsent text was kept: only their other browsers hear of it. */
  'writing.kept': z.object({ conversationId: id, personId: id, kind: z.enum(['reply', 'note']), revision: z.number() }),
  /** A person heard of something: only theirs. */
  'notification.made': z.object({ notificationId: id, personId: id }),
  /** An alert began, changed, was acknowledged or is over. */
  'alert.changed': z.object({ alertId: id }),
  /** Who works here, what they may, whether they are there. */
  'person.changed': z.object({ personId: id }),
  /** Labels, macros, saved views, teams, promises, models, keys, the assistant: what the desk is arranged by. */
  'desk.changed': z.object({
    what: z.enum([
      'labels',
      'macros',
      'views',
      'teams',
      'promises',
      'models',
      'keys',
      'assistant',
      'metrics',
      'levels',
      'alerts',
      'mail',
      'surveys',
      'reports',
    ]),
  }),
  /** A version of the intents waits to be trained, was trained, or became the live one. */
  'intents.requested': z.object({ versionId: id }),
  'intents.trained': z.object({ versionId: id }),
  'intents.released': z.object({ versionId: id }),
  'intents.changed': z.object({ intentId: id }),
  /** A policy or a playbook: a draft, a release, a way back. */
  'definition.changed': z.object({ kind: z.enum(['policy', 'playbook']), key: z.string() }),
  /** What a system offers, or what is set for it and its tools. */
  'tools.changed': z.object({ connectorId: id }),
  /** What the desk shows of a customer, or which tool lists the products. */
  'records.changed': z.object({ what: z.enum(['records', 'catalogue']) }),
  'article.changed': z.object({ articleId: id }),
  'article.published': z.object({ articleId: id }),
  /** An import waits to be read, what was read was confirmed, or it went a step on. */
  'import.requested': z.object({ importId: id }),
  'import.confirmed': z.object({ importId: id }),
  'import.changed': z.object({ importId: id }),
  /** Old tickets of another desk wait to be read, or went a step on. */
  'history.requested': z.object({ historyId: id }),
  'history.changed': z.object({ historyId: id }),
} as const;

export type EventName = keyof typeof eventSchemas;
export type EventData<N extends EventName = EventName> = z.infer<(typeof eventSchemas)[N]>;

/** What a stage tells while it works; told once to whoever listens, kept nowhere. */
export const progressSchema = z.object({
  conversationId: id,
  turnId: id,
  says: z.string(),
  done: z.boolean(),
  /** A reply as far as it is written: what is said in the end is in the message. */
  partial: z.string().optional(),
});
export type Progress = z.infer<typeof progressSchema>;
