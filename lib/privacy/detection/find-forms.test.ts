import { describe, expect, it } from 'vitest';
import { findDatesOfBirth } from './find-dates-of-birth';
import { findUrls } from './find-links';
import { findNationalIds } from './find-national-ids';
import { findPhones } from './find-phones';
import type { Span } from './span';

const found = (spans: Span[], text: string) => spans.map(({ start, end }) => text.slice(start, end));

describe('findPhones', () => {
  it.each([
    ['call +1 415 555 2671', ['+1 415 555 2671']],
    ['(978)645-9740x11144 mobile', ['(978)645-9740x11144']],
    ['089 72 63 41 office', ['089 72 63 41']],
    ['my number is 0612345678', ['0612345678']],
    ['Tel: 61 51 81', ['61 51 81']],
    ['+49 (0)30 1234567', ['+49 (0)30 1234567']],
    ['9885 1152-Office', ['9885 1152']],
    ['phone #555-0199', ['555-0199']],
    ['from 2019-2020', []],
    ['on 2026-11-20', []],
    ['on 12.03.2025', []],
    ['it costs 12 500 EUR', []],
    ['1.234.567', []],
    ['order 48213 40001', []],
    ['order number 4821 3400 1', []],
    ['tracking 940011189922', []],
    ['5 x 20 units', []],
  ])('%s', (text, expected) => {
    expect(found(findPhones(text), text)).toEqual(expected);
  });
});

describe('findNationalIds', () => {
  it.each([
    ['my ssn 536-22-8741', ['536-22-8741']],
    ['AB 12 34 56 C', ['AB 12 34 56 C']],
    ['DNI 12345678Z', ['12345678Z']],
    ['X1234567L', ['X1234567L']],
    ['12345678A', []],
    ['RSSMRA85T10A562S', ['RSSMRA85T10A562S']],
    ['RSSMRA85T10A562T', []],
    ['529.982.247-25', ['529.982.247-25']],
    ['529.982.247-26', []],
    ['2345 6789 0124', ['2345 6789 0124']],
    ['2345 6789 0125', []],
    ['passport number is X1234567', ['X1234567']],
    ["my driver's license is D123-4567-8901", ['D123-4567-8901']],
    ['Steuer-ID: 12 345 678 901', ['12 345 678 901']],
    ['my passport expires in 2027', []],
    ['order NL-48213', []],
  ])('%s', (text, expected) => {
    expect([...new Set(found(findNationalIds(text), text))]).toEqual(expected);
  });
});

describe('findDatesOfBirth', () => {
  it.each([
    ['born on March 3, 1980', ['March 3, 1980']],
    ['date of birth: 03/04/1975', ['03/04/1975']],
    ["tell me your date of birth. It's 3/23/1940", ['3/23/1940']],
    ['geboren am 3. Mai 1990', ['3. Mai 1990']],
    ['出生日期:1990年5月3日', ['1990年5月3日']],
    ['delivered on March 3, 2026', []],
  ])('%s', (text, expected) => {
    expect(found(findDatesOfBirth(text), text)).toEqual(expected);
  });
});

describe('findUrls', () => {
  it.each([
    ['see https://example.com/a?b=c.', 'https://example.com/a?b=c'],
    ['my site is example.co.uk', 'example.co.uk'],
    ['It arrived.No problem', undefined],
    ['version 1.2', undefined],
    ['ann@example.com', undefined],
  ])('%s', (text, expected) => {
    expect(found(findUrls(text), text)[0]).toBe(expected);
  });
});
