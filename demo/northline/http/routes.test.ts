import { describe, expect, it } from 'vitest';
import { isLocalPath } from './routes';

describe('isLocalPath', () => {
  it.each([
    ['/', true],
    ['/products/TNT-RDG2?colour=Fern', true],
    ['//elsewhere.example', false],
    ['/\\elsewhere.example', false],
    ['/\t/elsewhere.example', false],
    ['https://elsewhere.example', false],
    ['', false],
  ])('%j → %s', (path, expected) => {
    expect(isLocalPath(path)).toBe(expected);
  });
});
