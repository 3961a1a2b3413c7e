'use client';

import { useState } from 'react';
import { note } from '@/app/(workspace)/customers/actions';
import { Button } from '@/components/ui/button';
import { useCustomerChange } from './queries';

/** A note for colleagues: on paper, so that nobody takes it for something the customer reads. */
export function NoteField({ customerId }: { customerId: string }) {
  const [text, setText] = useState('');
  const keeping = useCustomerChange(note, 'The note was not kept; your text is still here');
  const keep = () => {
    if (text.trim() === '' || keeping.isPending) return;
    keeping.mutate({ customerId, text }, { onSuccess: () => setText('') });
  };
  return (
    <form
      className="mb-5 rounded-corner border border-note-line bg-note focus-within:border-focus"
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      <textarea
        aria-label="Note about this customer"
        placeholder="What colleagues should know. It stays with us."
        rows={1}
        maxLength={4_000}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) keep();
        }}
        className="block max-h-60 min-h-9 w-full resize-none bg-transparent px-3 py-2 text-talk [field-sizing:content] outline-none placeholder:text-ink-2 focus-visible:shadow-none"
      />
      {text.trim() !== '' && (
        <div className="flex justify-end px-2 pb-2">
          <Button type="submit" look="filled" keys={['⌘', '⏎']} busy={keeping.isPending}>
            Keep the note
          </Button>
        </div>
      )}
    </form>
  );
}
