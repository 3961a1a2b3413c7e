import { describe, expect, it } from 'vitest';
import { decideIntake, type StoredTool } from './decide-intake';
import type { ToolDescription } from './tool.schema';

const description = (more: Partial<ToolDescription> = {}): ToolDescription => ({
  ...{ name: 'orders.get', title: 'Order', description: 'An order.', outputSchema: null, annotations: {} },
  inputSchema: { type: 'object', properties: { order: { type: 'string' } } },
  ...more,
});
const stored = (more: Partial<StoredTool> = {}): StoredTool => ({
  ...{ id: 't1', state: 'accepted', hash: 'a', offeredHash: null, refusedHash: null, fits: true },
  description: description(),
  ...more,
});
const offer = (hash: string, more: Partial<ToolDescription> = {}) => ({ hash, description: description(more) });
const worse = { inputSchema: { type: 'object', properties: {} } };

const cases: [what: string, stored: StoredTool[], offered: ReturnType<typeof offer>[], expected: unknown[]][] = [
  ['the same', [stored()], [offer('a')], []],
  ['one that nobody knows', [], [offer('a')], [{ kind: 'new' }]],
  ['one that nobody had accepted changes', [stored({ state: 'new' })], [offer('b')], [{ kind: 'renewed', id: 't1' }]],
  ['other words', [stored()], [offer('b', { description: 'Else.' })], [{ kind: 'held', fits: true, told: false }]],
  ['an argument less', [stored()], [offer('b', worse)], [{ kind: 'held', fits: false, told: false }]],
  ['the change that is held already', [stored({ state: 'held', offeredHash: 'b' })], [offer('b', worse)], []],
  [
    'another change',
    [stored({ state: 'held', offeredHash: 'b' })],
    [offer('c', worse)],
    [{ kind: 'held', fits: false }],
  ],
  ['a change taken back', [stored({ state: 'held', offeredHash: 'b' })], [offer('a')], [{ kind: 'back', id: 't1' }]],
  ['a change that was refused', [stored({ offeredHash: 'b', refusedHash: 'b' })], [offer('b', worse)], []],
  [
    'one that was refused and came again',
    [stored({ refusedHash: 'b' })],
    [offer('b', worse)],
    [{ kind: 'held', told: true, fits: false }],
  ],
  ['gone', [stored()], [], [{ kind: 'gone', id: 't1' }]],
  ['gone as before', [stored({ state: 'gone' })], [], []],
  ['back again', [stored({ state: 'gone' })], [offer('a')], [{ kind: 'back', id: 't1' }]],
  ['back in another form', [stored({ state: 'gone' })], [offer('b', worse)], [{ kind: 'held', fits: false }]],
];

describe('decideIntake', () => {
  it.each(cases)('%s', (_, before, offered, expected) => {
    const changes = decideIntake(before, offered);
    expect(changes).toHaveLength(expected.length);
    expect(changes).toMatchObject(expected);
  });
});
