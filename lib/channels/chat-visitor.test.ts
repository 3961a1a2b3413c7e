import { SignJWT } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { derivedKey } from '../platform/crypto';
import { findChatVisitor, readChatToken, signChatToken, visitorOf } from './chat-visitor';

beforeAll(() => {
  process.env.BATON_SECRET ??= 'a secret for tests, long enough for it';
  process.env.DATABASE_URL ??= 'postgresql://nobody@localhost:1/none';
});

const visitor = { kind: 'visitor', sub: 'v-1', channel: 'c-1' } as const;
const account = { kind: 'account', sub: 'cus_1', channel: 'c-1', email: 'a@b.example', name: 'Ada' } as const;

describe('the chat token', () => {
  it.each([[visitor], [account]])('comes back as it was signed', async (claims) => {
    expect(await readChatToken(await signChatToken(claims))).toMatchObject(claims);
  });

  const forged = (audience: string, key: Buffer, claims: Record<string, unknown> = { ...account }) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256' })
      .setAudience(audience)
      .setSubject('cus_1')
      .setExpirationTime('1h')
      .sign(key);
  it.each<[string, () => Promise<string>]>([
    ['of another key', () => forged('baton-chat', derivedKey('something else'))],
    ['for another audience', () => forged('baton', derivedKey('chat'))],
    ['without its claims', () => forged('baton-chat', derivedKey('chat'), {})],
    ['that is none', async () => 'x.y.z'],
  ])('is not read when it is one %s', async (_, make) => {
    expect(await readChatToken(await make())).toBeNull();
  });

  it.each([null, '', 'Bearer', 'Bearer x', 'Basic abc'])('is asked for: %s', async (header) => {
    await expect(findChatVisitor(header)).rejects.toMatchObject({ code: 'unauthorized' });
  });

  it('vouches for an account and never for a visitor', () => {
    expect(visitorOf(visitor)).toEqual({
      channelId: 'c-1',
      identities: [{ kind: 'visitor', value: 'v-1', verified: false }],
      name: null,
      verified: false,
    });
    expect(visitorOf(account)).toEqual({
      channelId: 'c-1',
      identities: [
        { kind: 'account', value: 'cus_1', verified: true },
        { kind: 'email', value: 'a@b.example', verified: true },
      ],
      name: 'Ada',
      verified: true,
    });
  });
});
