import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { destroyCardData } from './destroy-card-data';
import { redactText } from './redact-text';

const folder = process.env.BATON_DATASETS;
const why = folder ? '' : ' (skipped: BATON_DATASETS is not set)';

const spanSchema = z.object({ entity_type: z.string(), entity_value: z.string() });
const textSchema = z.object({ full_text: z.string(), spans: z.array(spanSchema) });

function read(file: string) {
  return z.array(textSchema).parse(JSON.parse(readFileSync(path.join(folder!, 'pii', file), 'utf8')));
}

/** The check digit of card numbers (ISO/IEC 7812-1, annex B): what fails it is no card. */
function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return digits.length >= 13 && digits.length <= 19 && sum % 10 === 0;
}

/** Texts that nobody here wrote. */
describe.skipIf(!folder)(`redaction of labelled texts from outside${why}`, () => {
  const texts = folder ? [...read('presidio_v1_generated_large.json'), ...read('presidio_v2_dev.json')] : [];
  const all = texts.flatMap(({ full_text: text, spans }) => spans.map((span) => ({ text, ...span })));

  it('destroys every card number', () => {
    const cards = all.filter(
      (one) => one.entity_type === 'CREDIT_CARD' && passesLuhn(one.entity_value.replace(/\D/g, '')),
    );
    expect(cards.length).toBeGreaterThan(50);
    const left = cards.filter(({ text, entity_value: card }) =>
      destroyCardData(text).text.replace(/\D/g, '').includes(card.replace(/\D/g, '')),
    );
    expect(left.map((one) => one.text)).toEqual([]);
  });

  it('replaces at least 99 of 100 addresses of mail', () => {
    const mails = all.filter((one) => one.entity_type === 'EMAIL_ADDRESS');
    expect(mails.length).toBeGreaterThan(50);
    const left = mails.filter(({ text, entity_value: mail }) => redactText(text).text.includes(mail));
    expect(left.length / mails.length).toBeLessThanOrEqual(0.01);
  });
});
