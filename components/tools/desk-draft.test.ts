import { describe, expect, it } from 'vitest';
import type { DeskSettings } from '@/lib/tools/records.schema';
import { beginRead, beginRecords, checkName, type DeskDraft, inputOf, isSame, isWhole, openDraft } from './desk-draft';

const settings: DeskSettings = {
  records: {
    reads: { account: { tool: 'customers.get', args: {} }, orders: { tool: 'orders.list', args: { limit: '5' } } },
    show: { ordersCount: 'account.count', lifetimeCents: 'account.cents', orders: 'orders.list' },
  },
  catalogue: { connector: 'shop', tool: 'products.list' },
};
const nothing: DeskSettings = { records: null, catalogue: null };
const draft = openDraft(settings);
const read = (row: number, name: string) => ({ ...draft.reads[0]!, row, name });

describe('the form of what the desk shows', () => {
  it.each([
    ['everything', settings],
    ['nothing', nothing],
    ['products alone', { ...settings, records: null }],
  ])('sends %s as it came', (_, given) => {
    expect(inputOf(openDraft(given))).toEqual(given);
    expect(isWhole(openDraft(given))).toBe(true);
  });

  it('keeps what was typed when nothing is to be shown, and sends none of it', () => {
    const off = { ...draft, shows: false };
    expect(inputOf(off).records).toBeNull();
    expect(inputOf(beginRecords(off, []))).toEqual(settings);
  });

  it('begins with a tool that is about a customer', () => {
    const tool = { title: '', connector: 'shop', args: [] };
    const tools = [
      { ...tool, name: 'products.list', tool: 'products.list', subject: false },
      { ...tool, name: 'people.get', tool: 'people.get', subject: true },
    ];
    const begun = beginRecords(openDraft(nothing), tools);
    expect(begun).toMatchObject({ shows: true, reads: [{ row: 0, name: 'customer', tool: 'people.get' }] });
    expect(isWhole(begun)).toBe(false);
    expect(beginRead(begun.reads).row).toBe(1);
  });

  it.each<[string, string | null]>([
    ['', null],
    ['basket', null],
    ['my shop', 'A small letter first, then letters only.'],
    ['Shop', 'A small letter first, then letters only.'],
    [' orders ', 'Another one is called so.'],
  ])('says of the name “%s”: %s', (name, says) => {
    expect(checkName(read(7, name), draft.reads)).toBe(says);
  });

  it.each<[string, Partial<DeskDraft>, boolean]>([
    ['an empty field that may be empty', { show: { ...draft.show, since: ' ' } }, true],
    ['an empty field that may not', { show: { ...draft.show, orders: ' ' } }, false],
    ['no read', { reads: [] }, false],
    ['two of one name', { reads: [read(0, 'account'), read(1, 'account')] }, false],
    ['a read without a tool', { reads: [{ ...read(0, 'account'), tool: '' }] }, false],
  ])('with %s is whole: %s', (_, more, whole) => {
    expect(isWhole({ ...draft, ...more })).toBe(whole);
  });

  it('is the same whatever the order of keys, and another with another word', () => {
    const { reads, show } = settings.records!;
    const turned = { ...settings, records: { show, reads: { orders: reads.orders!, account: reads.account! } } };
    expect(JSON.stringify(turned)).not.toBe(JSON.stringify(settings));
    expect(isSame(turned, settings)).toBe(true);
    expect(isSame({ ...settings, catalogue: null }, settings)).toBe(false);
  });
});
