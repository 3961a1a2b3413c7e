'use client';

import { useState } from 'react';
import { keepProvider, tryProvider } from '@/app/(workspace)/settings/models/actions';
import { ConnectionTest } from '@/components/connections/connection-test';
import { LimitFields } from '@/components/connections/limit-fields';
import { FormFoot } from '@/components/settings/desk/form-foot';
import { useDeskChange } from '@/components/settings/desk/queries';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { SelectField } from '@/components/ui/select-field';
import { Switch } from '@/components/ui/switch';
import type { ProviderView } from '@/lib/models/model.schema';
import { KeyField } from './key-field';
import { draftOf, inputOf, isWhole } from './provider-draft';
import { RoleFields } from './role-fields';
import { probeSays } from './say-models';

type Props = { provider: ProviderView | null; onClose: () => void; onRemove: (provider: ProviderView) => void };

export function ProviderDialog({ provider, onClose, onRemove }: Props) {
  const [draft, setDraft] = useState(() => draftOf(provider));
  const saving = useDeskChange(
    keepProvider,
    'The provider was not saved',
    provider ? 'Saved' : 'The provider is there',
  );
  const set = (more: Partial<typeof draft>) => setDraft((now) => ({ ...now, ...more }));
  const input = inputOf(draft, provider?.id);
  return (
    <Dialog wide open onOpenChange={(open) => !open && onClose()} title={provider ? provider.name : 'New provider'}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          saving.mutate(input, { onSuccess: onClose });
        }}
      >
        <div className="grid grid-cols-2 items-start gap-x-4 gap-y-4 max-pane:grid-cols-1">
          <Field
            label="Name"
            required
            maxLength={60}
            value={draft.name}
            onChange={(event) => set({ name: event.target.value })}
          />
          <SelectField
            label="Style"
            value={draft.style}
            onChange={(event) => set({ style: event.target.value as typeof draft.style })}
          >
            <option value="chat">Chat completions: nearly every server</option>
            <option value="responses">Responses: OpenAI and a few others</option>
          </SelectField>
          <Field
            label="Address"
            type="url"
            required
            maxLength={500}
            spellCheck={false}
            placeholder="http://localhost:11434/v1"
            value={draft.url}
            onChange={(event) => set({ url: event.target.value })}
            help="Up to and with /v1. In your own house mostly port 11434 (Ollama), 8000 (vLLM) or 8080 (llama.cpp)."
          />
          <KeyField kept={provider?.hasKey ?? false} value={draft.key} onChange={(key) => set({ key })} />
        </div>
        <RoleFields roles={draft.roles} onChange={(roles) => set({ roles })} />
        <div className="grid grid-cols-3 items-start gap-4 max-pane:grid-cols-1">
          <LimitFields
            limits={draft}
            required={['seconds', 'mostAtOnce']}
            leastSeconds={0.5}
            help={{
              seconds: 'Until the first word. Then the next provider is asked.',
              mostAtOnce: 'Of each process of Baton.',
              mostPerMinute: 'Of all of them. Empty is no limit.',
            }}
            set={set}
          />
        </div>
        <Switch
          label="In use"
          help="Turned off it is kept with its key, and not asked."
          checked={draft.enabled}
          onChange={(enabled) => set({ enabled })}
        />
        <ConnectionTest test={tryProvider} ready={isWhole(draft)} input={input} says={probeSays} />
        <FormFoot
          verb={provider ? 'Save' : 'Add the provider'}
          ready={isWhole(draft)}
          busy={saving.isPending}
          onClose={onClose}
          {...(provider && { removing: { verb: 'Remove', busy: false, act: () => onRemove(provider) } })}
        />
      </form>
    </Dialog>
  );
}
