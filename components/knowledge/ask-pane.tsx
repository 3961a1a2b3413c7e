'use client';

import { CornerDownLeft, FileText, UserRoundCheck } from 'lucide-react';
import { useState } from 'react';
import { ListFailed } from '@/components/inbox/list-states';
import { AssistantAvatar } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import { BatonMark } from '@/components/ui/baton-mark';
import { Confidence } from '@/components/ui/confidence';
import { join } from '@/components/ui/join';
import { Link } from '@/components/ui/link';
import { Skeleton } from '@/components/ui/skeleton';
import type { ArticleView } from '@/lib/knowledge/article.schema';
import type { DraftText, PreviewAnswer } from '@/lib/pipeline/preview.schema';
import { usePreview } from './queries';
import { QuestionList } from './question-list';
import { articleHref } from './use-knowledge-place';
import { useRested } from './use-rested';
import { UsesSection } from './uses-section';

/** A pause in typing after which everything is asked again, with what was written. */
const restMs = 500;

type Props = {
  article: ArticleView;
  /** What stands in the editor; null where it is what is live. */
  draft: DraftText | null;
  edits: boolean;
};

/** What the assistant would say from this article: for one question now, and for those it must answer. */
export function AskPane({ article, draft, edits }: Props) {
  // The first of its own questions to begin with: an empty field shows nothing of what this is for.
  const [asked, setAsked] = useState(article.questions[0]?.text ?? '');
  const [typed, setTyped] = useState(asked);
  const ask = (question: string) => {
    setTyped(question);
    setAsked(question);
  };
  const draftNow = useRested(draft, restMs);
  return (
    <aside aria-label="What would the assistant answer?" className="flex min-h-0 flex-1 flex-col bg-canvas">
      <h2 className="flex h-10 flex-none items-center gap-2 border-b border-line px-5 font-strong max-pane:h-12 max-pane:px-4">
        <AssistantAvatar size={20} />
        What would the assistant answer?
      </h2>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <form
          className="px-5 pt-4 pb-2 max-pane:px-4"
          onSubmit={(event) => {
            event.preventDefault();
            if (typed.trim().length >= 2) setAsked(typed.trim());
          }}
        >
          <label className="flex h-8 items-center gap-2 rounded-corner border border-line-control bg-surface pr-1.5 pl-2.5 focus-within:border-focus focus-within:shadow-[0_0_0_2px_color-mix(in_oklch,var(--focus)_28%,transparent)] max-pane:h-11">
            <span className="sr-only">A customer’s question</span>
            <input
              value={typed}
              maxLength={500}
              placeholder="Ask as a customer would"
              onChange={(event) => setTyped(event.target.value)}
              className="min-w-0 flex-1 bg-transparent outline-none placeholder:text-ink-3 focus-visible:shadow-none"
            />
            <button
              type="submit"
              aria-label="Ask"
              disabled={typed.trim().length < 2}
              className="grid size-5 place-items-center rounded-corner-small bg-fill text-ink-3 max-pane:size-8"
            >
              <CornerDownLeft size={12} strokeWidth={2} aria-hidden />
            </button>
          </label>
        </form>
        {asked !== '' && <Answers article={article} question={asked} draft={draftNow} />}
        {article.audience === 'agents' && (
          <p className="px-5 py-3 text-meta text-pretty text-ink-2 max-pane:px-4">
            Only agents read this article: the assistant never answers a customer from it.
          </p>
        )}
        <QuestionList article={article} draft={draftNow} edits={edits} onAsk={ask} />
        <UsesSection article={article} />
      </div>
    </aside>
  );
}

type AnswersProps = { article: ArticleView; question: string; draft: DraftText | null };

function Answers({ article, question, draft }: AnswersProps) {
  const preview = usePreview(article, question, draft, article.revision);
  if (preview.isError)
    return <ListFailed what="The answer" error={preview.error} onRetry={() => void preview.refetch()} />;
  if (!preview.data)
    return (
      <div
        role="status"
        aria-label="Asking the articles"
        className="flex flex-col gap-2.5 border-b border-line px-5 py-4"
      >
        <Skeleton className="h-4 w-16" />
        <Skeleton className="h-2.5 w-11/12" />
        <Skeleton className="h-2.5 w-3/4" />
      </div>
    );
  const { live, draft: drafted } = preview.data;
  const never = article.publishedAt === null;
  return (
    <div aria-live="polite" className={join(preview.isPlaceholderData && 'opacity-60')}>
      <Answer label={never ? 'Without this article' : `v${article.version}, live`} answer={live} />
      {drafted && <Answer label={`v${article.version + 1}, with the draft`} answer={drafted} violet />}
    </div>
  );
}

function Answer({ label, answer, violet }: { label: string; answer: PreviewAnswer; violet?: boolean }) {
  return (
    <section aria-label={label} className="border-b border-line px-5 pt-2 pb-4 max-pane:px-4">
      <div className="mb-1.5 flex h-5 items-center justify-between">
        <Badge tone={violet ? 'assistant' : 'quiet'} sign={violet ? <BatonMark size={12} /> : undefined}>
          {label}
        </Badge>
        <Confidence value={answer.confidence} />
      </div>
      {answer.kind === 'handoff' ? (
        <p className="flex gap-2 text-talk text-pretty text-ink-2">
          <UserRoundCheck size={16} strokeWidth={1.75} aria-hidden className="mt-[3px] flex-none text-ink-3" />
          {answer.why}
        </p>
      ) : (
        <>
          <p className={join('text-talk text-pretty', answer.tier === 'escalated' && 'text-ink-2')}>
            {answer.sentences.map(({ text, source }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: sentences have no other name, and may repeat
              <span key={at}>
                <span className="underline decoration-assistant decoration-dotted underline-offset-4">{text}</span>
                <sup className="ml-0.5 text-meta text-assistant-text">{source + 1}</sup>{' '}
              </span>
            ))}
          </p>
          <ol className="mt-1.5 flex flex-col gap-0.5 text-meta text-ink-2">
            {answer.sources.map((source, at) => (
              <li key={`${source.slug} ${source.heading}`} className="flex min-w-0 items-center gap-1.5">
                <FileText size={12} strokeWidth={2} aria-hidden className="flex-none text-ink-3" />
                <span className="flex-none">{at + 1}</span>
                {source.own ? (
                  <span className="truncate">{placeOf(source)}</span>
                ) : (
                  <Link
                    href={articleHref(source)}
                    className="truncate underline decoration-line-strong underline-offset-2 hover:text-ink-1"
                  >
                    {placeOf(source)}
                  </Link>
                )}
              </li>
            ))}
          </ol>
          {answer.tier !== 'autonomous' && (
            <p className="mt-1.5 text-meta text-pretty text-attention-text">
              {answer.tier === 'escalated' ? 'Too unsure: a person would get it. ' : 'Sent, then reviewed. '}
              {answer.why}
            </p>
          )}
        </>
      )}
    </section>
  );
}

const placeOf = ({ title, heading }: { title: string; heading: string }) =>
  heading === title ? title : `${title}, ${heading}`;
