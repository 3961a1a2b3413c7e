'use client';

import { FileUp, FolderUp } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { SelectField } from '@/components/ui/select-field';
import { type ImportKind, mostPages, mostUploadBytes } from '@/lib/knowledge/import.schema';
import type { Asked } from './new-import-dialog';

type Props = {
  kind: ImportKind;
  asked: Asked;
  onAsk: (more: Partial<Asked>) => void;
  files: File[];
  onFiles: (files: File[]) => void;
};

/** What a kind of import is read from. */
export function SourceFields(props: Props) {
  switch (props.kind) {
    case 'markdown':
      return <FileFields {...props} accept=".md,.markdown,.mdx,.zip" folder keep={/\.(?:md|mdx|markdown|zip)$/i} />;
    case 'html':
      return (
        <>
          <FileFields {...props} accept=".html,.htm,.zip" keep={/\.(?:html?|xhtml|zip)$/i} />
          <PastedPage {...props} />
        </>
      );
    case 'questions':
      return (
        <>
          <FileFields {...props} accept=".csv,.tsv,.txt" keep={/\.(?:csv|tsv|txt)$/i} />
          <SelectField
            label="Make an article of"
            className="col-span-full"
            value={props.asked.per}
            onChange={(event) => props.onAsk({ per: event.target.value === 'category' ? 'category' : 'question' })}
          >
            <option value="question">each question</option>
            <option value="category">all questions of a category</option>
          </SelectField>
        </>
      );
    case 'sitemap':
      return <SiteFields {...props} />;
  }
}

type FileProps = Props & { accept: string; folder?: boolean; keep: RegExp };

function FileFields({ files, onFiles, accept, folder, keep }: FileProps) {
  const single = useRef<HTMLInputElement>(null);
  const whole = useRef<HTMLInputElement>(null);
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  // A folder holds pictures and more beside what is read: they need not travel.
  const take = (list: FileList | null) => onFiles([...(list ?? [])].filter(({ name }) => keep.test(name)));
  return (
    <div className="col-span-full">
      <div className="flex flex-wrap items-center gap-2">
        <Button size="form" icon={FileUp} onClick={() => single.current?.click()}>
          Choose files
        </Button>
        {folder && (
          <Button size="form" icon={FolderUp} onClick={() => whole.current?.click()}>
            Choose a folder
          </Button>
        )}
        <span role="status" className="min-w-0 truncate text-ink-2">
          {files.length === 0
            ? 'At most 20 MB'
            : `${files.length === 1 ? files[0]!.name : `${files.length} files`}, ${sayBytes(bytes)}`}
        </span>
      </div>
      {bytes > mostUploadBytes && <p className="mt-1 text-meta text-danger-text">At most 20 MB together.</p>}
      <input
        ref={single}
        type="file"
        multiple
        accept={accept}
        aria-label="Files to import"
        className="hidden"
        onChange={(event) => take(event.target.files)}
      />
      {folder && (
        <input
          ref={whole}
          type="file"
          multiple
          {...{ webkitdirectory: '' }}
          aria-label="Folder to import"
          className="hidden"
          onChange={(event) => take(event.target.files)}
        />
      )}
    </div>
  );
}

function PastedPage({ files, onFiles }: Props) {
  const id = useId();
  const [html, setHtml] = useState('');
  return (
    <div className="col-span-full">
      <label htmlFor={id} className="block text-work leading-4 font-medium">
        Or paste a page
      </label>
      <textarea
        id={id}
        rows={3}
        value={html}
        placeholder="<h1>Returns</h1> …"
        onChange={(event) => {
          setHtml(event.target.value);
          const pasted = event.target.value.trim();
          const chosen = files.filter(({ name }) => name !== pastedName);
          onFiles(pasted ? [...chosen, new File([pasted], pastedName, { type: 'text/html' })] : chosen);
        }}
        className="mt-1.5 w-full resize-y rounded-corner border border-line-control bg-surface px-2.5 py-1.5 font-mono text-meta outline-none placeholder:text-ink-3 focus-visible:border-focus"
      />
    </div>
  );
}

const pastedName = 'pasted-page.html';

function SiteFields({ asked, onAsk }: Props) {
  return (
    <>
      <Field
        label="Site or sitemap"
        className="col-span-full"
        value={asked.address}
        maxLength={2_000}
        required
        autoFocus
        placeholder="https://help.example.com/sitemap.xml"
        help="For a site its robots.txt and /sitemap.xml are looked at. What robots.txt forbids is not read."
        onChange={(event) => onAsk({ address: event.target.value })}
      />
      <Field
        label="Only paths that begin with"
        value={asked.prefix}
        maxLength={500}
        placeholder="/help/"
        onChange={(event) => onAsk({ prefix: event.target.value })}
      />
      <Field
        label="At most pages"
        type="number"
        min={1}
        max={mostPages}
        value={asked.limit}
        onChange={(event) => onAsk({ limit: event.target.value })}
      />
      <Field
        label="Other hosts that may be read"
        className="col-span-full"
        value={asked.hosts}
        placeholder="docs.example.com"
        help="Its own host may always be; any other only when it stands here. Separate them by commas."
        onChange={(event) => onAsk({ hosts: event.target.value })}
      />
    </>
  );
}

function sayBytes(bytes: number): string {
  return bytes < 1_048_576 ? `${Math.ceil(bytes / 1_024)} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`;
}
