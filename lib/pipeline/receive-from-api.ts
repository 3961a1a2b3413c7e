import type { KeyActor } from '../auth/find-api-key';
import { type ApiMessage, mostTextLength } from '../channels/api.schema';
import { lookThroughFile, type SafeFile } from '../conversations/look-through-file';
import { db } from '../platform/db';
import { AppError } from '../platform/errors';
import { receiveMessage } from './receive-message';

let channel: Promise<string> | undefined;

function apiChannel(): Promise<string> {
  channel ??= db()
    .channel.findFirstOrThrow({ where: { kind: 'api' } })
    .then((row) => row.id);
  channel.catch(() => {
    channel = undefined;
  });
  return channel;
}

/** Looked through before anything is stored: one that is refused refuses the message. Throws `invalid`. */
async function lookThrough(files: ApiMessage['files']): Promise<SafeFile[]> {
  const safe: SafeFile[] = [];
  for (const [at, { name, content }] of files.entries()) {
    const looked = await lookThroughFile({ name, bytes: new Uint8Array(Buffer.from(content, 'base64')) }, 'customer');
    if (!looked.ok) throw new AppError('invalid', `files.${at}: ${looked.why}`);
    safe.push(looked);
  }
  return safe;
}

/** Stores a message that came in through the API. Only a key with that scope may vouch for the customer. */
export async function receiveFromApi(key: KeyActor, message: ApiMessage) {
  const { customer, text, files, conversation, externalId } = message;
  if (text.length > mostTextLength)
    throw new AppError('too_large', `text: at most ${mostTextLength.toLocaleString('en-US')} characters.`);
  if (customer.verified && !key.scopes.includes('customers:verify')) {
    throw new AppError(
      'forbidden',
      'customer.verified: this API key may not vouch for customers; it lacks the scope customers:verify.',
    );
  }
  const received = await receiveMessage({
    channelId: await apiChannel(),
    identities: [{ kind: 'email', value: customer.email, verified: customer.verified }],
    name: customer.name ?? customer.email,
    verified: customer.verified,
    text,
    files: await lookThrough(files),
    ...(conversation ? { conversationId: conversation } : {}),
    ...(externalId ? { externalId } : {}),
  });
  return {
    conversation: received.conversationId,
    number: received.number,
    message: received.messageId,
    repeated: received.repeated,
  };
}
