import { describe, expect, it } from 'vitest';
import { checkWriting, type WritingFacts } from './check-writing';

const facts = (text: string, more: Partial<WritingFacts> = {}): WritingFacts => ({
  text,
  cardData: [],
  actions: [],
  known: ['maya@lindqvist.example', '+1 303 555 0147', 'help@northline.example'],
  disclosure: null,
  said: [],
  ...more,
});
const kinds = (text: string, more?: Partial<WritingFacts>) => checkWriting(facts(text, more)).map(({ kind }) => kind);

describe('a promise without an action behind it', () => {
  it.each([
    // A refund
    ['We will refund $84.00 to your card.', ['refund']],
    ['I’ve refunded the order.', ['refund']],
    ['Your money back is on its way.', ['refund']],
    ['Would you like a refund?', []],
    ['If you return it, we will refund you.', []],
    ['We cannot refund final-sale items.', []],
    ['I read our refund rules for you.', []],
    ['Wir erstatten Ihnen den Betrag, das haben wir veranlasst.', ['refund']],
    ['Das Geld wird Ihnen erstattet.', ['refund']],
    ['Leider können wir das nicht erstatten.', []],
    ['Nous allons vous rembourser.', ['refund']],
    ['Vous serez remboursé.', ['refund']],
    ['Nous ne pouvons pas vous rembourser.', []],
    ['Le vamos a reembolsar el importe.', ['refund']],
    ['No podemos reembolsar este pedido.', []],
    // A replacement
    ['We will send a replacement.', ['replacement']],
    ['Wir schicken Ihnen einen Ersatz.', ['replacement']],
    ['Nous allons vous envoyer une nouvelle tente.', ['replacement']],
    ['Vamos a enviarle uno nuevo.', ['replacement']],
    // A date
    ['It will arrive on Friday.', ['date']],
    ['The set reaches you by Friday, it will be delivered before noon.', ['date']],
    ['Es wird am Freitag geliefert.', ['date']],
    ['Votre colis arrivera vendredi, il sera livré demain.', ['date']],
    ['Su pedido llegará el viernes.', ['date']],
    ['It usually arrives within 3 days.', []],
    ['Thank you for your patience.', []],
    ['Have a great time on Saturday!', []],
  ])('%s', (text, expected) => {
    expect(kinds(text)).toEqual(expected);
  });

  it.each([
    ['succeeded', []],
    ['started', []],
    ['approved', []],
    ['refused', ['refund']],
    ['failed', ['refund']],
    ['waiting_approval', ['refund']],
  ])('with a refund that is %s', (status, expected) => {
    expect(kinds('We will refund $84.00.', { actions: [{ tool: 'orders.refund', status }] })).toEqual(expected);
  });

  it('says that an approval is still waited for', () => {
    const actions = [{ tool: 'orders.refund', status: 'waiting_approval' }];
    expect(checkWriting(facts('We will refund $84.00.', { actions }))[0]?.says).toContain('waits for approval');
  });
});

describe('what must not stand in it', () => {
  it('holds back card data, and nothing else', () => {
    const found = checkWriting(facts('We will refund you.', { cardData: ['card'] }));
    expect(found.map(({ kind, blocks }) => [kind, blocks])).toEqual([
      ['card', true],
      ['refund', false],
    ]);
  });

  it.each([
    ['Write to maya@lindqvist.example', []],
    ['Write to Maya@Lindqvist.example', []],
    ['Write to tom@elsewhere.example', ['others_data']],
    ['Call 303 555 0147', []],
    ['Call +1 720 555 0199', ['others_data']],
    ['Your order NL-48213 of 2026-11-21 for $1,180.00', []],
  ])('%s', (text, expected) => {
    expect(kinds(text)).toEqual(expected);
  });

  it('asks for a disclosure until it was said', () => {
    const disclosure = 'Calls and chats are kept.';
    expect(kinds('Hello', { disclosure })).toEqual(['disclosure']);
    expect(kinds(`Hello. ${disclosure}`, { disclosure })).toEqual([]);
    expect(kinds('Hello', { disclosure, said: [disclosure] })).toEqual([]);
    expect(kinds('  ', { disclosure })).toEqual([]);
  });
});
