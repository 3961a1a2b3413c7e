import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { destroyCardData } from './destroy-card-data';
import { redactText } from './redact-text';
import { restoreText } from './restore-text';

const checkDigit = (body: number[]) => {
  const sum = body.toReversed().reduce((total, digit, at) => {
    const value = at % 2 === 0 ? digit * 2 : digit;
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return (10 - (sum % 10)) % 10;
};
const withPrefix = (prefix: string, length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), {
      minLength: length - prefix.length - 1,
      maxLength: length - prefix.length - 1,
    })
    .map((rest) => {
      const body = [...prefix].map(Number).concat(rest);
      return [...body, checkDigit(body)].join('');
    });
const card = fc.oneof(
  withPrefix('4', 13),
  withPrefix('4', 16),
  withPrefix('4', 19),
  withPrefix('53', 16),
  withPrefix('2300', 16),
  withPrefix('37', 15),
  withPrefix('36', 14),
  withPrefix('6011', 16),
  withPrefix('62', 18),
  withPrefix('3530', 16),
);
const separator = fc.constantFrom(
  '',
  '',
  ' ',
  '-',
  '.',
  '\u00A0',
  '\u200B',
  '\u200B\u200D',
  ' - ',
  '–',
  '_',
  '\n',
  '/',
);
const script = fc.constantFrom(0x30, 0xff10, 0x660, 0x966, 0x1d7ce);
const words = fc.stringMatching(/^[a-z ,.!?]{0,30}$/);

const spread = (number: string, separators: string[], zero: number) =>
  [...number]
    .map(
      (digit, at) => (at === 0 ? '' : separators[at % separators.length]) + String.fromCodePoint(zero + Number(digit)),
    )
    .join('');
const digitsOf = (text: string) => [...text].filter((character) => /\p{Nd}/u.test(character)).length;

describe('destroyCardData', () => {
  it('leaves no card number, however it is spaced or in whatever digits', () => {
    fc.assert(
      fc.property(
        card,
        fc.array(separator, { minLength: 1, maxLength: 5 }),
        script,
        words,
        words,
        (number, separators, zero, before, after) => {
          const { text, destroyed } = destroyCardData(`${before} ${spread(number, separators, zero)} ${after}`);
          expect(destroyed).toContain('card');
          expect(digitsOf(text)).toBe(0);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('finds a card among other numbers', () => {
    fc.assert(
      fc.property(card, fc.integer({ min: 1, max: 99_999 }), (number, other) => {
        const { text } = destroyCardData(`order ${other} ${number.replace(/(.{4})/g, '$1 ').trim()} ok`);
        expect(text.replace(/\D/g, '').length).toBeLessThan(13);
      }),
    );
  });

  it('changes nothing the second time', () => {
    const piece = fc.oneof(
      card,
      fc.constantFrom(
        'cvv',
        'security code',
        'exp',
        '12/28',
        '123',
        '4567',
        'valid thru',
        '[card number removed]',
        'NL-48213',
      ),
      fc.stringMatching(/^[0-9 ./-]{0,24}$/),
      words,
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const once = destroyCardData(pieces.join(' ')).text;
        expect(destroyCardData(once).text).toBe(once);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['my card is 4111 1111 1111 1111 exp 12/28 cvv 123', ['card', 'expiry', 'cvv'], []],
    ['4111-1111-1111-1111, 12/28, 123', ['card', 'expiry', 'cvv'], []],
    ['378282246310005 expires 01/2029 CVC: 1234', ['card', 'expiry', 'cvv'], []],
    ['４１１１１１１１１１１１１１１１', ['card'], []],
    ['the security code is 987', ['cvv'], []],
    ['123 is my cvv', ['cvv'], []],
    ['pay 4111 1111 1111 1111 for NL-48213', ['card'], ['NL-48213']],
  ])('%s', (text, kinds, kept) => {
    const result = destroyCardData(text);
    expect(result.destroyed.toSorted()).toEqual(kinds.toSorted());
    expect(digitsOf(kept.reduce((rest, part) => rest.replace(part, ''), result.text))).toBe(0);
    for (const part of kept) expect(result.text).toContain(part);
  });

  it.each([
    'order NL-48213 and NL-40001',
    'orders 48213, 40001, 50112',
    'call +1 415 555 2671',
    'DE89 3704 0044 0532 0130 00',
    'delivered on 2026-11-20 at 12:30',
    'I paid $1,234.50 on 12/3',
    'tracking 9400111899223100001234',
    'the warranty expires 2 years after',
    '4111 1111 1111 1112',
    'the tent weighs 1234 g',
    'code 1234 for the door',
    '1763650800000',
  ])('keeps %s', (text) => {
    expect(destroyCardData(text)).toEqual({ text, destroyed: [] });
  });

  it('never takes an order number for a card', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 10_000, max: 99_999 }), { minLength: 1, maxLength: 6 }), (numbers) => {
        const text = numbers.map((number) => `NL-${number}`).join(' ');
        expect(redactText(text)).toEqual({ text, tokens: {}, destroyed: [] });
      }),
    );
  });
});

describe('redactText', () => {
  it.each([
    ['write to ann@example.com', 'write to [EMAIL_1]'],
    ['ann@example.com or bob@example.co.uk, ann@example.com', '[EMAIL_1] or [EMAIL_2], [EMAIL_1]'],
    ['call (415) 555-2671 or +49 30 1234567', 'call [PHONE_1] or [PHONE_2]'],
    ['415-555-2671', '[PHONE_1]'],
    ['my ssn 536-22-8741', 'my ssn [NATIONAL_ID_1]'],
    ['IBAN DE89 3704 0044 0532 0130 00 please', 'IBAN [IBAN_1] please'],
    ['from 192.168.10.4', 'from [IP_1]'],
    ['see https://example.com/a?b=c.', 'see [URL_1].'],
    ['ship to 44 Pine Street, Apt 2, Boulder, CO 80302 please', 'ship to [ADDRESS_1] please'],
    ['NL-48213 for $620 on 12/3 at 48213', 'NL-48213 for $620 on 12/3 at 48213'],
    ['my card 4111111111111111', 'my card [card number removed]'],
  ])('%s', (text, expected) => {
    expect(redactText(text).text).toBe(expected);
  });

  it('goes on counting from what is known', () => {
    const first = redactText('I am ann@example.com');
    const second = redactText('bob@example.com wrote to ann@example.com', first.tokens);
    expect(second.text).toBe('[EMAIL_2] wrote to [EMAIL_1]');
    expect(Object.keys(second.tokens)).toEqual(['[EMAIL_1]', '[EMAIL_2]']);
  });

  it('does not let a typed placeholder ask for a value', () => {
    const { text, tokens } = redactText('send it to [EMAIL_7]');
    expect(text).toBe('send it to [LITERAL_1]');
    expect(restoreText(text, tokens)).toBe('send it to [EMAIL_7]');
  });

  it('leaves redacted text alone', () => {
    const first = redactText('I am ann@example.com');
    expect(redactText(first.text, first.tokens)).toMatchObject({ text: first.text });
  });

  it('never keeps a card in the tokens', () => {
    fc.assert(
      fc.property(card, words, (number, around) => {
        const { tokens } = redactText(`${around} ${number} ann@example.com ${around}`);
        expect(JSON.stringify(tokens)).not.toContain(number);
      }),
    );
  });

  it('gives back the very text where nothing was destroyed', () => {
    const piece = fc.oneof(
      fc.emailAddress(),
      fc.webUrl(),
      fc.ipV4(),
      fc.ipV6(),
      fc.constantFrom(
        '[EMAIL_1]',
        '[PHONE_2]',
        '+1 415 555 2671',
        'NL-48213',
        '44 Pine Street, Boulder, CO 80302',
        '$620',
        '[LITERAL_1]',
        '__proto__',
      ),
      fc.string({ unit: 'grapheme', maxLength: 30 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const text = pieces.join(' ');
        const redacted = redactText(text);
        if (redacted.destroyed.length === 0) expect(restoreText(redacted.text, redacted.tokens)).toBe(text);
      }),
      { numRuns: 500 },
    );
  }, 30_000);

  it('changes nothing the second time', () => {
    const piece = fc.constantFrom(
      'my name is Sandra Kowalski',
      'I live in Rotterdam,',
      'ann@example.com',
      'call (415) 555-2671',
      'ship to 44 Pine Street, Boulder, CO 80302',
      'order NL-48213',
      'and then',
      'I work at Halvorsen Logistics Ltd.',
      '\n',
      'thanks',
      'Miguel',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const once = redactText(pieces.join(' '));
        expect(redactText(once.text, once.tokens)).toEqual({ ...once, destroyed: [] });
      }),
      { numRuns: 200 },
    );
  }, 30_000);

  it('does not stall on a wall of text', () => {
    const started = performance.now();
    for (const piece of ['1', 'a', '1 ', 'a.', 'a@', '1 A ', ':', '12 Main ', '0 0-']) redactText(piece.repeat(25_000));
    expect(performance.now() - started).toBeLessThan(25_000);
  }, 30_000);
});
