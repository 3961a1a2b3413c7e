import { expect, it } from 'vitest';
import { chooseHelpLanguage } from './choose-help-language';

it.each([
  [['de', 'en', 'es'], null, 'es-MX,es;q=0.9,en;q=0.8', 'es'],
  [['de', 'en'], null, 'fr;q=0.9, de;q=0.3, en;q=0.5', 'en'],
  [['de', 'en'], 'de', 'en', 'de'],
  [['de', 'en'], 'fr', 'de', 'de'],
  [['de', 'es'], null, 'ja', 'de'],
  [['de', 'en'], null, 'ja', 'en'],
  [['de', 'en'], null, 'de;q=0', 'en'],
  [['de', 'en'], null, ';;q=x,,*', 'en'],
  [['de'], null, null, 'de'],
  [[], 'de', 'de', null],
])('%j, chosen %j, asked %j: %j', (available, chosen, asked, expected) => {
  expect(chooseHelpLanguage(available, chosen, asked)).toBe(expected);
});
