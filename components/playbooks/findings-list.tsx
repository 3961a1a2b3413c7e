'use client';

import { CircleAlert, CircleCheck, Lightbulb, TriangleAlert } from 'lucide-react';
import { Popover } from '@/components/ui/popover';
import type { PlaybookDefinition } from '@/lib/governance/playbook.schema';
import type { PlaybookFinding } from '@/lib/governance/playbook-finding.schema';
import { startName } from './edit-playbook';
import { titleOf } from './step-words';

type Props = { definition: PlaybookDefinition; findings: PlaybookFinding[]; onGo: (node: string) => void };

const signs = {
  error: [CircleAlert, 'text-danger-text'],
  warning: [TriangleAlert, 'text-attention-text'],
  hint: [Lightbulb, 'text-ink-3'],
} as const;

/** How many things are wrong, and each of them with the way to its step. */
export function FindingsList({ definition, findings, onGo }: Props) {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.filter(({ severity }) => severity === 'warning').length;
  const Icon = errors > 0 ? CircleAlert : warnings > 0 ? TriangleAlert : CircleCheck;
  const says =
    errors > 0
      ? `${errors} wrong`
      : warnings > 0
        ? `${warnings} to look at`
        : findings.length > 0
          ? `${findings.length} ${findings.length === 1 ? 'hint' : 'hints'}`
          : 'Nothing wrong';
  return (
    <Popover
      side="bottom"
      title={findings.length === 0 ? 'Nothing is wrong with it' : 'What was found'}
      trigger={
        <button
          type="button"
          className="flex h-7 flex-none items-center gap-1.5 rounded-corner px-2 text-meta text-ink-2 hover:bg-hover max-pane:h-11"
        >
          <Icon
            size={14}
            strokeWidth={2}
            aria-hidden
            className={errors > 0 ? 'text-danger-text' : warnings > 0 ? 'text-attention-text' : 'text-solved-text'}
          />
          {says}
        </button>
      }
    >
      {findings.length === 0 ? (
        <p className="text-pretty text-ink-2">Every step leads somewhere, and every name is known.</p>
      ) : (
        <ul className="-mx-2 mt-2 flex max-h-80 flex-col overflow-y-auto">
          {findings.map((one) => {
            const [Sign, colour] = signs[one.severity];
            const node = one.node === null ? undefined : definition.nodes[one.node];
            return (
              <li key={`${one.node} ${one.field} ${one.says}`}>
                <button
                  type="button"
                  onClick={() => onGo(one.node ?? startName)}
                  className="flex w-full items-start gap-2 rounded-corner px-2 py-1.5 text-left hover:bg-hover"
                >
                  <Sign
                    size={14}
                    strokeWidth={2}
                    aria-label={one.severity}
                    className={`mt-[3px] flex-none ${colour}`}
                  />
                  <span className="min-w-0">
                    <span className="block font-medium">
                      {one.node && node ? titleOf(one.node, node) : 'The playbook'}
                    </span>
                    <span className="block text-meta text-pretty text-ink-2">{one.says}</span>
                  </span>
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </Popover>
  );
}
