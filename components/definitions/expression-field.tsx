'use client';

import { type KeyboardEvent, type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { join } from '@/components/ui/join';
import { CelText } from './cel-text';
import { type TermsSource, useTerms } from './queries';

type Props = {
  label: string;
  /** How the label looks; `sr-only` where it stands elsewhere already. */
  labelClass: string;
  value: string;
  onChange: (value: string) => void;
  /** Who knows the names there are. */
  source: TermsSource;
  /** Something is wrong with it: its edge shows it. */
  wrong: boolean;
  /** The id of what is said of it beneath. */
  saidBy?: string;
  placeholder?: string;
  autoFocus?: boolean;
  /** It stands in a narrow column: what may stand there reaches over what is beside it. */
  narrow?: boolean;
  className?: string;
  /** What is said of it. */
  children?: ReactNode;
};

const face = 'px-2 py-1.5 font-mono text-meta leading-5 [overflow-wrap:anywhere] whitespace-pre-wrap';
/** A name, a way through names, or the text after a quote. */
const writesWord = /[\w."]$/;

/** An expression one writes: coloured while one does, completed from what there is to speak of, and told what is wrong. */
export function ExpressionField(props: Props) {
  const {
    label,
    labelClass,
    value,
    onChange,
    source,
    wrong,
    saidBy,
    placeholder,
    autoFocus,
    narrow,
    className,
    children,
  } = props;
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const caret = useRef<number | null>(null);
  const [open, setOpen] = useState(false);
  const [offset, setOffset] = useState(0);
  const [at, setAt] = useState(0);
  const found = useTerms(source, { text: value, offset }, open);
  const terms = found.data?.options ?? [];
  const shown = open && terms.length > 0;
  const place = Math.min(at, Math.max(0, terms.length - 1));

  // The caret goes behind what was taken, once the text is there.
  useLayoutEffect(() => {
    if (caret.current === null || !field.current) return;
    field.current.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  });
  useEffect(() => {
    if (shown) document.getElementById(`${id}-${place}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, place, shown]);

  const take = (label: string) => {
    // Of the text before the last letter: where the word begins may have moved.
    if (!found.data || found.isPlaceholderData) return;
    const { from } = found.data;
    caret.current = from + label.length;
    setOpen(false);
    onChange(`${value.slice(0, from)}${label}${value.slice(offset)}`);
  };
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.ctrlKey && event.code === 'Space') {
      event.preventDefault();
      setOffset(event.currentTarget.selectionStart);
      setAt(0);
      setOpen(true);
      return;
    }
    if (!shown) return;
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by !== 0) setAt((place + by + terms.length) % terms.length);
    else if (event.key === 'Enter' || event.key === 'Tab') take(terms[place]!.label);
    else if (event.key === 'Escape') setOpen(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className={join('relative min-w-0', className)}>
      <label htmlFor={id} className={labelClass}>
        {label}
      </label>
      <div
        className={join(
          'grid min-h-8 rounded-corner border bg-surface max-pane:min-h-11',
          'focus-within:border-focus focus-within:shadow-[0_0_0_2px_color-mix(in_oklch,var(--focus)_28%,transparent)]',
          wrong ? 'border-danger' : 'border-line-control',
        )}
      >
        <span aria-hidden className={join(face, 'pointer-events-none [grid-area:1/1]')}>
          <CelText cel={`${value}\u200b`} className="leading-5!" />
        </span>
        <textarea
          ref={field}
          id={id}
          rows={1}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          value={value}
          maxLength={2_000}
          placeholder={placeholder}
          // biome-ignore lint/a11y/noAutofocus: it opens because one wants to write in it
          autoFocus={autoFocus}
          aria-invalid={wrong || undefined}
          aria-describedby={saidBy}
          aria-autocomplete="list"
          aria-controls={shown ? `${id}-terms` : undefined}
          aria-activedescendant={shown ? `${id}-${place}` : undefined}
          onChange={(event) => {
            const { value: next, selectionStart } = event.currentTarget;
            setOffset(selectionStart);
            setAt(0);
            setOpen(writesWord.test(next.slice(0, selectionStart)));
            onChange(next);
          }}
          onKeyDown={press}
          onBlur={() => setOpen(false)}
          className={join(
            face,
            'resize-none overflow-hidden bg-transparent text-transparent caret-ink-1 outline-none [grid-area:1/1] placeholder:text-ink-3 focus-visible:shadow-none',
          )}
        />
      </div>
      {shown && (
        <div
          id={`${id}-terms`}
          role="listbox"
          aria-label={`What may stand in ${label}`}
          className={join(
            'absolute top-full z-30 mt-1 max-h-64 overflow-y-auto rounded-corner-float bg-raised p-1 shadow-float',
            narrow ? 'right-0 w-60' : 'left-0 w-[360px] max-w-full',
          )}
        >
          {terms.map(({ label: term, detail }, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keyboard
            // biome-ignore lint/a11y/useFocusableInteractive: as above
            <div
              key={term}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === place}
              // Before the field loses the focus and closes this.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => take(term)}
              onPointerMove={() => setAt(index)}
              className={join(
                'flex h-7 items-center gap-3 rounded-corner px-2 max-pane:h-11',
                index === place && 'bg-hover',
              )}
            >
              <span className="flex-none font-mono text-meta">{term}</span>
              <span className="min-w-0 flex-1 truncate text-right text-meta text-ink-3">{detail}</span>
            </div>
          ))}
        </div>
      )}
      {children}
    </div>
  );
}
