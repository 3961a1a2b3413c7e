'use client';

import { useRef, useState } from 'react';
import { toast } from 'sonner';
import { mostAttachments } from '@/lib/conversations/writing.schema';
import { sendFile } from './send-file';
import type { KeptText } from './use-writing';

export type Coming = { key: string; name: string; bytes: number; share: number; stop: () => void };

const mostBytes = 10_000_000;

/** Files on their way to the server; arrived, they belong to the text that is being written. */
export function useAttaching(conversationId: string, kept: KeptText) {
  const [coming, setComing] = useState<Coming[]>([]);
  const count = useRef(0);
  const change = (key: string, share: number) =>
    setComing((now) => now.map((one) => (one.key === key ? { ...one, share } : one)));

  const add = (files: File[]) => {
    const room = mostAttachments - kept.attachments.length - coming.length;
    if (files.length > room)
      toast.error('Too many files', { description: `At most ${mostAttachments} go with one message.` });
    for (const file of files.slice(0, Math.max(0, room))) void attach(file);
  };
  const attach = async (file: File) => {
    if (file.size > mostBytes) {
      toast.error(`${file.name} was not attached`, { description: 'It is larger than 10 MB.' });
      return;
    }
    const key = `file-${++count.current}`;
    const stop = new AbortController();
    const done = () => setComing((now) => now.filter((one) => one.key !== key));
    const cancel = () => {
      stop.abort();
      done();
    };
    setComing((now) => [...now, { key, name: file.name, bytes: file.size, share: 0, stop: cancel }]);
    try {
      const arrived = await sendFile(conversationId, file, (share) => change(key, share), stop.signal);
      if (arrived.state === 'clean') kept.attach(arrived);
      else toast.error(`${arrived.name} was refused`, { description: arrived.why ?? 'It cannot be sent.' });
    } catch (error) {
      toast.error(`${file.name} was not attached`, { description: error instanceof Error ? error.message : '' });
    } finally {
      done();
    }
  };
  return { coming, add };
}

/** The files of a paste or a drop; none where only text came. */
export const filesOf = (data: DataTransfer | null): File[] => [...(data?.files ?? [])];
