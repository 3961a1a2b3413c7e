'use server';

import { z } from 'zod';
import { type RejectReason, rejectReasonSchema } from '@/lib/conversations/conversation.schema';
import {
  assignConversation,
  handBack as giveBack,
  markRead as noteRead,
  reopenConversation,
  solveConversation,
  takeConversation,
} from '@/lib/conversations/hold-conversation';
import { acceptNextStep as acceptStep, decideDraft, writeNote } from '@/lib/conversations/write-message';
import { personAction } from '@/lib/http/action';
import { decideApproval } from '@/lib/tools/decide-approval';

const text = z.string().trim().min(1, 'write something first').max(10_000, 'at most 10,000 characters');
const conversation = z.object({ conversationId: z.uuid() });
const draft = z.object({ draftId: z.uuid() });
const work = 'conversations.work' as const;

const noting = personAction(
  { permission: work, input: conversation.extend({ kind: z.literal('note'), text }) },
  writeNote,
);
const taking = personAction({ permission: work, input: conversation }, (actor, { conversationId }) =>
  takeConversation(actor, conversationId),
);
const assigning = personAction(
  {
    permission: work,
    input: conversation
      .extend({ personId: z.uuid().optional(), teamId: z.uuid().optional() })
      .refine((to) => Boolean(to.personId) !== Boolean(to.teamId), 'name a person or a team'),
  },
  (actor, { conversationId, ...to }) => assignConversation(actor, conversationId, to),
);
const solving = personAction({ permission: work, input: conversation }, (actor, { conversationId }) =>
  solveConversation(actor, conversationId),
);
const reopening = personAction({ permission: work, input: conversation }, (actor, { conversationId }) =>
  reopenConversation(actor, conversationId),
);
const givingBack = personAction({ permission: work, input: conversation }, (actor, { conversationId }) =>
  giveBack(actor, conversationId),
);
const accepting = personAction({ permission: work, input: z.object({ handoffId: z.uuid() }) }, (actor, { handoffId }) =>
  acceptStep(actor, handoffId),
);
const takingDraft = personAction({ permission: work, input: draft }, (actor, { draftId }) =>
  decideDraft(actor, draftId, 'taken'),
);
const rejectingDraft = personAction(
  { permission: work, input: draft.extend({ why: rejectReasonSchema }) },
  (actor, { draftId, why }) => decideDraft(actor, draftId, 'rejected', why),
);
const reading = personAction({ permission: work, input: conversation }, (actor, { conversationId }) =>
  noteRead(actor, conversationId),
);
const deciding = personAction(
  {
    permission: work,
    input: z.object({
      actionId: z.uuid(),
      decision: z.enum(['approve', 'refuse']),
      reason: z.string().trim().max(1_000).optional(),
    }),
  },
  decideApproval,
);

// Only functions declared here become callable from the browser.
export async function note(input: { kind: 'note'; conversationId: string; text: string }) {
  return noting(input);
}
export async function take(input: { conversationId: string }) {
  return taking(input);
}
export async function assign(input: { conversationId: string; personId?: string; teamId?: string }) {
  return assigning(input);
}
export async function solve(input: { conversationId: string }) {
  return solving(input);
}
export async function reopen(input: { conversationId: string }) {
  return reopening(input);
}
export async function handBack(input: { conversationId: string }) {
  return givingBack(input);
}
export async function acceptNextStep(input: { handoffId: string }) {
  return accepting(input);
}
export async function takeDraft(input: { draftId: string }) {
  return takingDraft(input);
}
export async function rejectDraft(input: { draftId: string; why: RejectReason }) {
  return rejectingDraft(input);
}
export async function markRead(input: { conversationId: string }) {
  return reading(input);
}
export async function decideAction(input: { actionId: string; decision: 'approve' | 'refuse'; reason?: string }) {
  return deciding(input);
}
