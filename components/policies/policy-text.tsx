'use client';

import { useEffect, useRef, useState } from 'react';
import { toast } from 'sonner';
import { ListFailed } from '@/components/inbox/list-states';
import { join } from '@/components/ui/join';
import { Skeleton } from '@/components/ui/skeleton';
import type { PolicyDefinition } from '@/lib/governance/policy.schema';
import type { ReadText } from '@/lib/governance/policy-view.schema';
import { readPolicyText, usePolicyText } from './queries';

type Props = {
  policyKey: string;
  definition: PolicyDefinition;
  edits: boolean;
  onChange: (definition: PolicyDefinition) => void;
  /** What is wrong with the text; it is not kept while something is. */
  onProblems: (count: number) => void;
};

/** A pause in typing after which the text is read. */
const restMs = 500;

/**
 * The whole policy as text, and the same draft as the rules beside it: what can be read is taken over while one writes, and
 * what is changed elsewhere is written anew here.
 */
export function PolicyText({ policyKey, definition, edits, onChange, onProblems }: Props) {
  const written = usePolicyText(policyKey, definition);
  const [text, setText] = useState<string | null>(null);
  const [problems, setProblems] = useState<ReadText['problems']>([]);
  const given = useRef<PolicyDefinition | null>(null);
  /** What stood here when the first letter was typed. */
  const begun = useRef<PolicyDefinition | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const asked = useRef(0);
  const stands = useRef(definition);
  useEffect(() => {
    stands.current = definition;
  }, [definition]);

  // Changed elsewhere, by undo or by somebody else: what is typed here is about another policy then, and what could not
  // be read yet would write over it. It is kept where it can be pasted from.
  useEffect(() => {
    const known = given.current ?? begun.current;
    if (text === null || known === definition) return;
    if (given.current === null) {
      void navigator.clipboard?.writeText(text).catch(() => undefined);
      toast('The policy was changed elsewhere', { description: 'Your text is in the clipboard.' });
    }
    clearTimeout(timer.current);
    asked.current++;
    given.current = null;
    setText(null);
    setProblems([]);
  }, [definition, text]);
  useEffect(() => onProblems(problems.length), [problems, onProblems]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const read = async (next: string) => {
    const turn = ++asked.current;
    const found = await readPolicyText(next).catch(
      (error: Error): ReadText => ({
        policy: null,
        problems: [{ line: 1, column: 1, says: error.message }],
      }),
    );
    if (turn !== asked.current) return;
    const { policy } = found;
    if (policy && policy.key !== policyKey)
      setProblems([{ line: 1, column: 1, says: `The key stays “${policyKey}”: another one is another policy.` }]);
    else {
      setProblems(found.problems);
      // A space or a comment more is the same policy: nothing comes back for it.
      if (!policy || JSON.stringify(policy.definition) === JSON.stringify(stands.current)) return;
      given.current = policy.definition;
      onChange(policy.definition);
    }
  };
  const write = (next: string) => {
    if (text === null) begun.current = definition;
    setText(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void read(next), restMs);
  };

  if (written.isError && !written.data)
    return <ListFailed what="The text" error={written.error} onRetry={() => void written.refetch()} />;
  const shown = text ?? written.data?.text;
  if (shown === undefined)
    return (
      <div role="status" aria-label="Writing the policy down" className="flex flex-col gap-3 px-6 py-5">
        {['w-40', 'w-64', 'w-52', 'w-72'].map((width) => (
          <Skeleton key={width} className={`h-2.5 ${width}`} />
        ))}
      </div>
    );
  const marked = new Set(problems.map(({ line }) => line));
  const lines = shown.split('\n');
  return (
    <section aria-label="Policy as text" className="pb-10">
      {problems.length > 0 && (
        <ul
          role="alert"
          className="border-b border-danger-line bg-danger-tint px-6 py-2 text-danger-text max-pane:px-4"
        >
          {problems.map(({ line, column, says }) => (
            <li key={`${line} ${column} ${says}`} className="text-pretty">
              <span className="tabular-nums">
                Line {line}, column {column}:
              </span>{' '}
              {says}
            </li>
          ))}
        </ul>
      )}
      <div className="grid grid-cols-[auto_minmax(0,1fr)] overflow-x-auto py-3 font-mono text-meta leading-5">
        <div aria-hidden className="px-3 text-right text-ink-3 tabular-nums select-none">
          {lines.map((_, at) => (
            <span
              // biome-ignore lint/suspicious/noArrayIndexKey: a line has nothing but its number
              key={at}
              className={join('block', marked.has(at + 1) && 'bg-danger-tint font-strong text-danger-text')}
            >
              {marked.has(at + 1) ? '●' : at + 1}
            </span>
          ))}
        </div>
        <textarea
          aria-label="The policy as YAML"
          aria-invalid={problems.length > 0 || undefined}
          readOnly={!edits}
          spellCheck={false}
          wrap="off"
          rows={lines.length}
          value={shown}
          onChange={(event) => write(event.target.value)}
          className="block w-full resize-none overflow-y-hidden bg-transparent pr-6 whitespace-pre text-ink-1 outline-none focus-visible:shadow-none"
        />
      </div>
    </section>
  );
}
