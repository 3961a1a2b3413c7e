// biome-ignore-all lint/suspicious/noArrayIndexKey: a text never changes, so a place in it is a name
/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { type Inline, parseText } from './parse-text';

/** Text of a reply, as elements: nothing of it ever becomes HTML. */
export function SaidText({ text }: { text: string }): JSX.Element {
  return (
    <>
      {parseText(text).map((block, index) => {
        if (block.kind === 'list') {
          const items = block.items.map((item, at) => <li key={at}>{item.map(inline)}</li>);
          return block.ordered ? (
            <ol key={index} start={block.start}>
              {items}
            </ol>
          ) : (
            <ul key={index}>{items}</ul>
          );
        }
        return (
          <p key={index}>
            {block.lines.map((line, at) => (
              <span key={at}>
                {at > 0 && <br />}
                {line.map(inline)}
              </span>
            ))}
          </p>
        );
      })}
    </>
  );
}

function inline(part: Inline, index: number): JSX.Element | string {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'bold':
      return <b key={index}>{part.text}</b>;
    case 'link':
      return (
        <a key={index} href={part.href} target="_blank" rel="noopener noreferrer nofollow">
          {part.text}
        </a>
      );
  }
}
