import { Badge } from '@/components/ui/badge';
import type { ToolView } from '@/lib/tools/registry.schema';
import { readFields } from './read-fields';

/** What it takes, as a table. */
export function ToolArguments({ tool }: { tool: ToolView['tool'] }) {
  const fields = readFields(tool.inputSchema);
  if (fields.length === 0) return <p className="text-ink-2">It takes no arguments.</p>;
  const head = 'h-8 border-b border-line pr-4 font-text whitespace-nowrap';
  const cell = 'border-b border-line py-2 pr-4 align-top';
  return (
    <table className="w-full border-separate border-spacing-0">
      <thead>
        <tr className="text-left text-meta text-ink-3">
          <th scope="col" className={head}>
            Argument
          </th>
          <th scope="col" className={head}>
            Is
          </th>
          <th scope="col" className={`${head} max-pane:hidden`}>
            Means
          </th>
        </tr>
      </thead>
      <tbody className="[&>tr:last-child>td]:border-b-0">
        {fields.map(({ name, type, required, says, bounds, choices }) => (
          <tr key={name}>
            <td className={cell}>
              <span className="flex flex-wrap items-center gap-1.5">
                <span className="font-medium [overflow-wrap:anywhere]">{name}</span>
                {name === tool.subjectArgument && <Badge tone="accent">Subject, set by Baton</Badge>}
                {name === tool.keyArgument && <Badge tone="accent">Key, set by Baton</Badge>}
              </span>
              {!required && <span className="block text-meta text-ink-3">may be left out</span>}
            </td>
            <td className={cell}>
              {type}
              {(bounds || choices.length > 0) && (
                <span className="block text-meta [overflow-wrap:anywhere] text-ink-3">
                  {choices.length > 0 ? choices.join(', ') : bounds}
                </span>
              )}
            </td>
            <td className={`${cell} text-pretty [overflow-wrap:anywhere] text-ink-2 max-pane:hidden`}>{says || '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
