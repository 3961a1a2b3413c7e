'use client';

import { useState } from 'react';
import { useCustomers } from '@/components/customers/queries';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';

export type Chosen = { id: string; name: string };
type Props = { chosen: Chosen | null; onChoose: (customer: Chosen | null) => void };

const mostShown = 6;

/** Whose data it is asked for: found by name or address. */
export function CustomerField({ chosen, onChoose }: Props) {
  const [text, setText] = useState('');
  const { data, isPlaceholderData } = useCustomers(text.trim());
  // What an earlier text found is never offered for this one: a click would choose somebody else.
  const rows = text.trim() === '' || isPlaceholderData ? [] : (data?.pages[0]?.rows.slice(0, mostShown) ?? []);
  if (chosen)
    return (
      <div>
        <p className="text-work leading-4 font-medium">Customer</p>
        <div className="mt-1.5 flex min-h-8 items-center gap-2 max-pane:min-h-11">
          <span>{chosen.name}</span>
          <Button look="plain" onClick={() => onChoose(null)}>
            Another
          </Button>
        </div>
      </div>
    );
  return (
    <div>
      <Field
        label="Customer"
        placeholder="Find by name, email or account"
        autoComplete="off"
        value={text}
        onChange={(event) => setText(event.target.value)}
        help="Whose data it is. Only verified identities are sent."
      />
      {rows.length > 0 && (
        <ul aria-label="Customers found" className="mt-1 rounded-corner border border-line p-1">
          {rows.map(({ id, name, reach }) => (
            <li key={id}>
              <button
                type="button"
                onClick={() => onChoose({ id, name })}
                className="flex h-8 w-full items-center gap-2 rounded-corner px-2 text-left hover:bg-hover max-pane:h-11"
              >
                <span className="truncate">{name}</span>
                <span className="truncate text-meta text-ink-3">{reach}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
