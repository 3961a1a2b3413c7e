import { describe, expect, it } from 'vitest';
import type { ChatChannel } from './read-chat-channel';
import { widgetPolicy, writeWidgetPage } from './write-widget-page';

const channel: ChatChannel = {
  id: '1',
  key: 'wk_"><script>',
  secret: null,
  issuer: null,
  origins: ['https://shop.example', 'http://localhost:3001'],
  workspace: "<b>Tom & Jerry's</b>",
};

describe('the page in the frame', () => {
  it('runs nothing that stands in a name or a key', () => {
    const page = writeWidgetPage(channel, 'abc');
    expect(page).not.toContain('<b>');
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page).toContain('data-workspace="&lt;b&gt;Tom &amp; Jerry&#39;s&lt;/b&gt;"');
  });

  it('is framed by the configured sites only, and by any where there is no chat', () => {
    expect(widgetPolicy(channel, 'abc')).toContain("frame-ancestors 'self' https://shop.example http://localhost:3001");
    expect(widgetPolicy({ ...channel, origins: [] }, 'abc')).toMatch(/frame-ancestors 'self'$/);
    expect(widgetPolicy(null, 'abc')).toMatch(/frame-ancestors \*$/);
  });

  it('lets only its own files with this nonce run', () => {
    expect(widgetPolicy(channel, 'abc')).toContain("default-src 'none'; script-src 'nonce-abc'; style-src 'nonce-abc'");
  });
});
