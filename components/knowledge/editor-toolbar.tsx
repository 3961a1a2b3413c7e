'use client';

import type { Editor } from '@tiptap/react';
import { useEditorState } from '@tiptap/react';
import {
  Bold,
  Code,
  Columns2,
  Heading2,
  Heading3,
  Italic,
  Link2,
  List,
  ListOrdered,
  Rows2,
  Table,
  Trash2,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';

type Props = {
  /** Null while the text is shown as Markdown: then only the way back is there. */
  editor: Editor | null;
  source: boolean;
  /** Why it cannot be written as it looks; then there is no way back either. */
  onlySource: boolean;
  onSource: (source: boolean) => void;
  children: ReactNode;
};

export function EditorToolbar({ editor, source, onlySource, onSource, children }: Props) {
  return (
    <div
      role="toolbar"
      aria-label="Text"
      className="flex h-10 flex-none items-center gap-0.5 overflow-x-auto border-b border-line px-4 max-pane:h-12"
    >
      {editor && !source && <Marks editor={editor} />}
      <IconButton
        icon={Code}
        label={source ? 'Write as it looks' : 'Write as Markdown'}
        pressed={source}
        disabled={onlySource}
        onClick={() => onSource(!source)}
      />
      <span className="flex-1" />
      {children}
    </div>
  );
}

function Line() {
  return <span aria-hidden className="mx-1.5 h-4 w-px flex-none bg-line-strong" />;
}

function Marks({ editor }: { editor: Editor }) {
  const [linking, setLinking] = useState(false);
  const is = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      bold: now.isActive('bold'),
      italic: now.isActive('italic'),
      h2: now.isActive('heading', { level: 2 }),
      h3: now.isActive('heading', { level: 3 }),
      bullets: now.isActive('bulletList'),
      numbers: now.isActive('orderedList'),
      link: now.isActive('link'),
      table: now.isActive('table'),
    }),
  });
  const run = () => editor.chain().focus();
  return (
    <>
      <IconButton
        icon={Bold}
        label="Bold"
        keys={['⌘', 'B']}
        pressed={is.bold}
        onClick={() => run().toggleBold().run()}
      />
      <IconButton
        icon={Italic}
        label="Italic"
        keys={['⌘', 'I']}
        pressed={is.italic}
        onClick={() => run().toggleItalic().run()}
      />
      <Line />
      <IconButton
        icon={Heading2}
        label="Heading"
        pressed={is.h2}
        onClick={() => run().toggleHeading({ level: 2 }).run()}
      />
      <IconButton
        icon={Heading3}
        label="Smaller heading"
        pressed={is.h3}
        onClick={() => run().toggleHeading({ level: 3 }).run()}
      />
      <IconButton icon={List} label="List" pressed={is.bullets} onClick={() => run().toggleBulletList().run()} />
      <IconButton
        icon={ListOrdered}
        label="Numbered list"
        pressed={is.numbers}
        onClick={() => run().toggleOrderedList().run()}
      />
      <Line />
      <IconButton icon={Link2} label="Link" pressed={is.link} onClick={() => setLinking(true)} />
      {is.table ? (
        <>
          <IconButton icon={Rows2} label="Add a row" onClick={() => run().addRowAfter().run()} />
          <IconButton icon={Columns2} label="Add a column" onClick={() => run().addColumnAfter().run()} />
          <IconButton icon={Trash2} label="Remove the table" onClick={() => run().deleteTable().run()} />
        </>
      ) : (
        <IconButton
          icon={Table}
          label="Table"
          onClick={() => run().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run()}
        />
      )}
      {linking && <LinkDialog editor={editor} onClose={() => setLinking(false)} />}
    </>
  );
}

function LinkDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const before = useRef(String(editor.getAttributes('link').href ?? '')).current;
  const [href, setHref] = useState(before);
  const wanted = href.trim();
  const wrong = wanted !== '' && !/^(?:https?:\/\/\S+|mailto:\S+@\S+|\/(?![/\\])\S*|#\S+)$/i.test(wanted);
  const put = (address: string) => {
    const chain = editor.chain().focus().extendMarkRange('link');
    if (address === '') chain.unsetLink().run();
    else if (editor.state.selection.empty && before === '')
      chain.insertContent({ type: 'text', text: address, marks: [{ type: 'link', attrs: { href: address } }] }).run();
    else chain.setLink({ href: address }).run();
    onClose();
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title="Link">
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (!wrong) put(wanted);
        }}
      >
        <Field
          label="Address"
          value={href}
          autoFocus
          wrong={wrong ? 'A web address, mailto: and an address, or a path of this site.' : null}
          placeholder="https://"
          onChange={(event) => setHref(event.target.value)}
        />
        <div className="flex justify-end gap-2">
          {before !== '' && (
            <Button size="form" look="danger-plain" onClick={() => put('')}>
              Remove the link
            </Button>
          )}
          <Button type="submit" size="form" look="filled" disabled={wanted === '' || wrong}>
            {before === '' ? 'Link' : 'Change'}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
