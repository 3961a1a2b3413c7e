import { z } from 'zod';
import type { MacroAction } from '@/lib/conversations/macro.schema';
import type { AttachmentView, KeepWriting, WritingView, WrittenKind } from '@/lib/conversations/writing.schema';
import { putWriting } from './put-writing';

/** What one is writing in one place: what stands there now, and how far the server has it. */
export type Written = {
  text: string;
  /** The draft it began as, and that draft's text. */
  draftId: string | null;
  taken: string | null;
  attachments: AttachmentView[];
  actions: MacroAction[];
};
export type WritingState = Written & {
  /** Newer, from another browser: shown, never put over what is being written here. */
  newer: WritingView | null;
  /** The server has all of it; `alone` is when it cannot be reached and this browser keeps it. */
  kept: 'kept' | 'keeping' | 'alone';
};

const restMs = 500;
/** Somebody who does not pause is kept all the same. */
const longestMs = 2_500;
const againMs = 3_000;

const nothing: Written = { text: '', draftId: null, taken: null, attachments: [], actions: [] };
const netSchema = z.object({
  text: z.string(),
  draftId: z.string().nullable(),
  taken: z.string().nullable(),
  seen: z.number().int().catch(0),
});

/** One text that one writes, kept on the server; this browser keeps it too while the server does not have it. */
export class WritingPlaceStore {
  private state: WritingState;
  private readonly listeners = new Set<() => void>();
  /** The newest revision this browser has read or written. */
  private seen = 0;
  private changes = 0;
  private keptChanges = 0;
  private saving = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private waitingSince = 0;
  private readonly netKey: string;

  constructor(
    private readonly conversationId: string,
    private readonly kind: WrittenKind,
  ) {
    this.netKey = `baton.writing.${conversationId}.${kind}`;
    const net = readNet(this.netKey);
    this.state = { ...nothing, newer: null, kept: 'kept' };
    if (!net || net.text === '') return;
    this.state = { ...this.state, text: net.text, draftId: net.draftId, taken: net.taken, kept: 'alone' };
    this.seen = net.seen;
    this.changes = 1;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly read = (): WritingState => this.state;
  /** The next one is this browser's own while it is being written. */
  knows(revision: number): boolean {
    return revision <= this.seen + (this.saving ? 1 : 0);
  }

  private show(state: Partial<WritingState>): void {
    this.state = { ...this.state, ...state };
    for (const listener of this.listeners) listener();
  }
  private get dirty(): boolean {
    return this.changes !== this.keptChanges;
  }

  /** What the server has, as it was read with the conversation or after a bell. Older than what is known says nothing. */
  hear(server: WritingView | null): void {
    if (!server || server.revision <= this.seen) {
      // Text that only this browser had, from before a reload or a lost line.
      if (this.dirty && !this.saving && this.state.newer === null) this.keepSoon(0);
      return;
    }
    if (this.saving) return;
    if (!this.dirty || server.text === this.state.text) this.adopt(server);
    else this.yieldTo(server);
  }

  /** What was sent or cleared elsewhere leaves nothing that could be lost: then what is written here goes on over it. */
  private yieldTo(server: WritingView): void {
    if (server.text !== '' || server.attachments.length > 0) {
      this.show({ newer: server });
      return;
    }
    this.seen = server.revision;
    this.keepSoon(0);
  }

  /** Puts what is newer in place of what stands here. */
  adopt(server: WritingView): void {
    this.seen = server.revision;
    this.keptChanges = this.changes;
    this.net();
    const { text, draftId, taken, attachments, actions } = server;
    this.show({ text, draftId, taken, attachments, actions, newer: null, kept: 'kept' });
  }

  /** What stands here counts, whatever the other browser wrote. */
  insist(): void {
    if (!this.state.newer) return;
    this.seen = this.state.newer.revision;
    this.show({ newer: null });
    this.keepSoon(0);
  }

  change(change: Partial<Written>): void {
    this.changes++;
    this.show({ ...change, kept: 'keeping' });
    this.net();
    this.keepSoon(restMs);
  }

  /** It was sent: nothing stands here, and the server says the same of its own accord. */
  clear(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.changes++;
    this.keptChanges = this.changes;
    this.show({ ...nothing, newer: null, kept: 'kept' });
    this.net();
  }

  private keepSoon(ms: number): void {
    const now = Date.now();
    this.waitingSince ||= now;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.keep(), Math.max(0, Math.min(ms, this.waitingSince + longestMs - now)));
  }

