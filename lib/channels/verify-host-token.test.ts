import { SignJWT, UnsecuredJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { verifyHostToken } from './verify-host-token';

const secret = 'the-secret-of-one-web-chat-channel';
const now = new Date('2026-11-20T12:00:00Z');
const seconds = Math.floor(now.getTime() / 1_000);
const channel = { secret, issuer: null };

type Claims = Record<string, unknown>;
const good: Claims = {
  sub: 'cus_1001',
  iss: 'shop',
  aud: 'baton',
  exp: seconds + 3_600,
  email: 'Ben@Example.com',
  name: 'Ben Ito',
};
const sign = (claims: Claims, key = secret, alg = 'HS256') =>
  new SignJWT(claims)
    .setProtectedHeader({ alg })
    .sign(new TextEncoder().encode(key.padEnd(64, '.').slice(0, alg === 'HS256' ? key.length : 64)));
const without = (name: string): Claims => Object.fromEntries(Object.entries(good).filter(([key]) => key !== name));

describe('verifyHostToken', () => {
  it('takes a good one, with the address in lower case', async () => {
    expect(await verifyHostToken(await sign(good), channel, now)).toEqual({
      ok: true,
      customer: { account: 'cus_1001', email: 'ben@example.com', name: 'Ben Ito' },
    });
  });

  it('takes one without name and address', async () => {
    const verdict = await verifyHostToken(await sign({ ...without('email'), name: undefined }), channel, now);
    expect(verdict).toEqual({ ok: true, customer: { account: 'cus_1001', email: null, name: null } });
  });

  const tampered = async () => {
    const [head, , tail] = (await sign(good)).split('.');
    return `${head}.${Buffer.from(JSON.stringify({ ...good, sub: 'cus_1002' })).toString('base64url')}.${tail}`;
  };
  const rows: [string, () => Promise<string> | string, 'expired' | 'not_valid'][] = [
    ['expired', () => sign({ ...good, exp: seconds - 1 }), 'expired'],
    ['that never ends', () => sign(without('exp')), 'not_valid'],
    ['meant for somebody else', () => sign({ ...good, aud: 'another' }), 'not_valid'],
    ['meant for nobody', () => sign(without('aud')), 'not_valid'],
    ['of no issuer', () => sign(without('iss')), 'not_valid'],
    ['about nobody', () => sign(without('sub')), 'not_valid'],
    ['about an empty name', () => sign({ ...good, sub: '' }), 'not_valid'],
    ['with an address that is none', () => sign({ ...good, email: 'ben' }), 'not_valid'],
    ['not valid yet', () => sign({ ...good, nbf: seconds + 60 }), 'not_valid'],
    ['signed with another secret', () => sign(good, 'the-secret-of-another-web-chat-chan'), 'not_valid'],
    ['signed with another algorithm', () => sign(good, secret, 'HS512'), 'not_valid'],
    ['signed with none', () => new UnsecuredJWT(good).encode(), 'not_valid'],
    ['changed after it was signed', tampered, 'not_valid'],
    ['that is no token', () => 'not a token', 'not_valid'],
    ['that is empty', () => '', 'not_valid'],
  ];
  it.each(rows)('refuses one %s', async (_, make, why) => {
    expect(await verifyHostToken(await make(), channel, now)).toEqual({ ok: false, why });
  });

  it('refuses all while the channel has no secret', async () => {
    expect(await verifyHostToken(await sign(good), { secret: null, issuer: null }, now)).toEqual({
      ok: false,
      why: 'not_valid',
    });
  });

  it('takes only the issuer that is set', async () => {
    const token = await sign(good);
    expect((await verifyHostToken(token, { secret, issuer: 'shop' }, now)).ok).toBe(true);
    expect((await verifyHostToken(token, { secret, issuer: 'another' }, now)).ok).toBe(false);
  });
});
