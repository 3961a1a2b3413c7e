import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Grounded, type GroundSource, groundSentence } from './ground-sentence';

const sources: GroundSource[] = [
  {
    id: 'p1',
    kind: 'article',
    title: 'Returns',
    text: 'You can return unused goods within 30 days of delivery. A return label costs $4.50. Worn socks cannot be returned.',
    language: 'en',
  },
  { id: 'p2', kind: 'article', title: 'Rücksendung', text: 'Ein Etikett kostet 5 Euro.', language: 'de' },
  {
    id: 't1',
    kind: 'tool',
    title: 'orders.get',
    text: '{"number":"NL-48213","status":"in_transit","total":"$1,180.00"}',
    language: 'en',
  },
  { id: 'c', kind: 'said', title: '', text: 'I bought it for 77 dollars last week.', language: 'en' },
];

describe('groundSentence', () => {
  it.each<[string, Grounded['kind']]>([
    ['You can return unused goods within 30 days of delivery. [p1]', 'fact'],
    ['A label for a return costs $4.50 [p1].', 'fact'],
    ['You can return unused goods within 60 days of delivery. [p1]', 'unsupported'],
    ['You can return unused goods within 30 days of delivery.', 'unsupported'],
    ['You can return unused goods within 30 days of delivery. [p9]', 'unsupported'],
    ['You can return unused goods within 30 days of delivery. [p1, p9]', 'unsupported'],
    ['Your membership brings free coffee every morning. [p1]', 'unsupported'],
    ['Worn socks can be returned. [p1]', 'unsupported'],
    ['Worn socks cannot be returned. [p1]', 'fact'],
    ['Order NL-48213 is in transit. [t1]', 'fact'],
    ['Its total is $1180. [t1]', 'fact'],
    ['Its total is $1,280.00. [t1]', 'unsupported'],
    ['You bought it for 77 dollars. [c]', 'fact'],
    ['A label costs 5 euros. [p2]', 'fact'], // another language: figures and names have to do
    ['A label costs 6 euros. [p2]', 'unsupported'],
    ['Happy to help.', 'courtesy'],
    ['Is there anything else?', 'courtesy'],
    ['Happy to help with your 15% voucher.', 'unsupported'],
    ['We refunded it already.', 'unsupported'],
    ['See https://x.example for returns within 30 days. [p1]', 'unsupported'],
    ['[Return goods](http://x.example) within 30 days of delivery. [p1]', 'unsupported'],
    ['![x](data:image/png;base64,AA) return goods within 30 days [p1]', 'unsupported'],
    ['<b>You can return</b> unused goods within 30 days of delivery. [p1]', 'unsupported'],
  ])('%s → %s', (raw, kind) => {
    expect(groundSentence(raw, sources, 'en').kind).toBe(kind);
  });

  it('takes the citations out and tells them', () => {
    expect(groundSentence('A return label costs $4.50 [p1, c] .', sources, 'en')).toMatchObject({
      text: 'A return label costs $4.50.',
      cited: ['p1', 'c'],
    });
  });
});

const words = fc.constantFrom(
  'return',
  'label',
  'costs',
  'within',
  'days',
  'goods',
  'unused',
  'order',
  'delivery',
  'happy',
  'to',
  'help',
);
const phrase = fc.array(words, { minLength: 0, maxLength: 12 }).map((list) => list.join(' '));
const cite = fc.constantFrom('', ' [p1]', ' [p2]', ' [t1]', ' [c]', ' [p1, t1]', ' [p1][c]');

it('never lets a figure through that stands in no source it names', () => {
  const there = new Set(['30', '4', '50', '5', '48213', '1', '180', '0', '77', '1180']);
  const figure = fc.nat(99_999).filter((number) => !there.has(String(number)));
  fc.assert(
    fc.property(
      phrase,
      figure,
      phrase,
      cite,
      fc.constantFrom('', '$', '€', 'NL-'),
      (before, number, after, cited, mark) => {
        const raw = `${before} ${mark}${number} ${after}.${cited}`;
        expect(groundSentence(raw, sources, 'en').kind).toBe('unsupported');
      },
    ),
    { numRuns: 300 },
  );
});

it('never lets a link, a picture or markup through', () => {
  const harm = fc.constantFrom(
    'https://x.example',
    'http:x',
    'www.x.example',
    '![a](b)',
    '[a](b)',
    '[a][b]',
    '<img src=x>',
    '</sources>',
    'data:text/html',
  );
  fc.assert(
    fc.property(phrase, harm, phrase, cite, fc.constantFrom('en', 'de'), (before, harmful, after, cited, language) => {
      expect(groundSentence(`${before} ${harmful} ${after}.${cited}`, sources, language).kind).toBe('unsupported');
    }),
  );
});
