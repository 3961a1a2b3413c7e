'use server';

import { z } from 'zod';
import { sendReply } from '@/lib/conversations/send-reply';
import { sendNow, takeBackReply } from '@/lib/conversations/take-back-reply';
import { sendReplySchema } from '@/lib/conversations/writing.schema';
import { personAction } from '@/lib/http/action';

const work = 'conversations.work' as const;
const outgoing = z.object({ outgoingId: z.uuid() });

const sending = personAction({ permission: work, input: sendReplySchema }, sendReply);
const takingBack = personAction({ permission: work, input: outgoing }, (actor, { outgoingId }) =>
  takeBackReply(actor, outgoingId),
);
const sendingNow = personAction({ permission: work, input: outgoing }, (actor, { outgoingId }) =>
  sendNow(actor, outgoingId),
);

// Only functions declared here become callable from the browser.
export async function send(input: z.input<typeof sendReplySchema>) {
  return sending(input);
}
export async function takeBack(input: { outgoingId: string }) {
  return takingBack(input);
}
export async function sendAtOnce(input: { outgoingId: string }) {
  return sendingNow(input);
}
