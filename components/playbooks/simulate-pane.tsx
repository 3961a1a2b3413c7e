'use client';

import { Check, FlaskConical, Play, RotateCcw } from 'lucide-react';
import { useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { join } from '@/components/ui/join';
import { Menu, MenuGroup, MenuItem } from '@/components/ui/menu';
import { useShortcuts } from '@/components/ui/use-shortcuts';
import type { PlaybookDefinition } from '@/lib/governance/playbook.schema';
import type { Behaves } from '@/lib/governance/playbook-case.schema';
import { CustomerPick } from './customer-pick';
import { TraceList } from './trace-list';
import type { SimulationDesk } from './use-simulation';

type Props = {
  definition: PlaybookDefinition;
  desk: SimulationDesk;
  /** Null while the playbook cannot be walked: a field is empty or malformed. */
  runs: boolean;
  onKeep: (() => void) | null;
  onGo: (node: string) => void;
};

const ways = [
  ['fails', 'fails'],
  ['silent', 'is silent'],
  ['missing', 'knows no such record'],
] as const;

export const sayBehaves = (tool: string, behaves: Behaves): string =>
  typeof behaves === 'string'
    ? `${tool} ${ways.find(([key]) => key === behaves)?.[1] ?? behaves}`
    : `${tool} refuses: ${behaves.refused}`;

/** Who writes, what, and what is otherwise than usual: a try that nobody hears of. */
export function SimulatePane({ definition, desk, runs, onKeep, onGo }: Props) {
  const id = useId();
  const [says, setSays] = useState('');
  const [refuses, setRefuses] = useState<{ tool: string; code: string } | null>(null);
  const { as, but, steps, state } = desk;
  const tools = [
    ...new Set(Object.values(definition.nodes).flatMap((node) => ('tool' in node && node.tool ? [node.tool] : []))),
  ];
  const running = state.kind === 'running';
  const start = () => {
    const text = says.trim();
    if (!runs || running) return;
    if (text) void desk.run([text]);
    else if (desk.given.length > 0) void desk.run(desk.given);
  };
  useShortcuts([['Mod+Enter', start]]);
  const behave = (tool: string, how: Behaves | null) => {
    const { [tool]: _, ...others } = but.tools;
    desk.setBut({ ...but, tools: how === null ? others : { ...others, [tool]: how } });
  };
  return (
    <section aria-label="Simulate" className="flex min-h-0 flex-1 flex-col">
      <div className="flex-none border-b border-line px-4 pt-3 pb-4">
        <div className="mb-3 flex items-center gap-2">
          <FlaskConical size={16} strokeWidth={1.75} aria-hidden className="text-ink-3" />
          <h2 className="flex-1 font-strong">Simulate</h2>
          <Button icon={Play} keys={['⌘', '⏎']} busy={running} disabled={!runs} onClick={start}>
            Run
          </Button>
        </div>
        <div className="grid grid-cols-[36px_1fr] gap-x-2 gap-y-2">
          <span className="pt-1.5 text-meta text-ink-3">As</span>
          <CustomerPick as={as} onPick={desk.setAs} />
          <label htmlFor={`${id}-says`} className="pt-1.5 text-meta text-ink-3">
            Says
          </label>
          <textarea
            id={`${id}-says`}
            rows={2}
            value={says}
            maxLength={2_000}
            placeholder={`Something like “${definition.wants.toLowerCase().slice(0, 60)}”`}
            onChange={(event) => setSays(event.target.value)}
            className="block max-h-40 w-full resize-none rounded-corner border border-line-control bg-surface px-2.5 py-1.5 outline-none [field-sizing:content] focus:border-focus focus-visible:shadow-[0_0_0_2px_color-mix(in_oklch,var(--focus)_28%,transparent)]"
          />
          <span className="pt-1 text-meta text-ink-3">But</span>
          <div className="flex min-w-0 flex-wrap gap-1.5">
            <Pressable on={!as.verified} onPress={() => desk.setAs({ ...as, verified: !as.verified })}>
              Not verified
            </Pressable>
            {Object.entries(but.tools).map(([tool, how]) => (
              <Pressable key={tool} on onPress={() => behave(tool, null)}>
                {sayBehaves(tool, how)}
              </Pressable>
            ))}
            <Pressable
              on={but.now !== undefined}
              onPress={() => desk.setBut({ ...but, now: but.now ? undefined : nextNight(new Date()) })}
            >
              At night
            </Pressable>
            {tools.length > 0 && (
              <Menu
                align="start"
                trigger={
                  <button type="button" className={pressClass(false)}>
                    A tool fails…
                  </button>
                }
              >
                {tools.map((tool) => (
                  <MenuGroup key={tool} label={tool}>
                    {ways.map(([key, name]) => (
                      <MenuItem key={key} chosen={but.tools[tool] === key} onChoose={() => behave(tool, key)}>
                        {name}
                      </MenuItem>
                    ))}
                    {codesOf(definition, tool).map((code) => (
                      <MenuItem
                        key={code}
                        chosen={isRefusal(but.tools[tool], code)}
                        onChoose={() => behave(tool, { refused: code })}
                      >
                        refuses with {code}
                      </MenuItem>
                    ))}
                    <MenuItem onChoose={() => setRefuses({ tool, code: '' })}>refuses with a code…</MenuItem>
                  </MenuGroup>
                ))}
              </Menu>
            )}
            {refuses && (
              <input
                // biome-ignore lint/a11y/noAutofocus: it opens because one wants to type in it
                autoFocus
                aria-label={`Code that ${refuses.tool} refuses with`}
                placeholder="Its code, then Enter"
                value={refuses.code}
                maxLength={60}
                onChange={(event) => setRefuses({ ...refuses, code: event.target.value.replace(/[^\w.-]/g, '') })}
                onBlur={() => setRefuses(null)}
                onKeyDown={(event) => {
                  if (event.key !== 'Enter' && event.key !== 'Escape') return;
                  event.preventDefault();
                  event.stopPropagation();
                  if (event.key === 'Enter' && refuses.code !== '') behave(refuses.tool, { refused: refuses.code });
                  setRefuses(null);
                }}
                className="h-6 w-full rounded-corner border border-line-control bg-surface px-2 font-mono text-meta outline-none focus:border-focus focus-visible:shadow-none max-pane:h-9"
              />
            )}
          </div>
        </div>
      </div>
      <div aria-live="polite" className={join('min-h-0 flex-1 overflow-y-auto px-4 py-3', running && 'opacity-60')}>
        {state.kind === 'failed' && (
          <p role="alert" className="mb-3 text-pretty text-danger-text">
            It could not be simulated. {state.says}
          </p>
        )}
        {steps.length === 0 ? (
          state.kind !== 'failed' && (
            <p className="text-pretty text-ink-3">
              Write what a customer would say. The real records are read, the policies are really asked, and nothing is
              changed or sent.
            </p>
          )
        ) : (
          <>
            {desk.stale && (
              <p className="mb-2 flex items-center gap-2 text-meta text-attention-text">
                <span className="flex-1">The playbook was changed since.</span>
                <Button icon={RotateCcw} onClick={() => void desk.run(desk.given)}>
                  Run again
                </Button>
              </p>
            )}
            <TraceList desk={desk} onKeep={onKeep} onGo={onGo} />
          </>
        )}
      </div>
    </section>
  );
}

/** The codes that the playbook has a way for. */
const codesOf = ({ nodes }: PlaybookDefinition, tool: string): string[] => [
  ...new Set(
    Object.values(nodes).flatMap((node) =>
      node.kind === 'act' && node.tool === tool ? Object.keys(node.failed ?? {}).filter((code) => code !== 'any') : [],
    ),
  ),
];

const isRefusal = (behaves: Behaves | undefined, code: string): boolean =>
  typeof behaves === 'object' && behaves.refused === code;

const pressClass = (on: boolean) =>
  join(
    'inline-flex h-6 max-w-full items-center gap-1 rounded-corner border px-2 text-meta font-medium max-pane:h-9',
    on ? 'border-accent-line bg-accent-tint text-accent-text' : 'border-line-strong text-ink-2 hover:bg-hover',
  );

function Pressable({ on, onPress, children }: { on: boolean; onPress: () => void; children: React.ReactNode }) {
  return (
    <button type="button" aria-pressed={on} onClick={onPress} className={pressClass(on)}>
      {on && <Check size={12} strokeWidth={2} aria-hidden className="flex-none" />}
      <span className="truncate">{children}</span>
    </button>
  );
}

/** Three in the morning, when nobody is at the desk. */
function nextNight(now: Date): string {
  const night = new Date(now);
  night.setDate(night.getDate() + 1);
  night.setHours(3, 0, 0, 0);
  return night.toISOString();
}
