'use client';

import type { Editor } from '@tiptap/react';
import { EditorContent, useEditor } from '@tiptap/react';
import { useEffect, useState } from 'react';
import { editorExtensions } from './editor-extensions';
import { EditorToolbar } from './editor-toolbar';
import { survivesEditor } from './survives-editor';
import { tidyMarkdown } from './tidy-markdown';
import './article.css';

type Props = {
  /** Markdown, without the title. Read once: what comes later from outside makes a new editor. */
  body: string;
  words: number;
  onWrite: (body: string) => void;
  /** Title and what stands around the text. */
  head: React.ReactNode;
};

/** The text of an article as it will look, or as Markdown where it holds what the editor would lose. */
export default function ArticleEditor({ body, words, onWrite, head }: Props) {
  const [onlySource, setOnlySource] = useState(() => !survivesEditor(body));
  const [source, setSource] = useState(onlySource);
  const [editor, setEditor] = useState<Editor | null>(null);
  const toSource = (next: boolean) => {
    // Written as Markdown it may have become what the editor would lose.
    const lost = !next && !survivesEditor(body);
    setOnlySource(lost);
    if (!lost) setSource(next);
  };
  return (
    <>
      <EditorToolbar editor={editor} source={source} onlySource={onlySource && source} onSource={toSource}>
        <span className="flex-none text-meta text-ink-2 tabular-nums">
          {words} {words === 1 ? 'word' : 'words'}
        </span>
      </EditorToolbar>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto max-w-[728px] px-6 pt-7 pb-24 max-pane:px-4 max-pane:pt-4">
          {head}
          {source ? (
            <>
              {onlySource && (
                <p className="mb-3 rounded-corner bg-attention-tint px-3 py-2 text-attention-text">
                  Shown as Markdown: written as it looks, something of it would be lost, such as HTML, images, tasks or
                  notes.
                </p>
              )}
              <SourceField body={body} onWrite={onWrite} />
            </>
          ) : (
            <LookField body={body} onWrite={onWrite} onEditor={setEditor} />
          )}
        </div>
      </div>
    </>
  );
}

type FieldProps = { body: string; onWrite: (body: string) => void };

function SourceField({ body, onWrite }: FieldProps) {
  return (
    <textarea
      aria-label="Text, as Markdown"
      value={body}
      spellCheck
      maxLength={200_000}
      onChange={(event) => onWrite(event.target.value)}
      className="field-sizing-content block min-h-72 w-full resize-none bg-transparent font-mono text-work outline-none focus-visible:shadow-none"
    />
  );
}

function LookField({ body, onWrite, onEditor }: FieldProps & { onEditor: (editor: Editor | null) => void }) {
  const editor = useEditor({
    extensions: editorExtensions,
    content: body,
    contentType: 'markdown',
    immediatelyRender: false,
    editorProps: {
      attributes: {
        class: 'article-text min-h-72 outline-none focus-visible:shadow-none',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': 'Text',
      },
    },
    // Before anybody writes, the editor itself adds an empty line below a table: that is no change of the text.
    onUpdate: ({ editor: now }) => {
      if (now.isFocused) onWrite(tidyMarkdown(now.getMarkdown()));
    },
  });
  useEffect(() => {
    onEditor(editor);
    return () => onEditor(null);
  }, [editor, onEditor]);
  return <EditorContent editor={editor} />;
}
