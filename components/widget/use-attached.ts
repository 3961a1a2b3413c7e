import { useRef, useState } from 'preact/hooks';
import type { ChatUploaded } from '@/lib/channels/chat.schema';

/** A file one has chosen: on its way, kept for the next message, or refused with a sentence. */
export type Attached = {
  key: number;
  name: string;
  bytes: number;
  kept: ChatUploaded | null;
  why: string | null;
};

export const mostFiles = 5;
const mostBytes = 10_000_000;

/** The files of the message that is being written. */
export function useAttached(attach: (file: File) => Promise<ChatUploaded>, detach: (id: string) => void) {
  const [files, setFiles] = useState<Attached[]>([]);
  const last = useRef(0);

  async function add(file: File): Promise<void> {
    last.current += 1;
    const key = last.current;
    const why = file.size > mostBytes ? 'It is larger than 10 MB.' : null;
    setFiles((now) => [...now, { key, name: file.name, bytes: file.size, kept: null, why }]);
    if (why) return;
    const settle = (more: Partial<Attached>) =>
      setFiles((now) => now.map((one) => (one.key === key ? { ...one, ...more } : one)));
    try {
      settle({ kept: await attach(file) });
    } catch (error) {
      settle({ why: error instanceof Error ? error.message : 'It could not be attached.' });
    }
  }

  const waits = (one: Attached) => one.kept === null && one.why === null;
  return {
    files,
    /** One of them is still on its way. */
    loading: files.some(waits),
    kept: files.flatMap(({ kept }) => (kept ? [kept] : [])),
    /** Answers how many found no room. */
    choose(chosen: File[]): number {
      const room = mostFiles - files.filter(({ why }) => why === null).length;
      for (const file of chosen.slice(0, room)) void add(file);
      return Math.max(0, chosen.length - room);
    },
    remove(gone: Attached) {
      setFiles((now) => now.filter(({ key }) => key !== gone.key));
      if (gone.kept) detach(gone.kept.id);
    },
    /** After they were sent; what was refused stays until it is taken away. */
    clear: () => setFiles((now) => now.filter(({ kept }) => kept === null)),
  };
}
