'use client';

import { useState } from 'react';
import { keepHook } from '@/app/(workspace)/metrics/levels/actions';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Switch } from '@/components/ui/switch';
import { type HookInput, type HookView, hookInputSchema } from '@/lib/alerts/alert.schema';
import { useTellingChange } from './queries';

type Props = { hook: HookView | null; onClose: () => void; onMade: (secret: string | null) => void };

const fresh: HookInput = { name: '', url: '', enabled: true, urgentOnly: false };

export function HookDialog({ hook, onClose, onMade }: Props) {
  const [draft, setDraft] = useState<HookInput>(() => (hook ? hookInputSchema.parse(hook) : fresh));
  const saving = useTellingChange(keepHook, 'The webhook was not saved');
  const set = (more: Partial<HookInput>) => setDraft((now) => ({ ...now, ...more }));
  const parsed = hookInputSchema.safeParse(draft);
  const urlWrong = draft.url !== '' && !hookInputSchema.shape.url.safeParse(draft.url).success;
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={hook ? hook.name : 'Add a webhook'}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (parsed.success) saving.mutate(parsed.data, { onSuccess: ({ secret }) => onMade(secret) });
        }}
      >
        <Field
          label="Name"
          value={draft.name}
          maxLength={60}
          placeholder="Pager"
          onChange={(event) => set({ name: event.target.value })}
        />
        <Field
          label="Address"
          value={draft.url}
          maxLength={500}
          spellCheck={false}
          placeholder="https://pager.example/hooks/baton"
          wrong={urlWrong ? 'Must be an address that begins with https://.' : null}
          help="An address of your own network has to be named in BATON_ALLOW_PRIVATE_HOSTS."
          onChange={(event) => set({ url: event.target.value })}
        />
        <Switch label="Only what is urgent" checked={draft.urgentOnly} onChange={(urgentOnly) => set({ urgentOnly })} />
        <Switch label="On" checked={draft.enabled} onChange={(enabled) => set({ enabled })} />
        <div className="flex justify-end gap-2">
          <Button size="form" look="plain" onClick={onClose}>
            Leave it
          </Button>
          <Button size="form" look="filled" type="submit" disabled={!parsed.success} busy={saving.isPending}>
            {hook ? 'Save the webhook' : 'Add the webhook'}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
