'use client';

import { useQueryClient } from '@tanstack/react-query';
import { ScrollText } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import { toast } from 'sonner';
import { apply } from '@/app/(workspace)/settings/macros/actions';
import { useMe } from '@/components/shell/me';
import { join } from '@/components/ui/join';
import { Link } from '@/components/ui/link';
import type { ConversationView } from '@/lib/conversations/conversation.schema';
import type { MacroView } from '@/lib/conversations/macro.schema';
import { type Filled, fillVariables, findOrderNumber, variables } from '@/lib/format/fill-variables';
import { firstName } from '@/lib/format/initials';
import { sayAction } from '@/lib/format/say-action';
import { inboxKeys } from './queries';
import { useMacros } from './use-macros';
import type { KeptText } from './use-writing';

type Props = { view: ConversationView; reply: KeptText; onClose: () => void };

/** Macros by name, with what each would write and do here; Enter takes one. */
export function MacroPicker({ view, reply, onClose }: Props) {
  const me = useMe();
  const client = useQueryClient();
  const list = useId();
  const query = useMacros();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const found = matching(query.data?.macros ?? [], typed);
  const chosen = found[Math.min(at, found.length - 1)];
  const fill = (text: string) =>
    fillVariables(text, {
      'customer.first_name': firstName(view.customer.name),
      'customer.name': view.customer.name,
      'agent.first_name': firstName(me.name),
      'agent.name': me.name,
      'conversation.number': String(view.conversation.number),
      'order.number': findOrderNumber(view.messages.map(({ text: said }) => said)),
      'workspace.name': me.workspace,
    });

  const take = async (macro: MacroView) => {
    onClose();
    if (macro.text !== '') {
      const { text } = fill(macro.text);
      reply.type(reply.text === '' ? text : `${reply.text.trimEnd()}\n\n${text}`);
      reply.act(joinActions(reply.actions, macro.actions));
    }
    const conversationId = macro.text === '' ? view.conversation.id : null;
    const result = await apply({
      macroId: macro.id,
      conversationId,
      actions: macro.text === '' ? macro.actions : [],
    }).catch(() => null);
    if (!conversationId) return;
    void client.invalidateQueries({ queryKey: inboxKeys.conversation(conversationId) });
    if (!result?.ok)
      toast.error('The macro was not carried out', { description: result?.message ?? 'The server cannot be reached.' });
    else if (result.value.undone.length > 0)
      toast.error('Not all of it was possible', { description: result.value.undone.join(' ') });
    else toast.success(macro.name, { description: macro.actions.map(sayAction).join(', ') });
  };
  const keyDown = (event: React.KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setAt((now) => (Math.min(now, found.length - 1) + step + found.length) % Math.max(1, found.length));
    else if (event.key === 'Enter' && chosen) void take(chosen);
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  useEffect(() => {
    if (chosen) document.getElementById(`${list}-${chosen.id}`)?.scrollIntoView({ block: 'nearest' });
  }, [chosen, list]);

  return (
    <section
      aria-label="Macros"
      className="absolute inset-x-[-1px] bottom-[calc(100%+6px)] z-30 flex max-h-[min(360px,50dvh)] flex-col overflow-hidden rounded-corner-float bg-raised shadow-float"
    >
      <input
        // biome-ignore lint/a11y/noAutofocus: it was asked for by a key, and typing goes on in it
        autoFocus
        role="combobox"
        aria-label="Find a macro"
        aria-expanded
        aria-controls={list}
        aria-activedescendant={chosen && `${list}-${chosen.id}`}
        placeholder="Find a macro"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={keyDown}
        onBlur={(event) => {
          if (!event.currentTarget.closest('section')?.contains(event.relatedTarget)) onClose();
        }}
        className="h-11 flex-none border-b border-line bg-transparent px-4 outline-none placeholder:text-ink-3 focus-visible:shadow-none"
      />
      <div className="flex min-h-0 flex-1">
        <div
          id={list}
          role="listbox"
          aria-label="Macros"
          className="w-64 flex-none overflow-y-auto p-1 max-pane:w-full"
        >
          {found.map((macro) => (
            <div
              key={macro.id}
              id={`${list}-${macro.id}`}
              role="option"
              tabIndex={-1}
              aria-selected={macro === chosen}
              onPointerMove={() => setAt(found.indexOf(macro))}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => void take(macro)}
              onKeyDown={keyDown}
              className={join(
                'flex h-8 cursor-default items-center gap-2 rounded-corner px-2 max-pane:h-11',
                macro === chosen && 'bg-hover',
              )}
            >
              <span className="min-w-0 flex-1 truncate">{macro.name}</span>
              {macro.team && <span className="truncate text-meta text-ink-3">{macro.team.name}</span>}
            </div>
          ))}
          {found.length === 0 && <Nothing typed={typed} pending={query.isPending} failed={query.isError} />}
        </div>
        {chosen && <Preview macro={chosen} filled={fill(chosen.text)} />}
      </div>
    </section>
  );
}

function Nothing({ typed, pending, failed }: { typed: string; pending: boolean; failed: boolean }) {
  return (
    <p className="px-2 py-3 text-meta text-pretty text-ink-2">
      {pending
        ? 'Reading macros'
        : failed
          ? 'Macros could not be read. Try again.'
          : typed
            ? 'No macro is called so.'
            : 'There are no macros yet.'}{' '}
      {!pending && !failed && (
        <Link
          href="/settings/macros"
          onMouseDown={(event) => event.preventDefault()}
          className="font-medium text-accent-text"
        >
          Arrange macros
        </Link>
      )}
    </p>
  );
}

function Preview({ macro, filled }: { macro: MacroView; filled: Filled }) {
  return (
    <div
      aria-hidden
      className="min-w-0 flex-1 overflow-y-auto border-l border-line px-4 py-3 text-ink-2 max-pane:hidden"
    >
      {filled.text && <p className="whitespace-pre-wrap text-ink-1">{filled.text}</p>}
      {macro.actions.length > 0 && (
        <p className="mt-2 text-meta">
          <ScrollText size={12} strokeWidth={2} className="mr-1.5 inline align-[-2px] text-ink-3" />
          {macro.text === '' ? 'Now: ' : 'On send: '}
          {macro.actions.map(sayAction).join(', ')}
        </p>
      )}
      {filled.missing.length > 0 && (
        <p className="mt-2 text-meta text-attention-text">
          Not known here: {filled.missing.map((name) => variables[name].toLowerCase()).join(', ')}
        </p>
      )}
      {filled.unknown.length > 0 && (
        <p className="mt-2 text-meta text-attention-text">Nothing is called {filled.unknown.join(', ')}</p>
      )}
    </div>
  );
}

/** Names that begin with what was typed come first. */
function matching(macros: MacroView[], typed: string): MacroView[] {
  const words = typed.trim().toLowerCase();
  if (words === '') return macros;
  const found = macros.filter(({ name, text }) => `${name} ${text}`.toLowerCase().includes(words));
  const begins = (macro: MacroView) => macro.name.toLowerCase().startsWith(words);
  return [...found.filter(begins), ...found.filter((macro) => !begins(macro))];
}

/** A later macro has the last word where there is only one of a kind. */
function joinActions(before: KeptText['actions'], more: KeptText['actions']): KeptText['actions'] {
  const same = (a: KeptText['actions'][number], b: KeptText['actions'][number]) =>
    a.kind === b.kind && (a.kind !== 'label' || b.kind !== 'label' || a.labelId === b.labelId);
  return [...before.filter((one) => !more.some((two) => same(one, two))), ...more].slice(0, 10);
}
