import { describe, expect, it } from 'vitest';
import { extractEntities } from './extract-entities';

// A Friday afternoon in UTC.
const now = new Date('2026-11-20T15:00:00Z');
const products = [
  { sku: 'TENT-2', name: 'Drift 2 tent', aliases: ['drift 2'] },
  { sku: 'STOVE', name: 'Ember stove' },
];
const read = (text: string, timezone?: string) =>
  extractEntities(text, { now, timezone, products }).map(({ kind, value }) => `${kind} ${value}`);

describe('extractEntities', () => {
  it.each<[string, string[]]>([
    ['where is NL-48213', ['order NL-48213']],
    ['nl48213 please', ['order NL-48213']],
    ['#48213', ['order NL-48213']],
    ['order 48213', ['order NL-48213']],
    ['my order number is 48213', ['order NL-48213']],
    ['48213', ['order NL-48213']],
    ['NL-48213 and NL-40001', ['order NL-48213', 'order NL-40001']],
    ['send invoice INV-20931', ['invoice INV-20931']],
    ['tracking 1Z999AA10123456784', ['tracking 1Z999AA10123456784']],
    ['refund $620', ['amount 620.00']],
    ['620 dollars', ['amount 620.00']],
    ['€12,50', ['amount 12.50']],
    ['$1,234.50 please', ['amount 1234.50']],
    ['1.234,50 €', ['amount 1234.50']],
    ['says $49 but I paid $79.', ['amount 49.00', 'amount 79.00']],
    ['deliver tomorrow', ['date 2026-11-21']],
    ['on Monday', ['date 2026-11-23']],
    ['next Friday', ['date 2026-11-27']],
    ['last Thursday', ['date 2026-11-19']],
    ['I ordered on Monday', ['date 2026-11-16']],
    ['Dec 3', ['date 2026-12-03']],
    ['December 3rd, 2027', ['date 2027-12-03']],
    ['3 January', ['date 2027-01-03']],
    ['bought on October 30', ['date 2026-10-30']],
    ['in two weeks', ['date 2026-12-04']],
    ['3 days ago', ['date 2026-11-17']],
    ['2026-12-24', ['date 2026-12-24']],
    ['12/3', ['date 2026-12-03']],
    ['until the 14th', ['date 2026-12-14']],
    ['February 30', []],
    ['pause for 3 months', ['months 3']],
    ['a six-month break', ['months 6']],
    ['half a year', ['months 6']],
    ['in two months', ['date 2027-01-20']],
    ['cancel Summit', ['plan summit']],
    ['I hike the trail daily', []],
    ['ship to 44 Pine Street, Apt 2, Boulder, CO 80302', ['address 44 Pine Street, Apt 2, Boulder, CO 80302']],
    ['new address: 12 Harbor Rd, Portland ME 04101.', ['address 12 Harbor Rd, Portland ME 04101']],
    ['is the Drift 2 tent waterproof', ['product TENT-2']],
    ['I have had 12 of them since 2019', []],
    ['entregar mañana por favor', ['date 2026-11-21']],
    ['mañana por la mañana', ['date 2026-11-21']],
    ['el 3 de diciembre', ['date 2026-12-03']],
    ['hace 3 días', ['date 2026-11-17']],
    ['livrez-le après-demain', ['date 2026-11-22']],
    ['le 1er janvier 2027', ['date 2027-01-01']],
    ['il y a deux semaines', ['date 2026-11-06']],
    ['bitte übermorgen liefern', ['date 2026-11-22']],
    ['am 3. März', ['date 2027-03-03']],
    ['vor 2 Wochen', ['date 2026-11-06']],
    ['guten Morgen', []],
    ['amanhã', ['date 2026-11-21']],
    ['5 de março de 2027', ['date 2027-03-05']],
    ['domani', ['date 2026-11-21']],
    ['due settimane fa', ['date 2026-11-06']],
    ['dans un mois', ['date 2026-12-20']],
    ['12 boots and 3 tents', []],
    ['49,90 Euro bitte zurück', ['amount 49.90']],
    ['CHF 120', ['amount 120.00']],
    ['3 500 zł', ['amount 3500.00']],
    ['¥1200', ['amount 1200.00']],
    ['[PERSON_1] lives at [PLACE_1], born [DATE_OF_BIRTH_1]', []],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('counts days in the zone of the customer', () => {
    const lateEvening = new Date('2026-11-21T02:00:00Z');
    const [date] = extractEntities('tomorrow', { now: lateEvening, timezone: 'America/Denver' });
    expect(date?.iso).toBe('2026-11-21');
  });

  it('keeps minor units and currency', () => {
    expect(extractEntities('£7.5', { now })).toMatchObject([{ cents: 750, currency: 'GBP' }]);
  });
});
