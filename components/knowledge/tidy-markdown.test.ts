import { readdirSync, readFileSync } from 'node:fs';
import { MarkdownManager } from '@tiptap/markdown';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editorExtensions } from './editor-extensions';
import { survivesEditor } from './survives-editor';
import { isSameMarkdown, tidyMarkdown } from './tidy-markdown';

const manager = new MarkdownManager({ extensions: editorExtensions });
const throughEditor = (markdown: string) => tidyMarkdown(manager.serialize(manager.parse(markdown)));

describe('tidyMarkdown', () => {
  it.each([
    ['5 \\* 3 and a\\_b', '5 * 3 and a_b'],
    ['Ben &amp; Ada, 1 &lt; 2', 'Ben & Ada, 1 < 2'],
    ['&lt;b&gt; stays text', '&lt;b> stays text'],
    ['&amp;lt; is not a sign', '&amp;lt; is not a sign'],
    ['`a\\_b &amp;`', '`a\\_b &amp;`'],
    ['```\na\\_b\n```', '```\na\\_b\n```'],
    ['[https://x.example](https://x.example)', 'https://x.example'],
    ['[a@x.example](mailto:a@x.example)', 'a@x.example'],
    ['[words](https://x.example)', '[words](https://x.example)'],
    ['\\*not bold\\*', '\\*not bold\\*'],
    ['\\[x\\](y)', '\\[x\\](y)'],
    ['| a   | b |\n| --- | --------: |\n| 1 \\| 2 | 3 |', '| a | b |\n| --- | ---: |\n| 1 \\| 2 | 3 |'],
    ['a\n\n\n\nb\n', 'a\n\nb'],
  ])('%j becomes %j', (written, tidy) => {
    expect(tidyMarkdown(written)).toBe(tidy);
  });

  it('has nothing left to do the second time', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', ' ', '*', '_', '\\', '&', '<', '`', '|', '-', '\n', '[', ']') }),
        (text) => {
          const once = tidyMarkdown(text);
          expect(isSameMarkdown(once, text)).toBe(true);
        },
      ),
    );
  });
});

describe('survivesEditor', () => {
  it.each([
    ['headings, lists, emphasis', '## A\n\n- *b*\n- **c**\n  - d\n\n1. e\n2. f'],
    ['other signs for the same', '* a\n* __b__ and _c_\n\n***'],
    ['a table', '| A | B |\n|---|--:|\n| 1 | $5 |'],
    ['links and addresses', 'See [this](https://x.example/a_b) or https://x.example, a@x.example.'],
    ['code', 'Use `x`.\n\n```sh\nnpm start && ls\n```'],
    ['a line break', 'one  \ntwo'],
    ['Chinese', '# 退货\n\n30 天内可以退货。'],
    ['a quotation', '> Say so.'],
  ])('%s: yes', (_, markdown) => {
    expect(survivesEditor(markdown)).toBe(true);
  });

  it.each([
    ['HTML', '<details><summary>a</summary>b</details>'],
    ['an image', 'See ![map](https://x.example/a.png) here'],
    ['tasks', '- [ ] a\n- [x] b'],
    ['footnotes', 'Text[^1]\n\n[^1]: Note'],
    ['links by reference', '[a][1]\n\n[1]: https://x.example'],
    ['a comment', 'a <!-- b --> c'],
  ])('%s: no', (_, markdown) => {
    expect(survivesEditor(markdown)).toBe(false);
  });

  it('holds for every article of the demo, and a second time changes nothing', () => {
    const folder = new URL('../../prisma/seed/articles/', import.meta.url);
    const files = readdirSync(folder).filter((file) => file.endsWith('.md'));
    expect(files.length).toBeGreaterThan(40);
    for (const file of files) {
      const body = readFileSync(new URL(file, folder), 'utf8').replace(/^---\n[\s\S]*?\n---\n/, '');
      const once = throughEditor(body);
      expect([file, survivesEditor(body)]).toEqual([file, true]);
      expect(throughEditor(once)).toBe(once);
    }
  });
});
