import { lazy, Suspense } from 'react';

// The reader of Markdown weighs more than the rest of the conversation: it comes when there is something to read.
const SaidMarkdown = lazy(() => import('./said-markdown').then((file) => ({ default: file.SaidMarkdown })));

/** What the assistant wrote; as plain text until it can be read as more. */
export function SaidText({ text }: { text: string }) {
  return (
    <Suspense fallback={<p className="whitespace-pre-wrap">{text}</p>}>
      <SaidMarkdown text={text} />
    </Suspense>
  );
}
