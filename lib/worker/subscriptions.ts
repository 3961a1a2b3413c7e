import type { EventName } from '../events/event.schema';

/** The durable workflows there are; each is run by lib/worker/workflows.ts. */
export type WorkflowName =
  | 'run-turn'
  | 'resume-action'
  | 'pass-refused'
  | 'take-signal'
  | 'train-intents'
  | 'read-import'
  | 'write-import'
  | 'read-history';

/** Which workflows an event starts, and on what. An event nobody works on is for live listeners only. */
export const subscriptions = {
  'message.received': [{ workflow: 'run-turn', of: 'messageId' }],
  'turn.due': [{ workflow: 'run-turn', of: 'messageId' }],
  'turn.started': [],
  'turn.finished': [],
  'reply.posted': [],
  'note.posted': [],
  'handoff.made': [],
  'conversation.changed': [],
  'conversation.rated': [],
  'action.changed': [],
  'action.approved': [{ workflow: 'resume-action', of: 'actionId' }],
  'action.refused': [{ workflow: 'pass-refused', of: 'actionId' }],
  'signal.received': [{ workflow: 'take-signal', of: 'signalId' }],
  'review.changed': [],
  'customer.changed': [],
  'writing.kept': [],
  'notification.made': [],
  'alert.changed': [],
  'person.changed': [],
  'desk.changed': [],
  'intents.requested': [{ workflow: 'train-intents', of: 'versionId' }],
  'intents.trained': [],
  'intents.released': [],
  'intents.changed': [],
  'definition.changed': [],
  'tools.changed': [],
  'records.changed': [],
  'article.changed': [],
  'article.published': [],
  'import.requested': [{ workflow: 'read-import', of: 'importId' }],
  'import.confirmed': [{ workflow: 'write-import', of: 'importId' }],
  'import.changed': [],
  'history.requested': [{ workflow: 'read-history', of: 'historyId' }],
  'history.changed': [],
} as const satisfies Record<EventName, readonly { workflow: WorkflowName; of: string }[]>;
