import { newId } from '../platform/ids';
import { openTestDatabase } from '../platform/test-database';
import type { ChatVisitor } from './chat-visitor';

type Platform = typeof import('../platform/db');

/** For database tests: the desk of a test with its web chat. */
export type TestChat = {
  platform: Platform;
  key: string;
  secret: string;
  channelId: string;
  visitor(name?: string): ChatVisitor;
  account(account: string, email?: string): ChatVisitor;
  close(): Promise<void>;
};

/** Modules that read the environment are imported after it is set: by the caller too, dynamically. */
export async function openTestChat(): Promise<TestChat> {
  const desk = await openTestDatabase();
  const platform = await import('../platform/db');
  const { seal } = await import('../platform/crypto');
  const channelId = desk.channels.chat;
  const [key, secret] = ['wk_test', 'the-secret-of-one-web-chat-channel'];
  const config = { secret: seal(secret, `channel:${key}`), origins: ['http://shop.example'] };
  await desk.db.channel.update({ where: { id: channelId }, data: { config } });

  return {
    platform,
    key,
    secret,
    channelId,
    visitor: (value = newId()) => ({
      channelId,
      identities: [{ kind: 'visitor', value, verified: false }],
      name: null,
      verified: false,
    }),
    account: (account, email) => ({
      channelId,
      identities: [
        { kind: 'account', value: account, verified: true },
        ...(email ? [{ kind: 'email' as const, value: email, verified: true }] : []),
      ],
      name: 'Ada Winter',
      verified: true,
    }),
    close: desk.close,
  };
}
