'use client';

import { useState } from 'react';
import { keepConnector, tryConnection } from '@/app/(workspace)/automation/tools/actions';
import { ConnectionTest } from '@/components/connections/connection-test';
import { LimitFields } from '@/components/connections/limit-fields';
import { FormFoot } from '@/components/settings/desk/form-foot';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Segments } from '@/components/ui/segments';
import { SelectField } from '@/components/ui/select-field';
import { Switch } from '@/components/ui/switch';
import type { ConnectorWithTools } from '@/lib/tools/registry.schema';
import { AuthFields } from './auth-fields';
import { type ConnectorDraft, draftOf, inputOf, isWhole } from './connector-draft';
import { LookupFields } from './lookup-fields';
import { useToolChange } from './queries';

type Props = {
  connector: ConnectorWithTools | null;
  onClose: () => void;
  /** It was connected for the first time: its tools are to be looked through. */
  onSaved: (id: string) => void;
};

const addresses = {
  mcp: { placeholder: 'https://tools.example.com/mcp', help: 'Streamable HTTP; it mostly ends with /mcp.' },
  http: { placeholder: 'https://api.example.com/v1', help: 'What all its tools have in common.' },
};

export function ConnectorDialog({ connector, onClose, onSaved }: Props) {
  const [draft, setDraft] = useState(() => draftOf(connector));
  const saving = useToolChange(keepConnector, 'It was not saved', connector ? 'Saved' : undefined);
  const set = (more: Partial<ConnectorDraft>) => setDraft((now) => ({ ...now, ...more }));
  const input = inputOf(draft, connector);
  const ready = isWhole(draft);
  return (
    <Dialog wide open onOpenChange={(open) => !open && onClose()} title={connector?.name ?? 'Connect a system'}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          saving.mutate(input, { onSuccess: ({ id }) => (connector ? onClose() : onSaved(id)) });
        }}
      >
        {!connector && (
          <div>
            <Segments
              label="Kind of system"
              options={[
                ['mcp', 'MCP server'],
                ['http', 'HTTP API'],
              ]}
              chosen={draft.kind}
              onChoose={(kind) => set({ kind, way: 'bearer' })}
            />
            <p className="mt-1.5 text-meta text-pretty text-ink-3">
              {draft.kind === 'mcp'
                ? 'It says itself what it offers. You look through its tools before any of them is used.'
                : 'You describe each of its tools: the request, its arguments, and what the answers mean.'}
            </p>
          </div>
        )}
        <div className="grid grid-cols-2 items-start gap-4 max-pane:grid-cols-1">
          <Field
            label="Name"
            required
            maxLength={80}
            value={draft.name}
            onChange={(event) => set({ name: event.target.value })}
          />
          <Field
            label="Address"
            type="url"
            required
            maxLength={500}
            spellCheck={false}
            placeholder={addresses[draft.kind].placeholder}
            value={draft.url}
            onChange={(event) => set({ url: event.target.value })}
            help={addresses[draft.kind].help}
          />
        </div>
        <AuthFields draft={draft} kept={connector?.hasSecret ?? false} set={set} />
        <div className="grid grid-cols-2 items-start gap-4 max-pane:grid-cols-1">
          <SelectField
            label="Whose data it is told"
            value={draft.identity}
            onChange={(event) => set({ identity: event.target.value as ConnectorDraft['identity'] })}
            help="Set by Baton from what is verified of the customer, never by a model or a message."
          >
            <option value="none">Nobody’s: its tools are about no customer</option>
            <option value="account">The customer’s account number</option>
            <option value="email">The customer’s verified email address</option>
          </SelectField>
          <LimitFields
            limits={draft}
            required={['mostAtOnce']}
            help={{
              seconds: 'Then a call is given up. Empty: 2.5 for reads, 3 for writes.',
              mostAtOnce: 'Of each process of Baton. Others wait in line.',
              mostPerMinute: 'Of all processes together. Empty is no limit.',
            }}
            set={set}
          />
        </div>
        <div className="grid grid-cols-2 items-start gap-4 max-pane:grid-cols-1">
          <Switch
            label="Sandbox"
            help="Nothing in it is real: writes may be tried for real from here."
            checked={draft.sandbox}
            onChange={(sandbox) => set({ sandbox })}
          />
          {connector && (
            <Switch
              label="In use"
              help="Turned off, it is kept and none of its tools is called."
              checked={draft.enabled}
              onChange={(enabled) => set({ enabled })}
            />
          )}
        </div>
        {connector && draft.identity === 'account' && (
          <LookupFields connector={connector} lookup={draft.lookup} onChange={(lookup) => set({ lookup })} />
        )}
        <ConnectionTest
          test={tryConnection}
          ready={ready}
          input={input}
          says="Asks who is there and what it offers. Nothing is changed."
        />
        <FormFoot verb={connector ? 'Save' : 'Connect'} ready={ready} busy={saving.isPending} onClose={onClose} />
      </form>
    </Dialog>
  );
}
