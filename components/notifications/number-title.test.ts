import { describe, expect, it } from 'vitest';
import { numberTitle } from './number-title';

describe('numberTitle', () => {
  it.each([
    ['Inbox · Baton', 0, 'Inbox · Baton'],
    ['Inbox · Baton', 3, '(3) Inbox · Baton'],
    ['(3) Inbox · Baton', 4, '(4) Inbox · Baton'],
    ['(99+) Inbox · Baton', 0, 'Inbox · Baton'],
    ['Inbox', 120, '(99+) Inbox'],
    ['(Returns) Inbox', 2, '(2) (Returns) Inbox'],
  ])('%s, %d', (title, unread, expected) => expect(numberTitle(title, unread)).toBe(expected));
});
