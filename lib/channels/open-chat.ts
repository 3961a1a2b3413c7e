import { AppError } from '../platform/errors';
import { newId } from '../platform/ids';
import type { ChatSession, OpenChat } from './chat.schema';
import { readChatSurvey } from './chat-survey';
import { type ChatClaims, readChatToken, signChatToken, visitorOf } from './chat-visitor';
import { findLatestChat } from './find-chat';
import { readChat } from './read-chat';
import { type ChatChannel, readChatChannel } from './read-chat-channel';
import { verifyHostToken } from './verify-host-token';

/**
 * Begins or goes on with a visit. The host site's word makes a verified customer; a word that does not hold makes an
 * anonymous visitor and says why. Throws `not_found` for a key that is no web chat.
 */
export async function openChat({ key, jwt, token }: OpenChat, now = new Date()): Promise<ChatSession> {
  const channel = await readChatChannel({ key });
  if (!channel) throw new AppError('not_found', 'key: there is no chat with this key.');
  const verdict = jwt ? await verifyHostToken(jwt, channel, now) : null;
  const claims: ChatClaims = verdict?.ok
    ? {
        kind: 'account',
        sub: verdict.customer.account,
        channel: channel.id,
        email: verdict.customer.email,
        name: verdict.customer.name,
      }
    : await anonymous(channel, token);

  const visitor = visitorOf(claims);
  const latest = await findLatestChat(visitor, now);
  return {
    token: await signChatToken(claims),
    workspace: channel.workspace,
    verified: visitor.verified,
    refused: verdict && !verdict.ok ? verdict.why : null,
    conversation: latest ? await readChat(visitor, latest) : null,
    survey: latest ? null : await readChatSurvey(visitor),
  };
}

/** Who signed out of the host site is nobody here either: an earlier token goes on only if it was a visitor's. */
async function anonymous(channel: ChatChannel, token: string | undefined): Promise<ChatClaims> {
  const earlier = token ? await readChatToken(token) : null;
  if (earlier?.kind === 'visitor' && earlier.channel === channel.id) return earlier;
  return { kind: 'visitor', sub: newId(), channel: channel.id };
}
