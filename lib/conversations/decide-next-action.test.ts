import { describe, expect, it } from 'vitest';
import { decideNextAction, type Situation, soundsSolved } from './decide-next-action';

const base: Situation = {
  state: 'open',
  mayAct: true,
  mayApprove: true,
  handoffStep: false,
  approval: null,
  lastSpeaker: 'customer',
  lastSaid: 'Where is my order?',
  draft: null,
  article: null,
  lateOrder: null,
  writing: false,
};
const draft = { id: 'd1', position: 1, label: 'Status' };
const article = { articleId: 'a', slug: 'shipping', title: 'Shipping', text: 'Three days.' };
const approval = { id: 'x', says: 'refund $620.00' };
const lateOrder = { number: 'NL-48213', status: 'shipped' };
const next = (more: Partial<Situation>) => decideNextAction({ ...base, ...more })?.kind ?? null;

describe('decideNextAction', () => {
  it.each([
    ['nothing known', {}, null],
    ['closed', { state: 'closed', draft }, null],
    ['not mine to do', { mayAct: false, draft }, null],
    ['the handoff says what to do', { handoffStep: true, draft, approval }, null],
    ['an approval waits', { approval, draft }, 'decide'],
    ['an approval waits for somebody else', { approval, mayApprove: false, draft }, 'draft'],
    ['an approval waits, while one writes', { approval, writing: true }, 'decide'],
    ['a draft', { draft, article, lateOrder }, 'draft'],
    ['an article', { article, lateOrder }, 'article'],
    ['a late order', { lateOrder }, 'write'],
    ['one writes already', { draft, article, writing: true }, null],
    ['we spoke last', { lastSpeaker: 'agent', draft }, null],
    ['thanks', { lastSaid: 'Perfect, thank you!', draft }, 'solve'],
  ] as [string, Partial<Situation>, string | null][])('%s', (_, more, kind) => {
    expect(next(more)).toBe(kind);
  });
});

describe('soundsSolved', () => {
  it.each([
    ['Thanks, that worked', true],
    ['Vielen Dank!', true],
    ['Merci beaucoup', true],
    ['Gracias, perfecto', true],
    ['Thanks, but it still fails', false],
    ['Thank you. And the other order?', false],
    ['thanksgiving is on Thursday', false],
    ['It is broken', false],
  ])('%s', (said, solved) => {
    expect(soundsSolved(said)).toBe(solved);
  });
});
