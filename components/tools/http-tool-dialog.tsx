'use client';

import { useState } from 'react';
import { describeTool } from '@/app/(workspace)/automation/tools/actions';
import { FormFoot } from '@/components/settings/desk/form-foot';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { SelectField } from '@/components/ui/select-field';
import { TextAreaField } from '@/components/ui/text-area-field';
import type { ConnectorView, ToolView } from '@/lib/tools/registry.schema';
import { ArgumentRows } from './argument-rows';
import { checkDraft, draftOf, type HttpToolDraft, inputOf } from './http-tool-draft';
import { useToolChange } from './queries';

type Props = {
  connector: Pick<ConnectorView, 'id' | 'name' | 'url'>;
  tool: ToolView['tool'] | null;
  onClose: () => void;
};

/** What a tool of an HTTP API asks, and what its answers mean. */
export function HttpToolDialog({ connector, tool, onClose }: Props) {
  const [draft, setDraft] = useState(() => draftOf(tool));
  const saving = useToolChange(describeTool, 'The tool was not saved', 'Saved');
  const set = (more: Partial<HttpToolDraft>) => setDraft((now) => ({ ...now, ...more }));
  const wrong = checkDraft(draft, connector.id);
  // What nobody has begun to write is not wrong yet.
  const said = (text: string, message: string | undefined) => (text === '' ? null : (message ?? null));
  const expression = (
    label: string,
    key: 'result' | 'missing' | 'refused' | 'code' | 'message',
    placeholder: string,
  ) => (
    <Field
      label={label}
      spellCheck={false}
      maxLength={2_000}
      placeholder={placeholder}
      value={draft[key]}
      onChange={(event) => set({ [key]: event.target.value })}
    />
  );
  return (
    <Dialog wide open onOpenChange={(open) => !open && onClose()} title={tool?.name ?? `A tool of ${connector.name}`}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          saving.mutate(inputOf(draft, connector.id, tool?.id), { onSuccess: onClose });
        }}
      >
        <div className="grid grid-cols-2 items-start gap-4 max-pane:grid-cols-1">
          <Field
            label="Name"
            required
            spellCheck={false}
            maxLength={100}
            placeholder="orders.get"
            value={draft.name}
            wrong={said(draft.name, wrong?.name)}
            onChange={(event) => set({ name: event.target.value })}
          />
          <Field
            label="Title"
            required
            maxLength={120}
            placeholder="Get an order"
            value={draft.title}
            onChange={(event) => set({ title: event.target.value })}
          />
        </div>
        <TextAreaField
          label="What it does"
          rows={2}
          maxLength={4_000}
          value={draft.description}
          onChange={(event) => set({ description: event.target.value })}
          help="A model that looks things up reads it. Say what comes back, and when to use it."
        />
        <div className="grid grid-cols-[120px_1fr_200px] items-start gap-4 max-pane:grid-cols-1">
          <SelectField
            label="Method"
            value={draft.method}
            onChange={(event) => {
              const method = event.target.value as HttpToolDraft['method'];
              set({ method, ...(tool === null && { write: method !== 'GET' }) });
            }}
          >
            {['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].map((one) => (
              <option key={one}>{one}</option>
            ))}
          </SelectField>
          <Field
            label="Path"
            required
            spellCheck={false}
            maxLength={500}
            placeholder="/orders/{order}"
            value={draft.path}
            wrong={said(draft.path, wrong?.path)}
            help={`Below ${connector.url}`}
            onChange={(event) => set({ path: event.target.value })}
          />
          <SelectField
            label="What it does there"
            value={draft.write ? 'write' : 'read'}
            onChange={(event) => set({ write: event.target.value === 'write' })}
          >
            <option value="read">It only reads</option>
            <option value="write">It changes something</option>
          </SelectField>
        </div>
        <ArgumentRows args={draft.args} wrong={wrong?.args ?? null} onChange={(args) => set({ args })} />
        <fieldset>
          <legend className="text-work leading-4 font-medium">What its answers mean</legend>
          <p className="mt-1 mb-3 text-meta text-pretty text-ink-3">
            CEL over <code>status</code> and <code>body</code>. Empty: the body is the result, 404 is a missing record,
            any other 4xx a refusal.
          </p>
          <div className="grid grid-cols-2 items-start gap-4 max-pane:grid-cols-1">
            {expression('Result', 'result', '{"order": body.data}')}
            {expression('Missing when', 'missing', 'status == 404')}
            {expression('Refused when', 'refused', 'body.ok == false')}
            {expression('Code of a refusal', 'code', 'body.error.code')}
            {expression('Its words', 'message', 'body.error.message')}
          </div>
        </fieldset>
        <FormFoot
          verb={tool ? 'Save' : 'Add the tool'}
          ready={wrong === null}
          busy={saving.isPending}
          onClose={onClose}
        />
      </form>
    </Dialog>
  );
}
