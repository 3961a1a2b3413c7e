'use client';

import { useMutation } from '@tanstack/react-query';
import { CornerDownLeft, FileText, MessageSquare, ReceiptText } from 'lucide-react';
import { useState } from 'react';
import { fetchJson, ReadFailed } from '@/components/shell/fetch-json';
import { AssistantAvatar } from '@/components/ui/avatar';
import { IconButton } from '@/components/ui/icon-button';
import { Link } from '@/components/ui/link';
import { formatMoment } from '@/lib/format/format-time';
import {
  type AskedConversation,
  type AskedSource,
  askedConversationSchema,
} from '@/lib/pipeline/ask-conversation.schema';
import { ContextSection } from './context-section';

const patienceMs = 45_000;

/** A question about this conversation, answered from what is there, with where it stands. */
export function AskSection({ conversationId }: { conversationId: string }) {
  const [question, setQuestion] = useState('');
  const asking = useMutation({
    mutationFn: (asked: string) =>
      fetchJson(
        `/api/inbox/conversations/${encodeURIComponent(conversationId)}/ask`,
        askedConversationSchema,
        undefined,
        { question: asked },
        patienceMs,
      ),
  });
  const ask = () => question.trim().length > 1 && asking.mutate(question.trim());
  return (
    <ContextSection name="Ask" title="Ask about this conversation" sign={<AssistantAvatar size={20} />}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          ask();
        }}
        className="flex h-8 items-center rounded-corner border border-line-control bg-surface pr-0.5 pl-2.5 focus-within:border-focus max-pane:h-11"
      >
        <input
          id="ask-conversation"
          aria-label="Ask about this conversation"
          placeholder="What did they order?"
          maxLength={500}
          value={question}
          onChange={(event) => setQuestion(event.target.value)}
          className="min-w-0 flex-1 bg-transparent outline-none placeholder:text-ink-3 focus-visible:shadow-none"
        />
        <IconButton icon={CornerDownLeft} label="Ask" type="submit" aria-busy={asking.isPending} />
      </form>
      <div aria-live="polite">
        {asking.isPending && <p className="mt-2 text-meta text-ink-3">Looking through it</p>}
        {asking.isError && (
          <p className="mt-2 text-meta text-danger-text">
            {asking.error instanceof ReadFailed ? asking.error.message : 'It could not be asked.'}
          </p>
        )}
        {asking.data && !asking.isPending && <Answer answer={asking.data} />}
      </div>
    </ContextSection>
  );
}

function Answer({ answer }: { answer: AskedConversation }) {
  if (answer.kind === 'nothing') return <p className="mt-2 text-pretty text-ink-2">{answer.looked}</p>;
  return (
    <div className="mt-2">
      {answer.worded && <p className="mb-2 text-pretty">{answer.worded}</p>}
      <ul className={answer.worded ? 'text-meta text-ink-2' : ''}>
        {answer.sentences.map(({ text, source }) => (
          <li key={`${source} ${text}`} className="mb-1 text-pretty [overflow-wrap:anywhere]">
            {text} <sup className="text-meta text-ink-3">{source + 1}</sup>
          </li>
        ))}
      </ul>
      <ol aria-label="Sources" className="mt-1.5 flex flex-col gap-0.5 text-meta text-ink-2">
        {answer.sources.map((source, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the number is what the sentences name
          <li key={at} className="flex min-h-5 items-center gap-1.5">
            <span className="w-3 flex-none text-ink-3 tabular-nums">{at + 1}</span>
            <Source source={source} />
          </li>
        ))}
      </ol>
    </div>
  );
}

function Source({ source }: { source: AskedSource }) {
  switch (source.kind) {
    case 'message':
      return (
        <>
          <MessageSquare size={12} strokeWidth={2} aria-hidden className="flex-none text-ink-3" />
          <span className="truncate">
            {source.who}, {formatMoment(source.at, Date.now())}
          </span>
        </>
      );
    case 'record':
      return (
        <>
          <ReceiptText size={12} strokeWidth={2} aria-hidden className="flex-none text-ink-3" />
          <span className="truncate">{source.what}</span>
        </>
      );
    case 'article':
      return (
        <>
          <FileText size={12} strokeWidth={2} aria-hidden className="flex-none text-ink-3" />
          <Link
            href={`/knowledge/${source.slug}?id=${source.articleId}`}
            className="truncate border-b border-line-strong hover:text-ink-1"
          >
            {source.title}
          </Link>
        </>
      );
  }
}
