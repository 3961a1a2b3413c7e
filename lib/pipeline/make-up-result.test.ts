import { describe, expect, it } from 'vitest';
import { makeUpResult, shapeOfSchema } from './make-up-result';

const now = '2026-11-21T12:00:00.000Z';

describe('makeUpResult', () => {
  it('keeps the shape, takes what was asked for and nothing of what was there', () => {
    const real = {
      refund: { amountCents: 77_700, to: 'secret@b.example', at: '2020-01-01T00:00:00Z', whole: true },
      lines: [
        { name: 'Tent', amountCents: 5 },
        { name: 'Map', amountCents: 6 },
      ],
      none: null,
    };
    expect(makeUpResult(real, { amountCents: 8_900, whole: 'no' }, now)).toEqual({
      refund: { amountCents: 8_900, to: 'example to', at: now, whole: true },
      lines: [{ name: 'example name', amountCents: 8_900 }],
      none: null,
    });
  });

  it.each([[null], ['text'], [[1, 2]], [undefined]])('of %o is an empty record', (shape) => {
    expect(makeUpResult(shape, {}, now)).toEqual({});
  });
});

describe('shapeOfSchema', () => {
  it('is an example of every field', () => {
    const schema = {
      type: 'object',
      properties: {
        number: { type: 'string' },
        cents: { type: 'integer' },
        open: { type: 'boolean' },
        at: { type: 'string', format: 'date-time' },
        state: { enum: ['new', 'old'] },
        lines: { type: 'array', items: { type: 'object', properties: { name: { type: ['null', 'string'] } } } },
        other: {},
      },
    };
    expect(shapeOfSchema(schema)).toEqual({
      number: 'example',
      cents: 1,
      open: true,
      at: '2000-01-01',
      state: 'new',
      lines: [{ name: 'example' }],
      other: null,
    });
  });

  it('of itself comes to an end', () => {
    const schema: Record<string, unknown> = { type: 'object' };
    schema.properties = { inner: schema };
    expect(JSON.stringify(shapeOfSchema(schema)).length).toBeLessThan(200);
  });
});
