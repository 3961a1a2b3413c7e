import { strToU8, type Zippable, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { unpackZip, zipLimits } from './unpack-zip';

const zip = (files: Zippable) => zipSync(files, { level: 6 });
const markdown = (name: string) => name.endsWith('.md');
const names = (files: Zippable) => {
  const read = unpackZip(zip(files), markdown);
  return read.ok ? read.entries.map(({ name, error }) => (error === null ? name : `${name}: ${error}`)) : read.error;
};

describe('unpackZip', () => {
  it('gives the wanted files, in order of their names', () => {
    const read = unpackZip(
      zip({ 'b/two.md': strToU8('# Two'), 'a.md': strToU8('# One'), 'c.png': strToU8('x') }),
      markdown,
    );
    expect(read.ok && read.entries.map(({ name, bytes }) => [name, Buffer.from(bytes!).toString()])).toEqual([
      ['a.md', '# One'],
      ['b/two.md', '# Two'],
    ]);
  });

  it.each([
    ['../../etc/passwd.md', 'etc/passwd.md'],
    ['/top/a.md', 'top/a.md'],
    ['C:\\docs\\..\\a.md', 'docs/a.md'],
    ['a/./b/../c.md', 'a/b/c.md'],
  ])('%s is called %s', (name, called) => {
    expect(names({ [name]: strToU8('# A') })).toEqual([called]);
  });

  it('leaves out what systems put there', () => {
    expect(names({ '__MACOSX/a.md': strToU8('x'), '.git/b.md': strToU8('x'), 'c.md': strToU8('x') })).toEqual(['c.md']);
  });

  it('does not open a zip within', () => {
    expect(names({ 'inner.zip': zip({ 'a.md': strToU8('x') }), 'b.md': strToU8('x') })).toEqual([
      'b.md',
      'inner.zip: a zip within a zip is not opened',
    ]);
  });

  it('stops at an entry that is too large, and goes on with the others', () => {
    const large = new Uint8Array(zipLimits.entryBytes + 1);
    expect(names({ 'large.md': large, 'small.md': strToU8('x') })).toEqual([
      'large.md: is larger than 2 MB',
      'small.md',
    ]);
  });

  it('stops at a bomb before it has gone off', () => {
    const part = new Uint8Array(1_024 * 1_024);
    const bomb = zip(Object.fromEntries(Array.from({ length: 160 }, (_, at) => [`${at}.md`, part])));
    expect(bomb.length).toBeLessThan(300_000);
    const before = process.memoryUsage().arrayBuffers;
    const read = unpackZip(bomb, markdown, { ...zipLimits, totalBytes: 4 * 1_024 * 1_024 });
    expect(read.ok ? read.entries.length : read).toEqual({ ok: false, error: 'unpacks to more than 4 MB' });
    // All of it would be 160 MB; what other tests of this process hold comes and goes beside it.
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(80 * 1_024 * 1_024);
  }, 30_000);

  it('does not believe the size that a bomb writes about itself', () => {
    const bomb = zip({ 'a.md': new Uint8Array(zipLimits.entryBytes * 4) });
    // The size before packing, in the local header (offset 22) and in the directory, becomes 10 bytes.
    new DataView(bomb.buffer, bomb.byteOffset).setUint32(22, 10, true);
    const read = unpackZip(bomb, markdown);
    expect(read).toMatchObject({ ok: true, entries: [{ name: 'a.md', bytes: null, error: 'is larger than 2 MB' }] });
  });

  it('counts entries', () => {
    const many = Object.fromEntries(Array.from({ length: 2_001 }, (_, at) => [`${at}.txt`, strToU8('')]));
    expect(names(many)).toBe('holds more than 2,000 files');
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['text', strToU8('not a zip at all')],
    ['half of one', zip({ 'a.md': strToU8('x'.repeat(5_000)) }).subarray(0, 10)],
  ])('%s is no zip', (_, bytes) => {
    expect(unpackZip(bytes, markdown)).toEqual({ ok: false, error: 'is damaged, or no zip' });
  });

  it('names a file that is damaged', () => {
    const text = Array.from({ length: 4_000 }, (_, at) => `line ${at * 7919}`).join('\n');
    const damaged = zip({ 'a.md': strToU8(text) });
    damaged.fill(0xff, 60, 200);
    const read = unpackZip(damaged, markdown);
    expect(JSON.stringify(read)).toMatch(/cannot be unpacked|damaged/);
  });
});