  /** On leaving: `last` lives longer than the page. */
  flush(last = false): void {
    if (this.dirty && this.state.newer === null && (!this.saving || last)) void this.keep(last);
  }

  private async keep(last = false): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (!this.dirty || this.state.newer !== null) return;
    if (this.saving && !last) {
      this.keepSoon(restMs);
      return;
    }
    this.saving = true;
    this.waitingSince = 0;
    const upTo = this.changes;
    try {
      const answer = await putWriting(this.conversationId, this.asked(), last);
      if (answer.kept) {
        this.seen = Math.max(this.seen, answer.revision);
        // Cleared meanwhile, it is done with.
        this.keptChanges = Math.max(this.keptChanges, upTo);
        if (!this.dirty) this.show({ kept: 'kept' });
      } else if (this.changes === this.keptChanges) {
        this.adopt(answer.newer);
      } else if (answer.newer.text === this.state.text) {
        this.seen = answer.newer.revision;
        this.keptChanges = this.changes;
        this.show({ kept: 'kept' });
      } else {
        this.yieldTo(answer.newer);
      }
    } catch {
      this.show({ kept: 'alone' });
      this.waitingSince = 0;
      this.timer = setTimeout(() => void this.keep(), againMs);
    } finally {
      this.saving = false;
      this.net();
      if (this.dirty && !this.timer && this.state.newer === null) this.keepSoon(restMs);
    }
  }

  private asked(): KeepWriting {
    const { kind, seen } = this;
    const { text, draftId, taken, attachments, actions } = this.state;
    return { kind, text, draftId, taken, attachmentIds: attachments.map(({ id }) => id), actions, seen };
  }

  /** The net below: only while the server does not have it. */
  private net(): void {
    const { text, draftId, taken } = this.state;
    try {
      if (!this.dirty || text === '') localStorage.removeItem(this.netKey);
      else localStorage.setItem(this.netKey, JSON.stringify({ text, draftId, taken, seen: this.seen }));
    } catch {
      // Storage can be full or forbidden: the text then lives as long as the page, and on the server.
    }
  }
}

function readNet(key: string) {
  try {
    const parsed = netSchema.safeParse(JSON.parse(localStorage.getItem(key) ?? 'null'));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

const stores = new Map<string, WritingPlaceStore>();

/** One for each place, whoever looks at it: it goes on keeping when one has moved on to the next conversation. */
export function writingStore(conversationId: string, kind: WrittenKind): WritingPlaceStore {
  const key = `${conversationId}.${kind}`;
  const store = stores.get(key) ?? new WritingPlaceStore(conversationId, kind);
  if (!stores.has(key) && stores.size === 0 && typeof window !== 'undefined') listenForLeaving();
  stores.set(key, store);
  return store;
}

/** Whether a bell of the server tells this browser something that it does not know. */
export const knowsWriting = (conversationId: string, kind: string, revision: number): boolean =>
  stores.get(`${conversationId}.${kind}`)?.knows(revision) ?? false;

function listenForLeaving(): void {
  const leave = () => {
    for (const store of stores.values()) store.flush(true);
  };
  window.addEventListener('pagehide', leave);
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) leave();
  });
  window.addEventListener('online', () => {
    for (const store of stores.values()) store.flush();
  });
}
