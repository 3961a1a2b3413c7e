import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseSubject } from './choose-subject';
import { fillArguments } from './fill-arguments';
import { testConnector, testTool } from './test-tool';
import type { SubjectChoice, Whose } from './tool.schema';

const takes = new Set(['customer', 'order', 'idempotencyKey', 'account']);
const write = { takes, write: true, keyArgument: 'idempotencyKey' };

describe('chooseSubject', () => {
  const whose: Whose = { account: 'cus_1', email: 'a@b.example' };
  const named: Whose = { account: null, email: null, named: { connector: 'shop', subject: 'cus_9' } };
  const cases: [SubjectChoice['identity'], string, Whose, string | null][] = [
    ['account', 'shop', whose, 'cus_1'],
    ['email', 'shop', whose, 'a@b.example'],
    ['none', 'shop', whose, null],
    ['account', 'shop', named, 'cus_9'],
    ['account', 'books', named, null],
    ['account', 'shop', { ...whose, named: { connector: 'shop', subject: null } }, 'cus_1'],
    ['account', 'shop', { account: null, email: 'a@b.example' }, null],
  ];
  it.each(cases)('%s of %s', (identity, key, given, subject) => {
    expect(chooseSubject({ key, subject: { identity } }, given)).toBe(subject);
  });
});

describe('fillArguments', () => {
  const anything = fc.dictionary(
    fc.oneof(
      fc.constantFrom('customer', 'Customer', 'order', 'idempotencyKey', 'account', '__proto__', 'toString'),
      fc.string(),
    ),
    fc.oneof(fc.string(), fc.integer(), fc.object(), fc.constant(null)),
  );
  const identity = fc.constantFrom<SubjectChoice['identity']>('account', 'email', 'none');
  const maybe = fc.option(fc.string({ minLength: 1 }), { nil: null });

  it('sends the verified subject or nothing, whatever the arguments say', () => {
    fc.assert(
      fc.property(anything, identity, maybe, maybe, (args, kind, account, email) => {
        const tool = testTool({ ...write, connector: testConnector({ subject: { identity: kind } }) });
        const filled = fillArguments(tool, args, { account, email }, 'key-of-ours');
        const verified = kind === 'account' ? account : kind === 'email' ? email : null;
        if (verified === null) expect(filled).toEqual({ kind: 'not_verified' });
        else {
          expect(filled.kind).toBe('filled');
          if (filled.kind !== 'filled') return;
          expect(filled.args.customer).toBe(verified);
          expect(filled.args.idempotencyKey).toBe('key-of-ours');
          expect(Object.keys(filled.args).every((name) => takes.has(name))).toBe(true);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('knows no other name for the subject than the registry', () => {
    const tool = testTool({ takes, subjectArgument: 'account' });
    const filled = fillArguments(
      tool,
      { account: 'theirs', customer: 'word' },
      { account: 'cus_1', email: null },
      undefined,
    );
    expect(filled).toEqual({ kind: 'filled', args: { account: 'cus_1', customer: 'word' } });
  });
});
