'use client';

import { useState } from 'react';
import { makeKey } from '@/app/(workspace)/settings/keys/actions';
import { FormFoot } from '@/components/settings/desk/form-foot';
import { useDeskChange } from '@/components/settings/desk/queries';
import { ShownOnce } from '@/components/settings/desk/shown-once';
import { ChoiceList } from '@/components/ui/choice-list';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { type Scope, scopeSchema } from '@/lib/auth/key.schema';
import { scopeWords } from './scope-words';

const options = (Object.keys(scopeWords) as Scope[]).map((key) => ({ key, ...scopeWords[key] }));

/** What it is for and what it may do; then the key itself, this once. */
export function NewKeyDialog({ onClose }: { onClose: () => void }) {
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<string[]>([]);
  const making = useDeskChange(makeKey, 'The key was not made');
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={making.data ? `Key for ${name}` : 'New key'}>
      {making.data ? (
        <ShownOnce
          label="The key"
          value={making.data.key}
          says="Copy it now: it is kept as a fingerprint only and cannot be shown again."
          onDone={onClose}
        />
      ) : (
        <form
          className="flex flex-col gap-5"
          onSubmit={(event) => {
            event.preventDefault();
            making.mutate({ name, scopes: scopes.map((scope) => scopeSchema.parse(scope)) });
          }}
        >
          <Field
            label="What it is for"
            required
            maxLength={60}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          <ChoiceList label="May" options={options} chosen={scopes} onChoose={setScopes} />
          <FormFoot
            verb="Make the key"
            ready={name.trim() !== '' && scopes.length > 0}
            busy={making.isPending}
            onClose={onClose}
          />
        </form>
      )}
    </Dialog>
  );
}
