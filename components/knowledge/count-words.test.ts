import { expect, it } from 'vitest';
import { countWords } from './count-words';

it.each([
  ['', 0],
  ['## Order by\n\n- **Denver** too', 4],
  ['See [this page](https://x.example/a/b)', 3],
  ['| A | B |\n| --- | ---: |\n| one | two |', 4],
])('%j', (markdown, words) => {
  expect(countWords(markdown)).toBe(words);
});

it('counts where no spaces stand', () => {
  expect(countWords('您可以在三十天内退货。')).toBeGreaterThan(3);
});
