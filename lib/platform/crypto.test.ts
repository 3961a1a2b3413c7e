import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';

let crypto: typeof import('./crypto');
beforeAll(async () => {
  process.env.DATABASE_URL = 'postgresql://nobody@localhost/none';
  process.env.BATON_SECRET = 'a secret for tests, long enough for it';
  crypto = await import('./crypto');
});

describe('seal', () => {
  it('opens for its record only, and never looks the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (plain) => {
        const sealed = crypto.seal(plain, 'connector:shop');
        expect(crypto.unseal(sealed, 'connector:shop')).toBe(plain);
        expect(() => crypto.unseal(sealed, 'connector:other')).toThrow(/could not be opened/);
        expect(crypto.seal(plain, 'connector:shop')).not.toBe(sealed);
      }),
      { numRuns: 50 },
    );
  });

  it('does not open when any part was changed', () => {
    const parts = crypto.seal('the token', 'r').split('.');
    for (const index of [0, 1, 2, 3]) {
      const flipped = parts.map((part, at) => (at === index ? (part[0] === 'A' ? 'B' : 'A') + part.slice(1) : part));
      expect(() => crypto.unseal(flipped.join('.'), 'r')).toThrow(/stored secret/);
    }
    for (const odd of ['', 'k1', 'k1..x.y', 'plain text', parts.slice(0, 3).join('.')])
      expect(() => crypto.unseal(odd, 'r')).toThrow(/stored secret/);
  });
});

describe('passwords', () => {
  it('are known again, however their letters are composed', async () => {
    const stored = await crypto.hashPassword('Zürich 2026');
    expect(stored).not.toContain('Zürich');
    expect(await crypto.verifyPassword('Zu\u0308rich 2026', stored)).toBe(true);
    expect(await crypto.verifyPassword('zürich 2026', stored)).toBe(false);
    for (const odd of ['', 'plain', 'scrypt.', 'md5.a.b']) expect(await crypto.verifyPassword('x', odd)).toBe(false);
  });
});
