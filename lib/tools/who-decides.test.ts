import { describe, expect, it } from 'vitest';
import { standingOf } from './who-decides';

const me = { id: 'me', permissions: ['actions.approve'] } as never;
const action = (more: object = {}) => ({ approvers: 'supervisor', askedById: null, approvals: [], ...more }) as never;

describe('who decides an action', () => {
  it.each([
    ['what waits for one’s rank', action(), 'yours'],
    ['what names no rank', action({ approvers: null }), 'yours'],
    ['what waits for a higher rank', action({ approvers: 'admin' }), 'not_your_rank'],
    ['what one asked for', action({ askedById: 'me' }), 'your_own'],
    ['what one has agreed to', action({ approvals: [{ personId: 'me' }] }), 'you_agreed'],
    ['what somebody else has agreed to', action({ approvals: [{ personId: 'other' }] }), 'yours'],
  ])('%s', (_, one, standing) => expect(standingOf(me, one)).toBe(standing));
});
