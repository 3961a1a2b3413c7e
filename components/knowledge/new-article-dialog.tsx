'use client';

import { useRouter } from 'next/navigation';
import { useId, useState } from 'react';
import { createOne } from '@/app/(workspace)/knowledge/actions';
import { usePeople } from '@/components/inbox/queries';
import { useMe } from '@/components/shell/me';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { SelectField } from '@/components/ui/select-field';
import { formatLanguage } from '@/lib/format/format-language';
import { audiences } from '@/lib/knowledge/knowledge.schema';
import { audienceName, commonLanguages } from './article-words';
import { useKnowledgeChange } from './queries';
import { articleHref } from './use-knowledge-place';

type Props = { collections: string[]; collection: string; title?: string; onClose: () => void };

export function NewArticleDialog({ collections, collection, title = '', onClose }: Props) {
  const me = useMe();
  const router = useRouter();
  const people = usePeople(true);
  const listId = useId();
  const [form, setForm] = useState({
    title,
    language: 'en',
    audience: 'public',
    collection,
    ownerId: me.id,
    reviewAt: '',
  });
  const create = useKnowledgeChange(createOne, 'The article was not begun');
  const set = (more: Partial<typeof form>) => setForm((now) => ({ ...now, ...more }));
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="New article"
      description="It begins as a draft. Nobody but the desk sees it until you publish."
    >
      <form
        className="grid grid-cols-2 gap-4 max-pane:grid-cols-1"
        onSubmit={(event) => {
          event.preventDefault();
          create.mutate(
            { ...form, ownerId: form.ownerId || null, reviewAt: form.reviewAt || null },
            { onSuccess: (place) => router.push(articleHref(place)) },
          );
        }}
      >
        <Field
          label="Title"
          className="col-span-full"
          value={form.title}
          maxLength={300}
          autoFocus
          required
          placeholder="Overnight shipping and its cut-off times"
          onChange={(event) => set({ title: event.target.value })}
        />
        <SelectField label="Language" value={form.language} onChange={(event) => set({ language: event.target.value })}>
          {commonLanguages.map((language) => (
            <option key={language} value={language}>
              {formatLanguage(language)}
            </option>
          ))}
        </SelectField>
        <SelectField label="Read by" value={form.audience} onChange={(event) => set({ audience: event.target.value })}>
          {audiences.map((audience) => (
            <option key={audience} value={audience}>
              {audienceName[audience]}
            </option>
          ))}
        </SelectField>
        <Field
          label="Collection"
          value={form.collection}
          maxLength={60}
          list={listId}
          onChange={(event) => set({ collection: event.target.value })}
        />
        <datalist id={listId}>
          {collections.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <SelectField label="Owner" value={form.ownerId} onChange={(event) => set({ ownerId: event.target.value })}>
          <option value="">Nobody</option>
          {(people.data?.people ?? [{ id: me.id, name: me.name }]).map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        <Field
          label="Look again on"
          type="date"
          value={form.reviewAt}
          onChange={(event) => set({ reviewAt: event.target.value })}
        />
        <div className="col-span-full flex justify-end gap-2">
          <Button size="form" look="plain" onClick={onClose}>
            Cancel
          </Button>
          <Button
            type="submit"
            size="form"
            look="filled"
            disabled={form.title.trim() === ''}
            busy={create.isPending || create.isSuccess}
          >
            Begin writing
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
