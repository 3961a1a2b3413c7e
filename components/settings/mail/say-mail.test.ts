import { describe, expect, it } from 'vitest';
import { sayMail, sayServer } from './say-mail';

const none = { waiting: 0, sentToday: 0, failed: 0, dropped: 0 };

describe('how mail stands', () => {
  it.each([
    [null, none, 'Nothing is sent: no mail server is set.'],
    [null, { ...none, waiting: 1 }, 'Nothing is sent: no mail server is set. One mail waits, for three days at most.'],
    [null, { ...none, waiting: 4 }, 'Nothing is sent: no mail server is set. 4 mails wait, for three days at most.'],
    ['settings', none, 'Nothing went out in the last 24 hours.'],
    ['settings', { ...none, sentToday: 1_204, waiting: 1 }, '1,204 mails went out in the last 24 hours, one waits.'],
    ['environment', { ...none, sentToday: 1, failed: 2 }, 'One mail went out in the last 24 hours, 2 failed.'],
  ] as const)('%s %o', (by, counts, says) => {
    expect(sayMail({ by, counts })).toBe(says);
  });

  it('names the server in force', () => {
    expect(sayServer({ by: 'environment', from: 'a@b.example', host: 'mail.b.example:587' })).toBe(
      'Mails are from a@b.example, through mail.b.example:587, as the environment sets it.',
    );
  });
});
