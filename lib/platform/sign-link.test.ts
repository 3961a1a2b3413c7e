import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { readLink, signLink } from './sign-link';

const [answer, stop] = [
  { key: 'some-link', kind: 'answer' },
  { key: 'some-link', kind: 'stop' },
];

beforeAll(() => {
  process.env.BATON_SECRET ??= 'a secret for tests, long enough for it';
  process.env.DATABASE_URL ??= 'postgresql://nobody@localhost:1/none';
});

describe('a link', () => {
  it('leads to the one it was made for', () => {
    fc.assert(
      fc.property(fc.uuid(), (id) => {
        expect(readLink(answer, signLink(answer, id))).toBe(id);
        expect(readLink(stop, signLink(answer, id))).toBeNull();
      }),
    );
  });

  it('is nothing under the key of others', () => {
    const id = randomUUID();
    expect(readLink({ ...answer, key: 'another-link' }, signLink(answer, id))).toBeNull();
  });

  it('is nothing when any character of it is another', () => {
    const token = signLink(answer, randomUUID());
    const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.';
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom(...signs), (at, sign) => {
        fc.pre(token[at] !== sign);
        expect(readLink(answer, token.slice(0, at) + sign + token.slice(at + 1))).toBeNull();
      }),
      { numRuns: 500 },
    );
  });

  it('is nothing when it is put together from two', () => {
    const [one, other] = [randomUUID(), randomUUID()].map((id) => signLink(answer, id).split('.'));
    expect(readLink(answer, `${one?.[0]}.${other?.[1]}`)).toBeNull();
  });

  it.each(['', '.', 'x', '../../etc', `${'A'.repeat(22)}.${'A'.repeat(27)}`, '\u0000'.repeat(50)])(
    '%j is none',
    (text) => {
      expect(readLink(answer, text)).toBeNull();
    },
  );
});
