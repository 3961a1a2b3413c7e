'use client';

import { ArrowRight, CircleCheck, CircleDashed, Plus, X } from 'lucide-react';
import { useState } from 'react';
import { addQuestionTo, removeQuestionFrom } from '@/app/(workspace)/knowledge/actions';
import { IconButton } from '@/components/ui/icon-button';
import { join } from '@/components/ui/join';
import type { ArticleView } from '@/lib/knowledge/article.schema';
import type { DraftText } from '@/lib/pipeline/preview.schema';
import { useAskedQuestions, useKnowledgeChange } from './queries';

type Props = { article: ArticleView; draft: DraftText | null; edits: boolean; onAsk: (question: string) => void };

/** Questions the article must answer, each asked before and after what is being written. */
export function QuestionList({ article, draft, edits, onAsk }: Props) {
  const { slug, language, questions } = article;
  const texts = questions.map(({ text }) => text);
  const asked = useAskedQuestions({ slug, language }, texts, draft, article.revision);
  const results = new Map(asked.data?.questions.map((one) => [one.id, one]));
  const passing = questions.filter(({ id }) => results.get(id)?.passes).length;
  const [text, setText] = useState('');
  const add = useKnowledgeChange(addQuestionTo, 'The question was not added');
  const remove = useKnowledgeChange(removeQuestionFrom, 'The question is still there');
  return (
    <section aria-labelledby="must-answer" className="border-b border-line px-5 pt-4 pb-4 max-pane:px-4">
      <div className="mb-1 flex h-5 items-center justify-between">
        <h3 id="must-answer" className="font-strong">
          Real questions it must answer
        </h3>
        {questions.length > 0 && asked.data && (
          <span className="text-meta text-ink-2 tabular-nums">
            {passing} of {questions.length}
          </span>
        )}
      </div>
      {questions.length === 0 && (
        <p className="text-meta text-pretty text-ink-2">
          {edits
            ? 'None yet. Add what customers ask, in their words: every change of the article is tried on it.'
            : 'None yet.'}
        </p>
      )}
      <ul>
        {questions.map(({ id, text: question }) => {
          const result = results.get(id);
          const Sign = result?.passes ? CircleCheck : CircleDashed;
          return (
            <li key={id} className="group relative flex min-h-7 items-center gap-2">
              <Sign
                size={14}
                strokeWidth={2}
                role="img"
                aria-label={result === undefined ? 'not asked yet' : result.passes ? 'answered' : 'not answered'}
                className={join(
                  'flex-none',
                  result === undefined ? 'text-ink-3' : result.passes ? 'text-solved-text' : 'text-attention-text',
                )}
              />
              <button
                type="button"
                onClick={() => onAsk(question)}
                className="min-w-0 flex-1 truncate text-left hover:text-accent-text max-pane:min-h-11"
              >
                {question}
              </button>
              {result && <Change before={result.before} after={result.after} passes={result.passes} />}
              {edits && (
                <button
                  type="button"
                  aria-label={`Take out: ${question}`}
                  onClick={() => remove.mutate({ questionId: id })}
                  className="absolute -right-1 grid size-6 place-items-center rounded-corner-small bg-canvas text-ink-3 opacity-0 group-hover:opacity-100 hover:text-ink-1 focus-visible:opacity-100 max-pane:static max-pane:size-8 max-pane:opacity-100"
                >
                  <X size={12} strokeWidth={2} aria-hidden />
                </button>
              )}
            </li>
          );
        })}
      </ul>
      {edits && (
        <form
          className="mt-1.5 flex items-center gap-1"
          onSubmit={(event) => {
            event.preventDefault();
            add.mutate({ slug, language, text }, { onSuccess: () => setText('') });
          }}
        >
          <label className="min-w-0 flex-1">
            <span className="sr-only">A question it must answer</span>
            <input
              value={text}
              maxLength={300}
              placeholder="Add a question"
              onChange={(event) => setText(event.target.value)}
              className="h-8 w-full rounded-corner border border-line-strong bg-surface px-2.5 outline-none placeholder:text-ink-3 focus:border-focus max-pane:h-11"
            />
          </label>
          <IconButton
            icon={Plus}
            type="submit"
            label="Add the question"
            disabled={text.trim().length < 3 || add.isPending}
          />
        </form>
      )}
    </section>
  );
}

function Change({ before, after, passes }: { before: number; after: number; passes: boolean }) {
  return (
    <span className="flex flex-none items-center gap-2 text-meta tabular-nums">
      <span className="text-ink-2">
        <span className="sr-only">confidence before </span>
        {before.toFixed(2)}
      </span>
      <ArrowRight size={12} strokeWidth={1.75} aria-hidden className="text-ink-3" />
      <span className={join('font-medium', passes ? 'text-solved-text' : 'text-danger-text')}>
        <span className="sr-only">after </span>
        {after.toFixed(2)}
      </span>
    </span>
  );
}
