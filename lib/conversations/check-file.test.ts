import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkFile, cleanFileName, mostFileBytes } from './check-file';

const text = (value: string) => new TextEncoder().encode(value);

describe('checkFile', () => {
  it.each([
    ['photo.png', text('x'), 'image/png', true],
    ['renamed.txt', text('x'), 'application/x-msdownload', false],
    ['page.html', text('<script>'), undefined, false],
    ['picture.svg', text('<svg/>'), 'application/xml', false],
    ['notes.txt', text('Grüße'), undefined, true],
    ['orders.CSV', text('a,b'), undefined, true],
    ['broken.txt', new Uint8Array([0xff, 0xfe, 0x41]), undefined, false],
    ['null.txt', new Uint8Array([65, 0, 66]), undefined, false],
    ['empty.pdf', new Uint8Array(), 'application/pdf', false],
    ['large.pdf', new Uint8Array(mostFileBytes + 1), 'application/pdf', false],
    ['full.pdf', new Uint8Array(mostFileBytes), 'application/pdf', true],
  ] as const)('%s', (name, bytes, detected, ok) => {
    expect(checkFile(name, bytes, detected).ok).toBe(ok);
  });

  it.each([
    ['a.png', text('x'), 'image/png', true],
    ['a.jpg', text('x'), 'image/jpeg', true],
    ['a.webp', text('x'), 'image/webp', true],
    ['a.pdf', text('x'), 'application/pdf', true],
    ['a.txt', text('x'), undefined, true],
    ['a.csv', text('a,b'), undefined, false],
    ['a.gif', text('x'), 'image/gif', false],
    ['a.zip', text('x'), 'application/zip', false],
    ['passport.pdf', text('<html>'), undefined, false],
    ['passport.pdf', text('MZ'), 'application/x-msdownload', false],
    ['a.pdf', new Uint8Array(mostFileBytes + 1), 'application/pdf', false],
  ] as const)('of a customer takes %s (%#) where it is %s', (name, bytes, detected, ok) => {
    expect(checkFile(name, bytes, detected, 'customer').ok).toBe(ok);
  });

  it('believes a csv to be one', () => {
    expect(checkFile('orders.csv', text('a,b'), undefined)).toEqual({ ok: true, type: 'text/csv' });
  });
});

describe('cleanFileName', () => {
  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\temp\\bill.pdf', 'bill.pdf'],
    ['a\u202Efdp.exe', 'a fdp.exe'],
    ['line\r\nSet-Cookie: x.png', 'line Set-Cookie x.png'],
    ['...', 'file'],
    ['', 'file'],
    ['Rechnung März.pdf', 'Rechnung März.pdf'],
  ])('%j is %s', (name, clean) => {
    expect(cleanFileName(name)).toBe(clean);
  });

  it('is never long, never empty, never a path, and stays what it is when cleaned again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => {
        const clean = cleanFileName(name);
        expect(clean.length).toBeGreaterThan(0);
        expect(clean.length).toBeLessThanOrEqual(120);
        expect(clean).not.toMatch(/[/\\\r\n"]/);
        expect(cleanFileName(clean)).toBe(clean);
      }),
    );
  });
});
