import { FileCode, Settings2, ShieldCheck } from 'lucide-react';
import type { ToolView } from '@/lib/tools/registry.schema';

const signs = { playbook: FileCode, policy: ShieldCheck, setting: Settings2 };
const names = { playbook: 'Playbook', policy: 'Policy', setting: 'Setting' };

/** Where it is named in what is in force. */
export function ToolUses({ uses }: { uses: ToolView['uses'] }) {
  return (
    <section aria-labelledby="tool-uses">
      <h2 id="tool-uses" className="font-strong">
        Where it is used
      </h2>
      {uses.length === 0 ? (
        <p className="mt-1 text-pretty text-ink-2">No playbook, policy or setting in force names it.</p>
      ) : (
        <ul className="mt-2">
          {uses.map(({ kind, key, name, how }) => {
            const Sign = signs[kind];
            return (
              <li key={`${kind}-${key}`} className="flex items-baseline gap-2 py-1">
                <Sign size={14} strokeWidth={1.75} aria-hidden className="translate-y-0.5 text-ink-3" />
                <span className="min-w-0">
                  {name}
                  <span className="block text-meta text-ink-3">
                    {names[kind]}, {how}
                  </span>
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
