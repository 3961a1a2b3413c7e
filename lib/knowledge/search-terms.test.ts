import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collectNames, findNames } from './collect-names';
import { correctWord } from './correct-word';
import { indexPassages } from './index-passages';
import type { Passage } from './knowledge.schema';
import { readContentTerms } from './read-terms';
import { highest } from './score-passages';
import { searchPassages } from './search-passages';
import { splitCompound } from './split-compound';
import { splitSentences } from './split-sentences';
import { takeApart } from './take-apart';

const passage = (id: string, text: string, more: Partial<Passage> = {}): Passage => ({
  articleId: id,
  slug: id,
  title: '',
  version: 1,
  language: 'en',
  audience: 'public',
  id,
  headings: [],
  text,
  ...more,
});
const terms = (text: string, language: string) => readContentTerms(text, language).map(({ term }) => term);
const find = (passages: Passage[], query: string, language: string) =>
  searchPassages(indexPassages(passages), query, { language, audiences: ['public'] }).map(({ passage: { id } }) => id);

describe('readContentTerms', () => {
  it.each([
    ['fr', 'Combien de temps faut-il pour annuler mes commandes ?', 'annulation de la commande', 'command'],
    ['es', '¿Cómo puedo devolver mis pedidos?', 'el pedido devuelto', 'ped'],
    ['de', 'Wann kommen die Bestellungen?', 'Ihre Bestellung', 'bestell'],
    ['it', "dov'è il mio ordine", 'gli ordini', 'ordin'],
    ['zh', '请问押金多久可以退回?', '押金将在三天内退回', '押金'],
    ['ja', '予約はいつまでに取り消せますか?', '予約の取り消し', '予約'],
    ['th', 'คืนเงินเมื่อไร', 'การคืนเงินใช้เวลาสามวัน', 'เงิน'],
  ])('reads what is asked about in %s', (language, question, text, shared) => {
    expect(terms(question, language)).toContain(shared);
    expect(terms(text, language)).toContain(shared);
  });

  it.each([
    ['zh', '怎么办'],
    ['fr', 'est-ce que je peux'],
    ['de', 'wie kann ich das machen'],
  ])('keeps small words in %s when there are no others', (language, text) => {
    expect(terms(text, language).length).toBeGreaterThan(0);
  });
});

describe('searchPassages in other scripts and spellings', () => {
  it('finds the parts of a compound from either side', () => {
    const shop = [
      passage('costs', 'Der Versand ist frei. Die Kosten trägt der Laden.', { language: 'de' }),
      passage('fee', 'Versandkosten fallen nicht an.', { language: 'de' }),
      passage('other', 'Jacken waschen.', { language: 'de' }),
    ];
    expect(find(shop, 'Versandkosten', 'de').sort()).toEqual(['costs', 'fee']);
    expect(find(shop, 'Kosten', 'de').sort()).toEqual(['costs', 'fee']);
  });

  it('puts a slip of the fingers right, but does not take one word for another', () => {
    const shop = [passage('refund', 'A refund takes five days.'), passage('pole', 'A pole may break.')];
    const slipped = searchPassages(indexPassages(shop), 'refnud please', { language: 'en', audiences: ['public'] });
    expect(slipped.map(({ passage: { id }, coverage }) => [id, coverage])).toEqual([['refund', 1]]);
    const other = searchPassages(indexPassages(shop), 'refuse takes', { language: 'en', audiences: ['public'] });
    expect(other[0]!.coverage).toBeLessThan(1);
  });

  it('says where the sentence stands that says most', () => {
    const text = 'Shops open at nine.\nA refund reaches your card in five days. Write to us otherwise.';
    const [best] = searchPassages(indexPassages([passage('a', text)]), 'when does the refund reach my card', {
      audiences: ['public'],
    });
    expect(text.slice(best!.span!.start, best!.span!.end)).toBe('A refund reaches your card in five days.');
  });
});

