import { jwtVerify } from 'jose';
import { describe, expect, it } from 'vitest';
import { readCookie, signVisitor } from './session';

describe('readCookie', () => {
  it.each([
    [undefined, undefined],
    ['a=1', undefined],
    ['a=1; cart=TNT=2; b=3', 'TNT=2'],
    ['notcart=1', undefined],
  ])('%j → %j', (header, expected) => {
    expect(readCookie(header, 'cart')).toBe(expected);
  });
});

describe('signVisitor', () => {
  it('names the customer to the chat, for an hour', async () => {
    const secret = 's'.repeat(32);
    const token = await signVisitor(
      { id: 'cus_1042', name: 'Ida Holt', email: 'ida@holt.example', tier: null },
      secret,
    );
    const { payload } = await jwtVerify(token, new TextEncoder().encode(secret), {
      issuer: 'northline',
      audience: 'baton',
    });
    expect(payload).toMatchObject({ sub: 'cus_1042', email: 'ida@holt.example', name: 'Ida Holt' });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(3_600);
  });
});
