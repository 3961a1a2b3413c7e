import { expect, it } from 'vitest';
import { settleDetails } from './settle-details';

const read = {
  body: 'Text',
  audience: 'public',
  saysAudience: false,
  collection: '',
  teamKey: null,
  reviewAt: null,
} as const;
const now = { audience: 'agents', collection: 'Internal' } as const;

it.each([
  ['a new one takes what was chosen', read, undefined, { audience: 'public', collection: '' }],
  ['one that is there keeps its own', read, now, { audience: 'agents', collection: 'Internal' }],
  ['unless the file says so', { ...read, saysAudience: true }, now, { audience: 'public', collection: 'Internal' }],
  [
    'a collection that is named is taken',
    { ...read, collection: 'Help' },
    now,
    { audience: 'agents', collection: 'Help' },
  ],
])('%s', (_, given, there, expected) => {
  expect(settleDetails(given, there)).toEqual(expected);
});
