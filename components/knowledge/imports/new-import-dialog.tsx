'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { join } from '@/components/ui/join';
import { SelectField } from '@/components/ui/select-field';
import { formatLanguage } from '@/lib/format/format-language';
import { type ImportKind, importKinds, importOptionsSchema, startImportSchema } from '@/lib/knowledge/import.schema';
import { audiences } from '@/lib/knowledge/knowledge.schema';
import { audienceName, commonLanguages } from '../article-words';
import { useArticleCounts } from '../queries';
import { kinds } from './import-signs';
import { useStartImport } from './queries';
import { SourceFields } from './source-fields';

const plain = importOptionsSchema.omit({ publish: true }).parse({});
export type Asked = Omit<typeof plain, 'limit' | 'hosts'> & { limit: string; hosts: string };

/** Where it comes from, and what holds for everything that does not say otherwise itself. */
export function NewImportDialog({ onClose }: { onClose: () => void }) {
  const router = useRouter();
  const [kind, setKind] = useState<ImportKind>('markdown');
  const [files, setFiles] = useState<File[]>([]);
  const [asked, setAsked] = useState<Asked>({ ...plain, limit: String(plain.limit), hosts: '' });
  const [wrong, setWrong] = useState<string | null>(null);
  const collections = useArticleCounts().data?.collections ?? [];
  const start = useStartImport();
  const set = (more: Partial<Asked>) => setAsked((now) => ({ ...now, ...more }));
  const ready = kind === 'sitemap' ? asked.address.trim() !== '' : files.length > 0;

  function send() {
    const hosts = asked.hosts.split(/[\s,]+/).filter(Boolean);
    const parsed = startImportSchema.safeParse({ kind, options: { ...asked, hosts } });
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      setWrong(`${String(issue?.path[1] ?? 'What was asked')} ${issue?.message}`);
      return;
    }
    setWrong(null);
    start.mutate(
      { ask: parsed.data, files },
      {
        onSuccess: (id) => router.push(`/knowledge/imports/${id}`),
        onError: (error) => setWrong(error.message),
      },
    );
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="New import"
      description="It is read first. You see what will happen to which article before anything is written."
    >
      <form
        className="grid grid-cols-2 gap-4 max-pane:grid-cols-1"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <fieldset className="col-span-full">
          <legend className="text-work leading-4 font-medium">From</legend>
          <div className="mt-1.5 grid grid-cols-4 gap-px rounded-corner bg-fill p-0.5 max-pane:grid-cols-2">
            {importKinds.map((one) => (
              <Kind
                key={one}
                kind={one}
                chosen={one === kind}
                onChoose={() => {
                  setKind(one);
                  setFiles([]);
                  setWrong(null);
                }}
              />
            ))}
          </div>
          <p className="mt-1.5 text-meta text-ink-3">{kinds[kind].says}</p>
        </fieldset>
        <SourceFields key={kind} kind={kind} asked={asked} onAsk={set} files={files} onFiles={setFiles} />
        <SelectField
          label="Language"
          value={asked.language}
          onChange={(event) => set({ language: event.target.value })}
        >
          <option value="detect">Read from each text</option>
          {commonLanguages.map((language) => (
            <option key={language} value={language}>
              {formatLanguage(language)}
            </option>
          ))}
        </SelectField>
        <SelectField
          label="Read by"
          value={asked.audience}
          onChange={(event) => set({ audience: audiences.find((one) => one === event.target.value) })}
        >
          {audiences.map((audience) => (
            <option key={audience} value={audience}>
              {audienceName[audience]}
            </option>
          ))}
        </SelectField>
        <Field
          label="Collection"
          className="col-span-full"
          value={asked.collection}
          maxLength={60}
          list="import-collections"
          help="What an article or file says itself comes before these three."
          onChange={(event) => set({ collection: event.target.value })}
        />
        <datalist id="import-collections">
          {collections.map(({ name }) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        {wrong && (
          <p role="alert" className="col-span-full text-danger-text">
            {wrong}
          </p>
        )}
        <div className="col-span-full flex justify-end gap-2">
          <Button size="form" look="plain" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" size="form" look="filled" disabled={!ready} busy={start.isPending || start.isSuccess}>
            Read it
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function Kind({ kind, chosen, onChoose }: { kind: ImportKind; chosen: boolean; onChoose: () => void }) {
  const { name, icon: Icon } = kinds[kind];
  return (
    <label
      className={join(
        'flex h-7 items-center justify-center gap-1.5 rounded-[5px] px-2 font-medium has-focus-visible:shadow-(--focus-ring) max-pane:h-11',
        chosen ? 'bg-press text-ink-1 shadow-press' : 'text-ink-2 hover:bg-hover',
      )}
    >
      <input type="radio" name="kind" checked={chosen} onChange={onChoose} className="sr-only" />
      <Icon size={16} strokeWidth={1.75} aria-hidden className="flex-none text-ink-3" />
      {name}
    </label>
  );
}
