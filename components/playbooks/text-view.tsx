'use client';

import { useEffect, useRef, useState } from 'react';
import { fetchJson } from '@/components/shell/fetch-json';
import { Button } from '@/components/ui/button';
import { join } from '@/components/ui/join';
import { readTextSchema, writtenTextSchema } from '@/lib/governance/playbook-text.schema';
import type { Content } from './use-playbook-draft';

type Problem = { line: number; column: number; says: string };
/** How far what is typed is from what is stored: being read, or not to be read as it stands. */
export type Unread = 'reading' | 'wrong';

type Props = {
  playbookKey: string;
  content: Content;
  edits: boolean;
  onWrite: (content: Content) => void;
  onUnread: (unread: Unread | null) => void;
};

/** A pause in typing after which the text is read. */
const restMs = 500;

/** The same playbook as a text: what is written here stands on the canvas as soon as it can be read. */
export function TextView({ playbookKey, content, edits, onWrite, onUnread }: Props) {
  const [text, setText] = useState<string | null>(null);
  const [problems, setProblems] = useState<Problem[]>([]);
  const [failed, setFailed] = useState<string | null>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const gutter = useRef<HTMLDivElement>(null);
  const mine = useRef<Content | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => {
    // What came of one's own text does not write over it.
    if (mine.current === content) return;
    const reading = new AbortController();
    fetchJson('/api/playbooks/text', writtenTextSchema, reading.signal, { key: playbookKey, ...content })
      .then((written) => {
        setText(written.text);
        setProblems([]);
        setFailed(null);
        onUnread(null);
      })
      .catch((error: unknown) => {
        if (!reading.signal.aborted) setFailed(error instanceof Error ? error.message : 'The server did not answer.');
      });
    return () => reading.abort();
  }, [playbookKey, content, onUnread]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const read = async (typed: string) => {
    try {
      const answer = await fetchJson('/api/playbooks/text', readTextSchema, undefined, { text: typed });
      if (area.current?.value !== typed) return;
      setFailed(null);
      const found = answer.ok ? otherKey(answer.key, playbookKey) : answer.problems;
      setProblems(found);
      onUnread(found.length > 0 ? 'wrong' : null);
      if (!answer.ok || found.length > 0) return;
      const next = { definition: answer.definition, cases: answer.cases };
      mine.current = next;
      onWrite(next);
    } catch (error) {
      onUnread('wrong');
      setFailed(error instanceof Error ? error.message : 'The server did not answer.');
    }
  };
  const type = (typed: string) => {
    setText(typed);
    onUnread('reading');
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void read(typed), restMs);
  };
  const go = ({ line, column }: Problem) => {
    const before = (text ?? '')
      .split('\n')
      .slice(0, line - 1)
      .join('\n');
    const at = before.length + (line > 1 ? 1 : 0) + column - 1;
    area.current?.focus();
    area.current?.setSelectionRange(at, at);
    area.current?.scrollTo({ top: Math.max(0, (line - 8) * 20) });
  };
  const lines = (text ?? '').split('\n');
  const wrong = new Set(problems.map(({ line }) => line));
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col bg-surface">
      <div className="flex min-h-0 flex-1 overflow-hidden font-mono text-meta">
        <div
          ref={gutter}
          aria-hidden
          className="w-12 flex-none overflow-hidden bg-canvas pt-14 pb-4 text-right text-ink-3 select-none"
        >
          {lines.map((_, at) => (
            <div
              // biome-ignore lint/suspicious/noArrayIndexKey: lines are their numbers
              key={at}
              className={join('h-5 pr-3 leading-5', wrong.has(at + 1) && 'bg-danger-tint text-danger-text')}
            >
              {at + 1}
            </div>
          ))}
        </div>
        <textarea
          ref={area}
          aria-label="The playbook as text"
          aria-invalid={problems.length > 0 || undefined}
          value={text ?? ''}
          readOnly={!edits || text === null}
          spellCheck={false}
          wrap="off"
          onChange={(event) => type(event.target.value)}
          onScroll={(event) => {
            if (gutter.current) gutter.current.scrollTop = event.currentTarget.scrollTop;
          }}
          className="focus-inside min-h-0 min-w-0 flex-1 resize-none bg-transparent px-3 pt-14 pb-4 leading-5 outline-none"
        />
      </div>
      {(problems.length > 0 || failed) && (
        <div
          role="alert"
          className="max-h-40 flex-none overflow-y-auto border-t border-danger-line bg-danger-tint px-4 py-2 text-danger-text"
        >
          {failed && (
            <p className="flex items-center gap-3">
              <span className="flex-1">{failed} What you wrote is still here.</span>
              {text !== null && <Button onClick={() => void read(text)}>Read it again</Button>}
            </p>
          )}
          {problems.map((one) => (
            <button
              key={`${one.line} ${one.column} ${one.says}`}
              type="button"
              onClick={() => go(one)}
              className="flex w-full gap-3 py-0.5 text-left"
            >
              <span className="w-24 flex-none tabular-nums">
                Line {one.line}:{one.column}
              </span>
              <span className="min-w-0 text-pretty">{one.says}</span>
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

const otherKey = (key: string, playbookKey: string): Problem[] =>
  key === playbookKey
    ? []
    : [{ line: 1, column: 1, says: `The key stays ${playbookKey}; another would be another playbook.` }];
