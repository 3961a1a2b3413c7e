import { describe, expect, it } from 'vitest';
import type { Category, MapAnswer } from '@/lib/worth/worth.schema';
import { chooseNextStep, findMissing } from './choose-next-step';
import { sayMap } from './say-map';

const category = (name: string, more: Partial<Category> = {}): Category => ({
  ...{ key: `intent:${name}`, kind: 'intent', name, tickets: 100, share: 0.25, perMonth: 100 },
  ...{
    handleMs: { value: 60_000, n: 10 },
    complexity: null,
    achieved: null,
    potential: 0.5,
    savingMicros: 1_000_000_000,
  },
  ceiling: { value: 0.7, from: 'comparable', name: 'a' },
  coverage: { intent: true, article: null, playbook: null, tools: 0, toolsMissing: [] },
  ...more,
});
const map = (categories: Category[], more: Partial<MapAnswer> = {}): MapAnswer => ({
  ...{
    source: 'desk',
    from: '2026-11-01',
    to: '2026-11-19',
    tickets: 400,
    coming: 0,
    hourMicros: 1,
    automatedMicros: 0,
  },
  categories,
  ...more,
});
const four = ['Order status', 'Returns', 'Refunds', 'Passwords'];

describe('the sentence above the map', () => {
  it.each<[string, MapAnswer]>([
    [
      '$4,000 a month could still be automated, 75% of it in three categories.',
      map(four.map((name) => category(name))),
    ],
    ['$2,000 a month could still be automated, most in Returns.', map([category('Returns'), category('Refunds')])],
    ['$1,000 a month could still be automated.', map([category('Returns'), category('B', { savingMicros: 0 })])],
    [
      '12 old tickets are too few to tell where automating pays.',
      map([category('Returns')], { tickets: 12, source: 'history' }),
    ],
    [
      'Returns comes most: 25% of 400 conversations.',
      map([category('Returns', { savingMicros: null })], { hourMicros: 0 }),
    ],
    ['How long people work on these is not known.', map([category('Returns', { savingMicros: null, handleMs: null })])],
    ['Nothing here is worth more than the assistant does already.', map([category('Returns', { savingMicros: 0 })])],
  ])('%s', (says, answer) => {
    expect(sayMap(answer).says).toBe(says);
  });
  it('says that a ceiling is assumed, and that more is coming', () => {
    const assumed = category('Returns', { ceiling: { value: 0.7, from: 'assumed', name: null } });
    const { more } = sayMap(map([assumed], { source: 'history', coming: 1 }));
    expect(more).toMatch(
      /^Returns \$1,000\. 400 old tickets in 1 category, 25% of all\. More are being read\. How far.*assumed/,
    );
  });
});

describe('the next step', () => {
  const covered = (more: Partial<Category['coverage']>, other: Partial<Category> = {}) =>
    category('a', { ...other, coverage: { ...category('a').coverage, ...more } });
  const article = { slug: 'a', title: 'A', language: 'en' };
  const playbook = { key: 'a', name: 'A' };
  it.each<[string, Category, string[], string]>([
    [
      'a theme',
      covered({ intent: false }, { kind: 'theme' }),
      ['No intent', 'No article', 'No playbook'],
      '/automation/intents',
    ],
    ['nothing there', covered({}), ['No article', 'No playbook'], '/knowledge'],
    ['an article', covered({ article }), ['No playbook'], '/automation/playbooks'],
    ['an article that carries it', covered({ article }, { potential: 0.02 }), ['No playbook'], '/metrics/assistant'],
    [
      'a playbook without its tool',
      covered({ playbook, toolsMissing: ['refunds.make'] }),
      ['No tool'],
      '/automation/tools',
    ],
    ['all there', covered({ playbook, article }), [], '/metrics/assistant'],
    ['what neither fits', covered({ intent: false }, { kind: 'none' }), [], '/automation/intents'],
  ])('with %s', (_, one, missing, href) => {
    expect(findMissing(one).map(({ verb }) => verb)).toEqual(missing);
    expect(chooseNextStep(one).href).toBe(href);
  });
});
