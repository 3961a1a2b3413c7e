import { describe, expect, it } from 'vitest';
import { parseEnv } from './env';

const good = {
  STORE_PORT: '3900',
  STORE_DATABASE_URL: 'postgres://u:p@localhost:5432/db',
  STORE_TOKEN: 'token-of-the-shop',
  BATON_URL: 'http://localhost:3000/',
  WIDGET_KEY: 'pk_demo',
  WIDGET_SECRET: 'x'.repeat(32),
};

describe('parseEnv', () => {
  it('reads the settings and drops the last slash of the origin', () => {
    expect(parseEnv(good)).toMatchObject({ STORE_PORT: 3900, BATON_URL: 'http://localhost:3000' });
  });

  it.each([
    ['STORE_PORT', '70000'],
    ['STORE_DATABASE_URL', 'mysql://x'],
    ['STORE_TOKEN', undefined],
    ['BATON_URL', 'localhost'],
    ['WIDGET_KEY', ''],
    ['WIDGET_SECRET', 'short'],
  ])('names %s when it is %s', (name, value) => {
    expect(() => parseEnv({ ...good, [name]: value })).toThrow(new RegExp(name));
  });
});
