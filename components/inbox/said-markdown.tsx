import Markdown from 'react-markdown';

/**
 * What the assistant wrote, as text with at most emphasis and lists. No HTML, no images, no live links: a model's
 * output must not load or lead anywhere. The address of a link stands beside its words, so that it can be judged.
 */
export function SaidMarkdown({ text }: { text: string }) {
  return (
    <Markdown
      allowedElements={['p', 'strong', 'em', 'ul', 'ol', 'li', 'br', 'a', 'code']}
      unwrapDisallowed
      skipHtml
      components={{
        p: ({ children }) => <p className="mb-2 whitespace-pre-wrap last:mb-0">{children}</p>,
        ul: ({ children }) => <ul className="mb-2 list-disc pl-5 last:mb-0">{children}</ul>,
        ol: ({ children }) => <ol className="mb-2 list-decimal pl-5 last:mb-0">{children}</ol>,
        a: ({ children, href }) => (
          <span>
            {children}
            {href && String(children) !== href && <span className="text-ink-3"> ({href})</span>}
          </span>
        ),
      }}
    >
      {text}
    </Markdown>
  );
}
