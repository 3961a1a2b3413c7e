import { expect, it } from 'vitest';
import type { HistoryRow } from '@/lib/history/history.schema';
import { sayHistory } from './history-signs';

const row: HistoryRow = {
  ...{
    id: 'a',
    name: 'a.csv',
    state: 'done',
    bytes: 1_000,
    readBytes: 0,
    taken: 1_200,
    known: 0,
    refused: 0,
    sorted: 0,
    agents: 0,
  },
  ...{ error: null, person: 'Nora', at: '', finishedAt: null, from: null, to: null },
};

it.each<[string, Partial<HistoryRow> & { intents?: number; themes?: number }]>([
  ['Nothing is read yet: say what stands in which column.', { state: 'mapping' }],
  ['Reading: 25% of the file, 1 ticket so far.', { state: 'reading', readBytes: 250, taken: 1 }],
  ['Finding out what each is about: 300 of 1,200.', { state: 'sorting', sorted: 300 }],
  ['1,200 tickets on the map.', {}],
  ['1,200 tickets on the map: 900 fit an intent, 200 a theme of their own.', { intents: 900, themes: 200 }],
  ['1,200 tickets on the map; 1 was here already, 2 rows could not be read.', { known: 1, refused: 2 }],
  ['1,200 tickets on the map; 10 were here already.', { known: 10 }],
  ['1,200 tickets on the map. They were answered by 4 agents, whose names are not kept.', { agents: 4 }],
  ['It broke.', { state: 'failed', error: 'It broke.' }],
])('%s', (says, more) => {
  expect(sayHistory({ ...row, ...more })).toBe(says);
});
