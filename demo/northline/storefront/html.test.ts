import { describe, expect, it } from 'vitest';
import { html } from './html';

describe('html', () => {
  it('escapes values, in text and in attributes', () => {
    expect(html`<p title="${'"><script>'}">${"<b>O'Neil & Sons</b>"}</p>`.text).toBe(
      '<p title="&quot;&gt;&lt;script&gt;">&lt;b&gt;O&#39;Neil &amp; Sons&lt;/b&gt;</p>',
    );
  });

  it('keeps markup, joins lists and leaves nothing for nothing', () => {
    expect(html`<ul>${['a', '<'].map((text) => html`<li>${text}</li>`)}${null}${undefined}${false}${0}</ul>`.text).toBe(
      '<ul><li>a</li><li>&lt;</li>0</ul>',
    );
  });
});
