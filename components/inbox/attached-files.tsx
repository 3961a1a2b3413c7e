'use client';

import { FileText, LoaderCircle, Image as Picture, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { formatBytes } from '@/lib/format/format-bytes';
import type { Coming } from './use-attaching';
import type { KeptText } from './use-writing';

/** What goes with the reply, and what is still on its way to the server. */
export function AttachedFiles({ kept, coming }: { kept: KeptText; coming: Coming[] }) {
  if (kept.attachments.length + coming.length === 0) return null;
  return (
    <ul aria-label="Attached files" className="flex flex-wrap gap-2 px-4 pb-2">
      {kept.attachments.map((file) => (
        <Chip
          key={file.id}
          sign={file.type.startsWith('image/') ? <Picture size={14} aria-hidden /> : <FileText size={14} aria-hidden />}
          name={file.name}
          meta={formatBytes(file.bytes)}
          remove={() => kept.detach(file.id)}
        />
      ))}
      {coming.map((file) => (
        <Chip
          key={file.key}
          sign={<LoaderCircle size={14} aria-hidden className="motion-safe:animate-spin" />}
          name={file.name}
          meta={`${Math.round(file.share * 100)}%`}
          remove={file.stop}
        />
      ))}
    </ul>
  );
}

type ChipProps = { sign: ReactNode; name: string; meta: string; remove: () => void };

function Chip({ sign, name, meta, remove }: ChipProps) {
  return (
    <li className="inline-flex h-7 max-w-full items-center gap-2 rounded-corner bg-fill pl-2 text-work max-pane:h-11">
      <span className="flex-none text-ink-3">{sign}</span>
      <span className="min-w-0 truncate">{name}</span>
      <span className="flex-none text-meta text-ink-3 tabular-nums">{meta}</span>
      <button
        type="button"
        aria-label={`Remove ${name}`}
        onClick={remove}
        className="grid size-7 flex-none place-items-center rounded-corner text-ink-3 hover:bg-hover hover:text-ink-1 max-pane:size-11"
      >
        <X size={14} strokeWidth={1.75} aria-hidden />
      </button>
    </li>
  );
}
