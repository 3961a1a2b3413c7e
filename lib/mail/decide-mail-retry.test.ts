import { describe, expect, it } from 'vitest';
import { decideMailRetry, type MailTrouble, mostTries, nameMailFailure } from './decide-mail-retry';

describe('what went wrong with a mail', () => {
  const rows: [MailTrouble, boolean, RegExp][] = [
    [{ code: 'EENVELOPE', responseCode: 550, command: 'RCPT TO' }, true, /refused the address \(550\)/],
    [{ code: 'EENVELOPE', responseCode: 451, command: 'RCPT TO' }, false, /later \(451\)/],
    [{ code: 'EMESSAGE', responseCode: 552, command: 'DATA' }, true, /refused it \(552\)/],
    [{ code: 'EMESSAGE', responseCode: 421, command: 'DATA' }, false, /later/],
    [{ code: 'EPROTOCOL', responseCode: 554, command: 'CONN' }, false, /does not talk to us/],
    [{ code: 'EAUTH', responseCode: 535, command: 'AUTH PLAIN' }, false, /user name or the password/],
    [{ code: 'ETLS', command: 'STARTTLS' }, false, /encrypted line/],
    [{ code: 'EDNS' }, false, /name of the mail server/],
    [{ code: 'ETIMEDOUT', command: 'CONN' }, false, /did not answer/],
    [{ code: 'EENVELOPE' }, true, /cannot be written to/],
    [{}, false, /did not answer/],
  ];
  it.each(rows)('%o', (trouble, final, says) => {
    const named = nameMailFailure(trouble);
    expect(named.final).toBe(final);
    expect(named.says).toMatch(says);
  });
});

describe('when it is tried again', () => {
  const later = { final: false, says: '' };
  it.each([
    [1, 0, 48],
    [1, 1, 72],
    [2, 0.5, 300],
    [3, 0.5, 1_800],
    [4, 0.5, 7_200],
  ])('after try %i with chance %f in %i s', (tries, chance, inSeconds) => {
    expect(decideMailRetry(tries, later, chance)).toEqual({ state: 'waiting', inSeconds });
  });
  it('is given up after the fifth, and at once where it is refused for good', () => {
    expect(mostTries).toBe(5);
    expect(decideMailRetry(5, later, 0.5)).toEqual({ state: 'failed' });
    expect(decideMailRetry(1, { final: true, says: '' }, 0.5)).toEqual({ state: 'failed' });
  });
});
