'use client';

import { Check, Plus } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { useId, useState } from 'react';
import { LabelDot } from './chip';
import { join } from './join';

type Option = { key: string; name: string; hue?: number };
type Props = {
  label: string;
  options: readonly Option[];
  chosen: readonly string[];
  onToggle: (key: string) => void;
  /** Makes what one has typed and nobody has made yet. */
  onCreate?: (name: string) => void;
  empty: string;
};

/** Several of many, found by typing: arrows go, Enter chooses, and what is not there can be made. */
export function PickList({ label, options, chosen, onToggle, onCreate, empty }: Props) {
  const id = useId();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const wanted = text.trim().toLowerCase();
  const found = options.filter(({ name }) => name.toLowerCase().includes(wanted));
  const makes = onCreate && wanted !== '' && !options.some(({ name }) => name.toLowerCase() === wanted);
  const count = found.length + (makes ? 1 : 0);
  const place = Math.min(at, Math.max(0, count - 1));

  const choose = (index: number) => {
    const option = found[index];
    if (option) onToggle(option.key);
    else if (makes) {
      onCreate(text.trim());
      setText('');
    }
  };
  const press = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by !== 0 && count > 0) setAt((place + by + count) % count);
    else if (event.key === 'Enter') choose(place);
    else return;
    event.preventDefault();
  };
  return (
    <div>
      <input
        // biome-ignore lint/a11y/noAutofocus: it opens because one wants to type in it
        autoFocus
        type="text"
        role="combobox"
        aria-label={label}
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={count > 0 ? `${id}-${place}` : undefined}
        aria-autocomplete="list"
        placeholder={label}
        maxLength={40}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
        onKeyDown={press}
        className="focus-inside h-10 w-full rounded-t-corner-float border-b border-line bg-transparent px-3 outline-none placeholder:text-ink-3 max-pane:h-11"
      />
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={label}
        aria-multiselectable
        className="max-h-64 overflow-y-auto p-1"
      >
        {found.map(({ key, name, hue }, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keyboard
          // biome-ignore lint/a11y/useFocusableInteractive: as above
          <div
            key={key}
            id={`${id}-${index}`}
            role="option"
            aria-selected={chosen.includes(key)}
            onClick={() => choose(index)}
            onPointerMove={() => setAt(index)}
            className={join(
              'flex h-8 items-center gap-2.5 rounded-corner px-2 max-pane:h-11',
              index === place && 'bg-hover',
            )}
          >
            {hue !== undefined && <LabelDot hue={hue} />}
            <span className="min-w-0 flex-1 truncate">{name}</span>
            {chosen.includes(key) && <Check size={16} strokeWidth={1.75} aria-hidden className="text-accent-text" />}
          </div>
        ))}
        {makes && (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keyboard
          // biome-ignore lint/a11y/useFocusableInteractive: as above
          <div
            id={`${id}-${found.length}`}
            role="option"
            aria-selected={false}
            onClick={() => choose(found.length)}
            onPointerMove={() => setAt(found.length)}
            className={join(
              'flex h-8 items-center gap-2.5 rounded-corner px-2 text-accent-text max-pane:h-11',
              place === found.length && 'bg-hover',
            )}
          >
            <Plus size={16} strokeWidth={1.75} aria-hidden className="flex-none" />
            <span className="min-w-0 truncate">Make “{text.trim()}”</span>
          </div>
        )}
      </div>
      {count === 0 && <p className="px-3 pb-3 text-pretty text-ink-3">{empty}</p>}
    </div>
  );
}
