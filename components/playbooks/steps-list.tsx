'use client';

import { CircleAlert, TriangleAlert, Zap } from 'lucide-react';
import { join } from '@/components/ui/join';
import type { PlaybookDefinition } from '@/lib/governance/playbook.schema';
import { edgesOf } from '@/lib/governance/playbook.schema';
import type { PlaybookFinding } from '@/lib/governance/playbook-finding.schema';
import { startName, stepsOf, unfinished } from './edit-playbook';
import { stepSigns } from './step-signs';
import { describeStep, kindNames, sayWay, titleOf } from './step-words';

type Props = {
  definition: PlaybookDefinition;
  findings: PlaybookFinding[];
  chosen: string | null;
  /** Without it the list only shows. */
  onOpen?: (name: string) => void;
  lit?: ReadonlySet<string>;
};

/** The steps in the order in which they are walked, each with where it leads: the canvas for those who do not see it. */
export function StepsList({ definition, findings, chosen, onOpen, lit }: Props) {
  const steps = inWalkingOrder(definition);
  const title = (name: string) => (name === unfinished ? 'nowhere yet' : titleOf(name, definition.nodes[name]!));
  return (
    <ol aria-label="Steps" className="flex flex-col">
      {onOpen && (
        <li className="border-b border-line">
          <button
            type="button"
            aria-pressed={chosen === startName}
            onClick={() => onOpen(startName)}
            className="focus-inside flex min-h-11 w-full items-center gap-3 px-4 py-2 text-left hover:bg-hover"
          >
            <Zap size={16} strokeWidth={1.75} aria-hidden className="flex-none text-ink-3" />
            <span className="font-medium">What starts it</span>
          </button>
        </li>
      )}
      {steps.map(([name, node]) => {
        const Sign = stepSigns[node.kind];
        const wrong = findings.find((one) => one.node === name && one.severity !== 'hint');
        const ways = edgesOf(node);
        const text = (
          <>
            <Sign
              size={16}
              strokeWidth={1.75}
              aria-hidden
              className={join('mt-0.5 flex-none', lit?.has(name) ? 'text-assistant' : 'text-ink-3')}
            />
            <span className="min-w-0 flex-1">
              <span className="flex items-center gap-2">
                <span className="truncate font-medium">{titleOf(name, node)}</span>
                <span className="flex-none text-meta text-ink-3">{kindNames[node.kind]}</span>
              </span>
              <span className="block truncate text-meta text-ink-2">{describeStep(node)}</span>
              {ways.length > 0 && (
                <span className="block text-meta text-pretty text-ink-3">
                  {ways.map(({ by, to }) => [sayWay(node, by), title(to)].filter(Boolean).join(': ')).join(' · ')}
                </span>
              )}
              {wrong && (
                <span
                  className={join(
                    'flex items-start gap-1 text-meta',
                    wrong.severity === 'error' ? 'text-danger-text' : 'text-attention-text',
                  )}
                >
                  {wrong.severity === 'error' ? (
                    <CircleAlert size={12} strokeWidth={2} aria-hidden className="mt-0.5 flex-none" />
                  ) : (
                    <TriangleAlert size={12} strokeWidth={2} aria-hidden className="mt-0.5 flex-none" />
                  )}
                  {wrong.says}
                </span>
              )}
            </span>
          </>
        );
        return (
          <li key={name} className="border-b border-line last:border-0">
            {onOpen ? (
              <button
                type="button"
                aria-pressed={chosen === name}
                onClick={() => onOpen(name)}
                className={join(
                  'focus-inside flex min-h-11 w-full items-start gap-3 px-4 py-2 text-left',
                  chosen === name ? 'bg-selected' : 'hover:bg-hover',
                )}
              >
                {text}
              </button>
            ) : (
              <div className="flex items-start gap-3 py-2">{text}</div>
            )}
          </li>
        );
      })}
    </ol>
  );
}

function inWalkingOrder(definition: PlaybookDefinition) {
  const seen = new Set<string>();
  const go = (name: string): void => {
    const node = definition.nodes[name];
    if (!node || seen.has(name) || name === unfinished) return;
    seen.add(name);
    for (const { to } of edgesOf(node)) go(to);
  };
  go(definition.start);
  const steps = new Map(stepsOf(definition));
  return [...new Set([...seen, ...steps.keys()])].map((name) => [name, steps.get(name)!] as const);
}
