import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventParser, type ServerEvent } from './parse-events';

const stream =
  'retry: 1000\n\n: still here\n\nid: 7-1\nevent: message\ndata: {"a":1}\n\nevent: progress\ndata: one\ndata: two\n\ndata:bare\n\nid: 9\n\n';
const events: ServerEvent[] = [
  { id: '7-1', event: 'message', data: '{"a":1}' },
  { id: null, event: 'progress', data: 'one\ntwo' },
  { id: null, event: 'message', data: 'bare' },
];

describe('eventParser', () => {
  it.each(['\n', '\r\n', '\r'])('reads lines that end in %j', (end) => {
    // The last carriage return waits for what may follow it.
    expect(eventParser()(`${stream.replaceAll('\n', end)}:`)).toEqual(events);
  });

  it('keeps what is not complete', () => {
    const parse = eventParser();
    expect(parse('data: a')).toEqual([]);
    expect(parse('b\n')).toEqual([]);
    expect(parse('\n')).toEqual([{ id: null, event: 'message', data: 'ab' }]);
  });

  it('gives the same events however the stream is cut', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(stream.length), { maxLength: 20 }), fc.constantFrom('\n', '\r\n'), (cuts, end) => {
        const whole = stream.replaceAll('\n', end);
        const parse = eventParser();
        const places = [0, ...cuts.sort((a, b) => a - b), whole.length];
        const found = places.slice(1).flatMap((to, index) => parse(whole.slice(places[index], to)));
        expect(found).toEqual(events);
      }),
    );
  });
});
