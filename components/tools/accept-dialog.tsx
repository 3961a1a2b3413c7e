'use client';

import { useState } from 'react';
import { takeTools } from '@/app/(workspace)/automation/tools/actions';
import { FormFoot } from '@/components/settings/desk/form-foot';
import { Checkbox } from '@/components/ui/checkbox';
import { Dialog } from '@/components/ui/dialog';
import type { ConnectorWithTools, ToolRow } from '@/lib/tools/registry.schema';
import { useToolChange } from './queries';

type Props = { connector: ConnectorWithTools; onClose: () => void };

/**
 * What a system offers, to be looked through before any of it is used. Reads are on unless another system has the name
 * already; writes stay off until somebody turns them on.
 */
export function AcceptDialog({ connector, onClose }: Props) {
  const tools = connector.tools.filter(({ standing }) => standing === 'new');
  const [changed, setChanged] = useState<Record<string, boolean>>({});
  const accepting = useToolChange(takeTools, 'They were not accepted', 'Accepted');
  const isOn = (tool: ToolRow) => changed[tool.id] ?? (!tool.write && !tool.shared);
  const on = tools.filter(isOn).length;
  const title = `What ${connector.name} offers`;
  if (tools.length === 0)
    return (
      <Dialog open onOpenChange={(open) => !open && onClose()} title={title}>
        <p className="text-pretty text-ink-2">
          {connector.signedIn === false
            ? 'It wants somebody to sign in before it says what it offers.'
            : (connector.lastFailure ??
              (connector.kind === 'http'
                ? 'It is connected. Describe its first tool next.'
                : 'It offers nothing that nobody has looked at yet.'))}
        </p>
        <div className="mt-5">
          <FormFoot verb="Done" ready busy={false} onClose={onClose} />
        </div>
      </Dialog>
    );
  return (
    <Dialog wide open onOpenChange={(open) => !open && onClose()} title={title}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const chosen = tools.map((tool) => ({
            id: tool.id,
            hash: tool.hash,
            write: tool.write,
            enabled: isOn(tool),
          }));
          accepting.mutate({ connectorId: connector.id, tools: chosen }, { onSuccess: onClose });
        }}
      >
        <p className="mb-3 text-pretty text-ink-2">
          These are its own words: read them as you would a stranger’s. What you tick is used from now on; writes still
          go through policies. When one of them changes later, it is held until somebody has looked at it again.
        </p>
        <ul className="border-t border-line" aria-label="Tools">
          {tools.map((tool) => (
            <li key={tool.id} className="flex items-start gap-2.5 border-b border-line py-2.5">
              <span className="mt-0.5 flex-none">
                <Checkbox
                  label={`Use ${tool.name}`}
                  checked={isOn(tool)}
                  onChange={(use) => setChanged((now) => ({ ...now, [tool.id]: use }))}
                />
              </span>
              <div className="min-w-0 flex-1">
                <p className="flex flex-wrap items-baseline gap-x-2">
                  <span className="font-medium [overflow-wrap:anywhere]">{tool.name}</span>
                  <span className="text-meta text-ink-3">
                    {tool.write ? 'writes' : 'reads'}
                    {tool.subjectArgument && `, about one customer (${tool.subjectArgument})`}
                  </span>
                </p>
                <p className="text-pretty [overflow-wrap:anywhere] text-ink-2">{tool.description || tool.title}</p>
                {tool.shared && (
                  <p className="text-meta text-attention-text">
                    Another system has a tool of this name. Turned on, both need the system’s name before theirs:{' '}
                    {connector.key}:{tool.name}.
                  </p>
                )}
              </div>
            </li>
          ))}
        </ul>
        <p className="py-3 text-meta text-ink-3">
          {on} of {tools.length} {tools.length === 1 ? 'tool is' : 'tools are'} used; the others are accepted and off.
        </p>
        <FormFoot verb="Accept" ready busy={accepting.isPending} onClose={onClose} />
      </form>
    </Dialog>
  );
}
