import { File, FileImage, FileText } from 'lucide-react';
import type { AttachmentView } from '@/lib/conversations/writing.schema';
import { formatBytes } from '@/lib/format/format-bytes';

const isPicture = (type: string) => /^image\/(png|jpeg|gif|webp)$/.test(type);

/** Files of a message: a press loads one down; a picture shows itself small. */
export function FileChips({ files }: { files: AttachmentView[] }) {
  if (files.length === 0) return null;
  return (
    <ul aria-label="Files" className="mt-1.5 flex flex-wrap gap-2">
      {files.map((file) => {
        const Sign = isPicture(file.type) ? FileImage : /pdf|text|document/.test(file.type) ? FileText : File;
        return (
          <li key={file.id} className="max-w-full">
            <a
              href={`/api/attachments/${file.id}`}
              target="_blank"
              rel="noreferrer"
              className="inline-flex h-7 max-w-full items-center gap-2 rounded-corner bg-fill px-2 text-work text-ink-2 hover:text-ink-1 max-pane:h-11"
            >
              {isPicture(file.type) ? (
                // biome-ignore lint/performance/noImgElement: a small picture of our own route, which no image service may read
                <img
                  src={`/api/attachments/${file.id}`}
                  alt=""
                  width={26}
                  height={18}
                  loading="lazy"
                  className="h-[18px] w-[26px] flex-none rounded-[3px] object-cover"
                />
              ) : (
                <Sign size={14} strokeWidth={1.75} aria-hidden className="flex-none text-ink-3" />
              )}
              <span className="min-w-0 truncate">{file.name}</span>
              <span className="flex-none text-meta text-ink-3 tabular-nums">{formatBytes(file.bytes)}</span>
            </a>
          </li>
        );
      })}
    </ul>
  );
}
