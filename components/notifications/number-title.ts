/** The title of the page with how many are unread before it, in place of the number that stood there. */
export function numberTitle(title: string, unread: number): string {
  const plain = title.replace(/^\(\d+\+?\) /, '');
  return unread > 0 ? `(${unread > 99 ? '99+' : unread}) ${plain}` : plain;
}