describe('correctWord', () => {
  const spellings = new Map([
    ['r', ['refund', 'repair', 'return']],
    ['s', ['store', 'stove']],
  ]);
  it.each([
    ['refnud', 'refund', true],
    ['refud', 'refund', true],
    ['reffund', 'refund', true],
    ['refond', 'refund', false],
    ['stoxe', undefined, undefined],
    ['refxyz', undefined, undefined],
    ['retrn', 'return', true],
    ['stoe', undefined, undefined],
  ])('%s → %s', (word, meant, slip) => {
    expect(correctWord(word, spellings)).toEqual(meant === undefined ? undefined : { term: meant, slip });
  });
});

describe('splitCompound', () => {
  const known = (term: string) => ['ruckgab', 'recht', 'versand', 'kost', 'lief', 'zeit'].includes(term);
  it.each([
    ['versandkosten', 'de', ['versand', 'kost']],
    ['rückgaberecht', 'de', ['ruckgab', 'recht']],
    ['lieferzeiten', 'de', ['lief', 'zeit']],
    ['versandkosten', 'en', []],
    ['versandxyz', 'de', []],
    ['zeit', 'de', []],
  ])('%s in %s', (word, language, parts) => {
    expect(splitCompound(word, language, known)).toEqual(parts);
  });
});

describe('a long query', () => {
  const chatter = 'Hello there, I hope that you are well today and that the weather is kind to all of you over there.';
  const long = `${chatter} My travel card was stolen in Lisbon. I would also like to close the junior account of my daughter Anna, who turned eighteen in March and moved to Porto with her friends to study architecture; she keeps her savings elsewhere since summer. ${chatter}`;
  const bank = [
    passage('card', 'Block the travel card and order another.', { title: 'Travel Card: lost or stolen' }),
    passage('junior', 'A junior account is closed by a parent.', { title: 'Junior Account: closing' }),
    passage('weather', 'Weather insurance: we hope for kind weather today, and are well there over all of you.', {
      title: 'Hope insurance',
    }),
  ];

  it('is taken apart, a short one is not', () => {
    expect(takeApart('Where is my order? Thanks!', 'en')).toEqual([]);
    expect(takeApart(long, 'en')).toHaveLength(4);
  });

  it('finds what each of its sentences asks for before what it talks of besides', () => {
    expect(find(bank, long, 'en').slice(0, 2).sort()).toEqual(['card', 'junior']);
  });

  it('knows the names that titles give', () => {
    const names = collectNames(
      bank.map(({ title }) => title),
      'en',
    );
    expect(findNames('they took my travel card', names, 'en')).toEqual(['travel card']);
    expect(findNames('card travel', names, 'en')).toEqual([]);
  });
});

describe('splitSentences', () => {
  it.each([
    ['en', 'It costs approx. 20 dollars. Ask us!', ['It costs approx. 20 dollars.', 'Ask us!']],
    ['de', 'Das geht z. B. heute. Morgen nicht.', ['Das geht z. B. heute.', 'Morgen nicht.']],
    ['zh', '押金三天内退回。请等待!', ['押金三天内退回。', '请等待!']],
    ['ja', '無料です。電話してください。', ['無料です。', '電話してください。']],
    ['es', '¿Cuánto cuesta? Nada.', ['¿Cuánto cuesta?', 'Nada.']],
  ])('ends them as %s does', (language, text, sentences) => {
    expect(splitSentences(text, language).map((one) => one.text)).toEqual(sentences);
  });

  it('knows where each stands, in any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        fc.constantFrom('en', 'de', 'zh', 'xx', ''),
        (text, language) => {
          for (const { text: one, start } of splitSentences(text, language))
            expect(text.slice(start, start + one.length)).toBe(one);
        },
      ),
    );
  });
});

describe('highest', () => {
  it('is the head of the sorted list', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 })), fc.integer({ min: 1, max: 5 }), (scores, limit) => {
        const sorted = scores
          .map((score, at) => ({ score, at }))
          .filter(({ score, at }) => score > 0 && at % 3 !== 0)
          .sort((a, b) => b.score - a.score || a.at - b.at);
        expect(highest(Float64Array.from(scores), limit, (at) => at % 3 !== 0)).toEqual(
          sorted.slice(0, limit).map(({ at }) => at),
        );
      }),
    );
  });
});
