import type { ChatChannel } from './read-chat-channel';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (one) => escapes[one]!);

/** The document inside the widget's frame: a few lines of HTML around one script, so that it opens in a blink. */
export function writeWidgetPage(channel: ChatChannel, nonce: string): string {
  const name = escapeHtml(channel.workspace);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${name} help</title>
<link rel="stylesheet" href="/widget/chat.css" nonce="${nonce}">
<script defer src="/widget/chat.js" nonce="${nonce}"></script>
</head>
<body>
<div id="chat" data-key="${escapeHtml(channel.key)}" data-workspace="${name}" data-origins="${escapeHtml(channel.origins.join(' '))}"></div>
<noscript>The chat needs JavaScript.</noscript>
</body>
</html>
`;
}

export function writeNoWidgetPage(): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>No chat here</title>
</head>
<body>
<main>
<h1>There is no chat here</h1>
<p>The key of this chat is unknown, or the chat is switched off. If this is your site, compare data-key with the key of your web chat channel.</p>
</main>
</body>
</html>
`;
}

/**
 * Only the configured sites may frame the chat; only our own files with this nonce run; nothing is loaded from elsewhere.
 * The page that says there is no chat may stand anywhere: who mistyped a key must be able to read it.
 */
export function widgetPolicy(channel: ChatChannel | null, nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    "connect-src 'self'",
    "img-src 'self' data:",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${channel ? ["'self'", ...channel.origins].join(' ') : '*'}`,
  ].join('; ');
}
