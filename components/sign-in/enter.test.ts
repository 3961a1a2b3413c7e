import { describe, expect, it } from 'vitest';
import { safePath } from './enter';

describe('safePath', () => {
  it.each([
    ['/inbox/approvals/1?team=2', '/inbox/approvals/1?team=2'],
    [null, '/inbox/needs-me'],
    ['', '/inbox/needs-me'],
    ['https://elsewhere.example', '/inbox/needs-me'],
    ['//elsewhere.example', '/inbox/needs-me'],
    ['/\\elsewhere.example', '/inbox/needs-me'],
    ['/\t/elsewhere.example', '/inbox/needs-me'],
    ['javascript:alert(1)', '/inbox/needs-me'],
  ])('%s → %s', (to, path) => expect(safePath(to)).toBe(path));
});
