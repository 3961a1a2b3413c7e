/** What a browser may show by itself; everything else is loaded down. */
const shown = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

/** A file that came from somebody: it is never run, never guessed at, and never framed. */
export function serveFile({
  name,
  type,
  content,
}: {
  name: string;
  type: string;
  content: Uint8Array<ArrayBuffer>;
}): Response {
  const way = shown.has(type) ? 'inline' : 'attachment';
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  return new Response(content, {
    headers: {
      'content-type': type.startsWith('text/') ? `${type}; charset=utf-8` : type,
      'content-length': String(content.byteLength),
      'content-disposition': `${way}; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, max-age=3600, immutable',
    },
  });
}
