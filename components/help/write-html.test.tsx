import { Fragment, type ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import { ArticleBody } from '@/components/knowledge/article-body';
import { writeHtml } from './write-html';

function Greeting({ name, children }: { name: string; children?: ReactNode }) {
  return (
    <p className="greeting">
      Hello {name}
      {children}
    </p>
  );
}

describe('writeHtml', () => {
  it('writes elements, components, lists and text', () => {
    const page = (
      <main tabIndex={-1} data-x aria-hidden={false}>
        <Greeting name="Ada">{[' and', <b key="b">Bob</b>, null, false, 0]}</Greeting>
        <Fragment key="k">
          <br />
          <input type="text" defaultValue={'a"b'} disabled required={false} />
        </Fragment>
      </main>
    );
    expect(writeHtml(page)).toBe(
      '<main tabindex="-1" data-x="true" aria-hidden="false"><p class="greeting">Hello Ada and<b>Bob</b>0</p><br><input type="text" value="a&quot;b" disabled></main>',
    );
  });

  it('lets no text become markup', () => {
    const evil = '<script>alert(1)</script>"\'&';
    expect(writeHtml(<p title={evil}>{evil}</p>)).toBe(
      '<p title="&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;">&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;</p>',
    );
  });

  it('writes the styles of a page as they are, and no handlers or styles of an element', () => {
    expect(writeHtml(<style>{'a>b{}'}</style>)).toBe('<style>a>b{}</style>');
    expect(writeHtml(<td style={{ color: 'red' }} onLoad={() => {}} />)).toBe('<td></td>');
  });

  it('writes an article with its anchors and without what it must not hold', () => {
    const markdown =
      '# Title\n\n## How *long*?\n\nSee [this](https://x.example "t") and [that](javascript:alert(1)).\n\n<img src=x onerror=alert(1)>\n\n![pixel](https://tracker.example/x.gif)\n\n| a | b |\n| - | -: |\n| 1 | 2 |\n';
    const html = writeHtml(<ArticleBody markdown={markdown} title="Title" large />);
    expect(html).toContain('<h2 id="how-long">How <em>long</em>?</h2>');
    expect(html).toContain('href="https://x.example"');
    expect(html).toContain('<td>2</td>');
    expect(html).not.toMatch(/javascript:|onerror|tracker|<img|Title/);
  });
});
