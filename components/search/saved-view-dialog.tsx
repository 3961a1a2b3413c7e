'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { parseQuery } from '@/lib/conversations/query.schema';
import type { SavedView } from '@/lib/conversations/saved-view.schema';
import { useSavedViewChanges } from './use-saved-view-changes';

type Props = {
  /** The view to be changed; without it a new one is made of `query`. */
  view?: SavedView;
  query?: string;
  onClose: () => void;
  onSaved?: (id: string) => void;
};

/** Names a view and says what it shows and to whom. */
export function SavedViewDialog({ view, query: given = '', onClose, onSaved }: Props) {
  const { create, change } = useSavedViewChanges();
  const [name, setName] = useState(view?.name ?? '');
  const [query, setQuery] = useState(view?.query ?? given);
  const [shared, setShared] = useState(view?.shared ?? false);
  const [pressed, setPressed] = useState(false);
  const parsed = parseQuery(query);
  const nameWrong = name.trim() === '' ? 'Give it a name.' : null;
  const queryWrong = parsed.ok ? (parsed.terms.length === 0 ? 'Say what it shows.' : null) : parsed.fault.says;
  const failed = create.error ?? change.error;
  const save = () => {
    setPressed(true);
    if (nameWrong || queryWrong) return;
    const kept = { name: name.trim(), query: query.trim(), shared };
    const close = (id: string) => {
      onClose();
      onSaved?.(id);
    };
    if (view) change.mutate({ id: view.id, ...kept }, { onSuccess: () => close(view.id) });
    else create.mutate(kept, { onSuccess: ({ id }) => close(id) });
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={view ? 'Change the view' : 'Save as a view'}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Field
          label="Name"
          value={name}
          maxLength={60}
          autoFocus
          onChange={(event) => setName(event.target.value)}
          wrong={pressed ? nameWrong : null}
        />
        <Field
          label="Shows"
          value={query}
          maxLength={400}
          onChange={(event) => setQuery(event.target.value)}
          wrong={pressed || !parsed.ok ? queryWrong : null}
          help="Filters and words, such as is:open priority:urgent -label:vip"
        />
        {/* biome-ignore lint/a11y/noLabelWithoutControl: the checkbox is the control, and has the same name */}
        <label className="flex items-center gap-2.5">
          <Checkbox label="Share with everybody" checked={shared} onChange={setShared} />
          Share with everybody
        </label>
        {failed && <p className="text-meta text-danger-text">{failed.message}</p>}
        <div className="flex justify-end gap-2">
          <Button size="form" look="plain" onClick={onClose}>
            Cancel
          </Button>
          <Button size="form" look="filled" type="submit" busy={create.isPending || change.isPending}>
            {view ? 'Save' : 'Save view'}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
