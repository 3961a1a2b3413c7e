import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MessageView } from '@/lib/conversations/conversation.schema';
import { joinHistory } from './join-history';

const all = Array.from({ length: 40 }, (_, at) => ({
  id: String(at).padStart(2, '0'),
  at: new Date(at * 1_000).toISOString(),
  text: 'said',
})) as MessageView[];

describe('joinHistory', () => {
  it('has every message once and in order wherever the page has moved to, as long as the two meet', () => {
    fc.assert(
      fc.property(fc.nat(39), fc.nat(39), fc.nat(39), fc.nat(39), (a, b, c, d) => {
        const [from, held, page, to] = [a, b, c, d].sort((x, y) => x - y) as [number, number, number, number];
        // Read from `from` on up to somewhere within the page.
        const joined = joinHistory(all.slice(from, Math.max(held, page) + 1), all.slice(page, to + 1));
        expect(joined).toEqual(all.slice(from, to + 1));
      }),
    );
  });

  it('lets go of what no longer meets the page', () => {
    expect(joinHistory(all.slice(0, 5), all.slice(9, 12))).toEqual(all.slice(9, 12));
  });

  it('takes the page for what it has, such as a message that was on its way and has arrived', () => {
    const sending = { ...all[7]!, id: 'sending-7' };
    expect(joinHistory([...all.slice(0, 7), sending], all.slice(5, 8))).toEqual(all.slice(0, 8));
  });
});
