/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { formatBytes } from '@/lib/format/format-bytes';
import { Icon } from './icons';
import type { Attached } from './use-attached';

/** What goes with the message that is being written, each to be taken away again; what was refused says why. */
export function AttachedFiles({
  files,
  onRemove,
}: {
  files: Attached[];
  onRemove(file: Attached): void;
}): JSX.Element | null {
  if (files.length === 0) return null;
  return (
    <ul class="attached" aria-label="Attached files">
      {files.map((file) => (
        <li key={file.key} class={file.why ? 'refused' : undefined} aria-busy={!file.kept && !file.why}>
          {file.kept || file.why ? <Icon name={file.why ? 'alert' : 'file'} size={14} /> : <i class="spinner" />}
          <span class="about">
            <span class="file">{file.name}</span>
            {file.why ? <span role="alert">{file.why}</span> : <small>{formatBytes(file.bytes)}</small>}
          </span>
          <button type="button" aria-label={`Remove ${file.name}`} onClick={() => onRemove(file)}>
            <Icon name="close" size={14} />
          </button>
        </li>
      ))}
    </ul>
  );
}
