import { useMemo } from 'react';
import { compareTexts, type Piece } from './compare-texts';

type Text = { name: string; title: string; body: string };

/** What changed from the version before, word by word: struck through what went, underlined what came. */
export function VersionDiff({ to, from }: { to: Text; from: Text | undefined }) {
  const { pieces, came, went } = useMemo(() => compareTexts(from ? textOf(from) : textOf(to), textOf(to)), [from, to]);
  return (
    <section
      aria-label={`What changed in ${to.name}`}
      className="min-w-0 flex-1 overflow-y-auto max-pane:overflow-visible"
    >
      <div className="mx-auto max-w-[760px] px-6 pt-4 pb-24 max-pane:px-4">
        <p className="mb-4 text-meta text-ink-2 tabular-nums">
          {!from
            ? 'The first text there is.'
            : came + went === 0
              ? `The same words as in ${from.name}.`
              : `Since ${from.name}: ${came} ${came === 1 ? 'word' : 'words'} came, ${went} went.`}
        </p>
        <div className="text-talk whitespace-pre-wrap [overflow-wrap:anywhere]">
          {pieces.map((piece) => (
            <Shown key={piece.key} piece={piece} />
          ))}
        </div>
      </div>
    </section>
  );
}

function Shown({ piece: { kind, text } }: { piece: Piece }) {
  switch (kind) {
    case 'same':
      return <span>{text}</span>;
    case 'came':
      return (
        <ins className="rounded-[2px] bg-solved-tint text-solved-text underline decoration-solved-line underline-offset-2">
          <span className="sr-only"> [came: </span>
          {text}
          <span className="sr-only">] </span>
        </ins>
      );
    case 'went':
      return (
        <del className="rounded-[2px] bg-danger-tint text-danger-text line-through decoration-danger-line">
          <span className="sr-only"> [went: </span>
          {text}
          <span className="sr-only">] </span>
        </del>
      );
  }
}

const textOf = ({ title, body }: Text) => (body.startsWith(`# ${title}`) ? body : `# ${title}\n\n${body}`);
