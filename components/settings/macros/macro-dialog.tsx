'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { toast } from 'sonner';
import { archive, save } from '@/app/(workspace)/settings/macros/actions';
import { usePeople } from '@/components/inbox/queries';
import { useMe } from '@/components/shell/me';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { SelectField } from '@/components/ui/select-field';
import { TextAreaField } from '@/components/ui/text-area-field';
import type { MacroInput, MacroView } from '@/lib/conversations/macro.schema';
import { fillVariables, type VariableName, variables } from '@/lib/format/fill-variables';
import { firstName } from '@/lib/format/initials';
import { MacroActionsField } from './macro-actions-field';

const names = Object.keys(variables) as VariableName[];

/** Makes a macro or changes one, with what it would write to somebody beside it. */
export function MacroDialog({ macro, onClose }: { macro: MacroView | null; onClose: () => void }) {
  const me = useMe();
  const client = useQueryClient();
  const { data: desk } = usePeople(true);
  const organises = me.permissions.includes('desk.organise');
  const [draft, setDraft] = useState<MacroInput>({
    name: macro?.name ?? '',
    text: macro?.text ?? '',
    actions: macro?.actions ?? [],
    shared: macro?.shared ?? organises,
    teamId: macro?.team?.id ?? null,
  });
  const change = (more: Partial<MacroInput>) => setDraft((now) => ({ ...now, ...more }));
  const settle = (result: { ok: true } | { ok: false; message: string } | null, done: string) => {
    if (!result?.ok) throw new Error(result?.message ?? 'The server cannot be reached.');
    void client.invalidateQueries({ queryKey: ['desk', 'macros'] });
    toast.success(done);
    onClose();
  };
  const onError = (error: Error) => toast.error('The macro was not changed', { description: error.message });
  const saving = useMutation({
    mutationFn: async () => settle(await save({ id: macro?.id ?? null, macro: draft }).catch(() => null), 'Saved'),
    onError,
  });
  const archiving = useMutation({
    mutationFn: async () => settle(await archive({ id: macro?.id ?? '' }).catch(() => null), 'Put away'),
    onError,
  });
  const mine = macro === null || macro.mine;
  const shown = fillVariables(draft.text, {
    'customer.first_name': 'Maya',
    'customer.name': 'Maya Lindqvist',
    'agent.first_name': firstName(me.name),
    'agent.name': me.name,
    'conversation.number': '1042',
    'order.number': 'NL-48213',
    'workspace.name': me.workspace,
  });
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={macro ? macro.name : 'New macro'}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          saving.mutate();
        }}
      >
        <fieldset disabled={!mine} className="contents">
          <Field
            label="Name"
            required
            maxLength={120}
            value={draft.name}
            onChange={(event) => change({ name: event.target.value })}
          />
          <TextAreaField
            label="Text"
            rows={4}
            maxLength={5_000}
            value={draft.text}
            wrong={shown.unknown.length > 0 ? `Nothing is called ${shown.unknown.join(', ')}.` : null}
            help="Without a text it does at once what stands below."
            onChange={(event) => change({ text: event.target.value })}
          />
          <fieldset aria-label="Variables" className="-mt-2 flex flex-wrap gap-1">
            {names.map((name) => (
              <button
                key={name}
                type="button"
                title={variables[name]}
                onClick={() => change({ text: `${draft.text}{{${name}}}` })}
                className="h-6 rounded-corner-small bg-fill px-1.5 text-meta text-ink-2 hover:text-ink-1 max-pane:h-11"
              >
                {name}
              </button>
            ))}
          </fieldset>
          {shown.text !== '' && (
            <section aria-label="Preview" className="rounded-corner bg-fill px-3 py-2">
              <h3 className="text-meta text-ink-3">To Maya Lindqvist it would say</h3>
              <p className="mt-0.5 text-talk whitespace-pre-wrap">{shown.text}</p>
            </section>
          )}
          <MacroActionsField
            actions={draft.actions}
            people={desk?.people ?? []}
            teams={desk?.teams ?? []}
            onChange={(actions) => change({ actions })}
          />
          <SelectField
            label="For"
            value={draft.shared ? (draft.teamId ?? 'all') : 'me'}
            disabled={!organises}
            help={organises ? undefined : 'Supervisors share macros with everybody or a team.'}
            onChange={({ target: { value } }) =>
              change({ shared: value !== 'me', teamId: value === 'me' || value === 'all' ? null : value })
            }
          >
            <option value="me">Only you</option>
            <option value="all">Everybody</option>
            {desk?.teams.map((team) => (
              <option key={team.id} value={team.id}>
                {team.name}
              </option>
            ))}
          </SelectField>
        </fieldset>
        <div className="flex justify-end gap-2">
          {macro && mine && (
            <Button
              size="form"
              look="danger-plain"
              className="mr-auto"
              busy={archiving.isPending}
              onClick={() => archiving.mutate()}
            >
              Put away
            </Button>
          )}
          <Button size="form" look="plain" onClick={onClose}>
            {mine ? 'Cancel' : 'Close'}
          </Button>
          {mine && (
            <Button
              size="form"
              look="filled"
              type="submit"
              busy={saving.isPending}
              disabled={draft.name.trim() === '' || (draft.text.trim() === '' && draft.actions.length === 0)}
            >
              Save
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  );
}
