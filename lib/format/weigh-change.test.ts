import { expect, it } from 'vitest';
import { weighChange } from './weigh-change';

const of = (value: number | null, n: number) => ({ value, n });

it.each<[string, Parameters<typeof weighChange>, string]>([
  ['three points of thousands', ['share', of(0.45, 12_480), of(0.418, 11_000)], 'more'],
  ['three points of a hundred', ['share', of(0.45, 100), of(0.418, 100)], 'same'],
  ['thirty points of a hundred', ['share', of(0.45, 100), of(0.75, 100)], 'less'],
  ['all of both', ['share', of(1, 100), of(1, 100)], 'same'],
  ['a handful', ['share', of(0.6, 5), of(0.2, 500)], 'few'],
  ['a handful before', ['share', of(0.6, 500), of(0.2, 5)], 'few'],
  ['nothing before', ['share', of(0.6, 500), null], 'none'],
  ['nothing measured before', ['share', of(0.6, 500), of(null, 0)], 'none'],
  ['nothing now', ['share', of(null, 0), of(0.5, 500)], 'few'],
  ['a minute less of four', ['milliseconds', of(180_000, 400), of(240_000, 400)], 'less'],
  ['a second less of four minutes', ['milliseconds', of(239_000, 400), of(240_000, 400)], 'same'],
  ['money from nothing', ['micros', of(5, 400), of(0, 400)], 'more'],
])('%s', (_, given, said) => expect(weighChange(...given)).toBe(said));
