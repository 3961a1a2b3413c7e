'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { dropTool, keepTool } from '@/app/(workspace)/automation/tools/actions';
import { LimitFields } from '@/components/connections/limit-fields';
import { FormFoot } from '@/components/settings/desk/form-foot';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { SelectField } from '@/components/ui/select-field';
import { Switch } from '@/components/ui/switch';
import type { ToolSettingsInput, ToolView } from '@/lib/tools/registry.schema';
import { ExpressionRows, type Pair, pairsOf, recordOf } from './expression-rows';
import { useToolChange } from './queries';
import { riskNames } from './say-tools';

type Props = { tool: ToolView['tool']; onClose: () => void };

/** What the registry says of a tool; everything here is in force within a second. */
export function ToolSettingsDialog({ tool, onClose }: Props) {
  const { settledBy, compensatedBy } = tool;
  const [draft, setDraft] = useState({
    ...{ enabled: tool.enabled, write: tool.write, risk: tool.risk },
    ...{ subjectArgument: tool.subjectArgument, keyArgument: tool.keyArgument },
    ...{ timeoutMs: tool.timeoutMs, mostAtOnce: tool.mostAtOnce, mostPerMinute: tool.mostPerMinute },
  });
  const [back, setBack] = useState({ tool: compensatedBy?.tool ?? '', args: pairsOf(compensatedBy?.args) });
  const [asked, setAsked] = useState({
    tool: settledBy?.tool ?? '',
    args: pairsOf(settledBy?.args),
    found: settledBy?.found ?? 'answer.found',
    result: settledBy?.result ?? 'answer.result',
  });
  const saving = useToolChange(keepTool, 'It was not saved', 'Saved');
  const dropping = useToolChange(dropTool, 'It was not removed', `${tool.called} is gone`);
  const router = useRouter();
  // What its system offers would only come back.
  const removable = tool.http !== null || tool.standing === 'gone';
  const set = (more: Partial<typeof draft>) => setDraft((now) => ({ ...now, ...more }));
  const names = Object.keys((tool.inputSchema.properties ?? {}) as object);
  const input: ToolSettingsInput = {
    ...{ id: tool.id, ...draft },
    compensatedBy: back.tool.trim() === '' ? null : { tool: back.tool.trim(), args: recordOf(back.args) },
    settledBy:
      asked.tool.trim() === ''
        ? null
        : { tool: asked.tool.trim(), args: recordOf(asked.args), found: asked.found, result: asked.result },
  };
  const argument = (label: string, key: 'subjectArgument' | 'keyArgument', help: string) => (
    <SelectField
      label={label}
      value={draft[key] ?? ''}
      onChange={(event) => set({ [key]: event.target.value === '' ? null : event.target.value })}
      help={help}
    >
      <option value="">None</option>
      {names.map((name) => (
        <option key={name}>{name}</option>
      ))}
    </SelectField>
  );
  return (
    <Dialog wide open onOpenChange={(open) => !open && onClose()} title={`Settings of ${tool.called}`}>
      <form
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          saving.mutate(input, { onSuccess: onClose });
        }}
      >
        <Switch
          label="In use"
          help="Turned off, it is not called. Playbooks that name it go on as if it did not answer."
          checked={draft.enabled}
          onChange={(enabled) => set({ enabled })}
        />
        <div className="grid grid-cols-2 items-start gap-4 max-pane:grid-cols-1">
          <SelectField
            label="What it does"
            value={draft.write ? 'write' : 'read'}
            onChange={(event) => set({ write: event.target.value === 'write' })}
            help="A write is done only where a policy allows it, and stands in the ledger."
          >
            <option value="read">It only reads</option>
            <option value="write">It changes something</option>
          </SelectField>
          <SelectField
            label="Risk"
            value={draft.risk}
            onChange={(event) => set({ risk: event.target.value as typeof draft.risk })}
          >
            {Object.entries(riskNames).map(([key, name]) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </SelectField>
          {argument('Whose data', 'subjectArgument', 'Set by Baton from the verified customer, whatever is asked for.')}
          {draft.write &&
            argument('Key of a write', 'keyArgument', 'The same key must be the same effect, however often it comes.')}
        </div>
        {draft.write && (
          <>
            <fieldset className="border-t border-line pt-4">
              <legend className="sr-only">When its answer is lost</legend>
              <p className="font-medium">When its answer is lost</p>
              <p className="mt-0.5 mb-3 text-meta text-pretty text-ink-3">
                The read that tells what became of a key. Without one, people look at whatever was not answered.
              </p>
              <div className="grid grid-cols-3 items-start gap-4 max-pane:grid-cols-1">
                <Field
                  label="Ask this tool"
                  spellCheck={false}
                  placeholder="actions.status"
                  value={asked.tool}
                  onChange={(event) => setAsked((now) => ({ ...now, tool: event.target.value }))}
                />
                <Field
                  label="It was done when"
                  spellCheck={false}
                  value={asked.found}
                  onChange={(event) => setAsked((now) => ({ ...now, found: event.target.value }))}
                />
                <Field
                  label="Its result is"
                  spellCheck={false}
                  value={asked.result}
                  onChange={(event) => setAsked((now) => ({ ...now, result: event.target.value }))}
                />
              </div>
              <ExpressionRows
                label="Arguments, over key and args"
                pairs={asked.args}
                onChange={(args: Pair[]) => setAsked((now) => ({ ...now, args }))}
              />
            </fieldset>
            <fieldset className="border-t border-line pt-4">
              <legend className="sr-only">Taking it back</legend>
              <p className="font-medium">Taking it back</p>
              <p className="mt-0.5 mb-3 text-meta text-pretty text-ink-3">
                The tool that undoes it, with arguments from what was sent and what came of it.
              </p>
              <Field
                label="Undone by"
                spellCheck={false}
                placeholder="refunds.reverse"
                value={back.tool}
                onChange={(event) => setBack((now) => ({ ...now, tool: event.target.value }))}
              />
              <ExpressionRows
                label="Arguments, over args and result"
                pairs={back.args}
                onChange={(args: Pair[]) => setBack((now) => ({ ...now, args }))}
              />
            </fieldset>
          </>
        )}
        <div className="grid grid-cols-3 items-start gap-4 border-t border-line pt-4 max-pane:grid-cols-1">
          <LimitFields
            limits={{ ...draft, seconds: draft.timeoutMs === null ? null : draft.timeoutMs / 1_000 }}
            help={{ seconds: 'Empty: as its system has it.' }}
            set={({ seconds, ...more }) =>
              set({
                ...more,
                ...(seconds !== undefined && { timeoutMs: seconds === null ? null : Math.round(seconds * 1_000) }),
              })
            }
          />
        </div>
        <FormFoot
          verb="Save"
          ready
          busy={saving.isPending}
          onClose={onClose}
          {...(removable && {
            removing: {
              verb: 'Remove it',
              busy: dropping.isPending,
              act: () => dropping.mutate({ id: tool.id }, { onSuccess: () => router.push('/automation/tools') }),
            },
          })}
        />
      </form>
    </Dialog>
  );
}
