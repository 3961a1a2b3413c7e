/** What the host page's script and the page in the frame say to each other, with checked origins on both sides. */
export type ToFrame =
  /** The host's word on who is signed in there, signed; never in an address, where logs would keep it. */
  | { baton: 'hello'; token: string | null; open: boolean; focus: boolean }
  | { baton: 'identify'; token: string | null }
  | { baton: 'open'; focus: boolean }
  | { baton: 'closed' };

export type FromFrame =
  | { baton: 'ready'; workspace: string }
  | { baton: 'close' }
  | { baton: 'unread'; count: number }
  /** There is a conversation: worth loading again on the next page, to hear of an answer. */
  | { baton: 'begun' };
