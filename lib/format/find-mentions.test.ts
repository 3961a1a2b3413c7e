import { describe, expect, it } from 'vitest';
import { cutMentions, findMentions } from './find-mentions';

const people = [{ name: 'Sam' }, { name: 'Sam Ortiz' }, { name: 'Inès Roth' }];
const called = (text: string) => findMentions(text, people).map(({ name }) => name);

describe('findMentions', () => {
  it.each([
    ['@Sam Ortiz can you look?', ['Sam Ortiz']],
    ['@Sam, and @Inès Roth.', ['Sam', 'Inès Roth']],
    ['@Samuel is nobody here', []],
    ['write to sam@Sam Ortiz', []],
    ['Sam Ortiz without a sign', []],
    ['(@Sam Ortiz)', ['Sam Ortiz']],
  ])('%s', (text, names) => {
    expect(called(text)).toEqual(names);
  });
});

describe('cutMentions', () => {
  it('cuts where somebody is called, and loses nothing', () => {
    const parts = cutMentions('Hi @Sam Ortiz, hi @Sam.', ['Sam', 'Sam Ortiz']);
    expect(parts.filter(({ mention }) => mention).map(({ text }) => text)).toEqual(['@Sam Ortiz', '@Sam']);
    expect(parts.map(({ text }) => text).join('')).toBe('Hi @Sam Ortiz, hi @Sam.');
  });
});
