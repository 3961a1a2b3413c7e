'use server';

import { z } from 'zod';
import { bulkChange } from '@/lib/conversations/bulk-change';
import { markUnread } from '@/lib/conversations/mark-unread';
import { mergeConversations, unmergeConversation } from '@/lib/conversations/merge-conversations';
import { saveLabel } from '@/lib/conversations/save-label';
import { setLabels } from '@/lib/conversations/set-labels';
import { setPriority } from '@/lib/conversations/set-priority';
import { snoozeConversation, unsnoozeConversation } from '@/lib/conversations/snooze-conversation';
import { splitConversation } from '@/lib/conversations/split-conversation';
import {
  bulkChangeSchema,
  conversationIdsSchema,
  labelIdsSchema,
  labelNameSchema,
  prioritySchema,
  untilSchema,
} from '@/lib/conversations/triage.schema';
import { undoBulk } from '@/lib/conversations/undo-bulk';
import { personAction } from '@/lib/http/action';

const conversation = z.object({ conversationId: z.uuid() });
const conversations = z.object({ conversationIds: conversationIdsSchema });
const work = 'conversations.work' as const;

const snoozing = personAction(
  { permission: work, input: conversation.extend({ until: untilSchema }) },
  snoozeConversation,
);
const waking = personAction({ permission: work, input: conversation }, (actor, { conversationId }) =>
  unsnoozeConversation(actor, conversationId),
);
const labelling = personAction(
  { permission: work, input: conversations.extend({ add: labelIdsSchema, remove: labelIdsSchema }) },
  setLabels,
);
const making = personAction({ permission: 'desk.organise', input: z.object({ name: labelNameSchema }) }, saveLabel);
const ranking = personAction(
  { permission: work, input: conversations.extend({ priority: prioritySchema }) },
  setPriority,
);
const merging = personAction(
  { permission: work, input: z.object({ sourceId: z.uuid(), targetId: z.uuid() }) },
  mergeConversations,
);
const unmerging = personAction({ permission: work, input: conversation }, (actor, { conversationId }) =>
  unmergeConversation(actor, conversationId),
);
const splitting = personAction(
  { permission: work, input: conversation.extend({ messageId: z.uuid() }) },
  splitConversation,
);
const unreading = personAction({ permission: work, input: conversation }, (actor, { conversationId }) =>
  markUnread(actor, conversationId),
);
const changing = personAction(
  { permission: work, input: conversations.extend({ change: bulkChangeSchema }) },
  bulkChange,
);
const undoing = personAction({ permission: work, input: z.object({ id: z.uuid() }) }, (actor, { id }) =>
  undoBulk(actor, id),
);

// Only functions declared here become callable from the browser.
export async function snooze(input: { conversationId: string; until: string | null }) {
  return snoozing(input);
}
export async function wake(input: { conversationId: string }) {
  return waking(input);
}
export async function label(input: { conversationIds: string[]; add: string[]; remove: string[] }) {
  return labelling(input);
}
export async function makeLabel(input: { name: string }) {
  return making(input);
}
export async function prioritise(input: { conversationIds: string[]; priority: number }) {
  return ranking(input);
}
export async function merge(input: { sourceId: string; targetId: string }) {
  return merging(input);
}
export async function unmerge(input: { conversationId: string }) {
  return unmerging(input);
}
export async function split(input: { conversationId: string; messageId: string }) {
  return splitting(input);
}
export async function unread(input: { conversationId: string }) {
  return unreading(input);
}
export async function changeMany(input: { conversationIds: string[]; change: z.input<typeof bulkChangeSchema> }) {
  return changing(input);
}
export async function undoMany(input: { id: string }) {
  return undoing(input);
}
