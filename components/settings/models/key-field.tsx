'use client';

import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';

type Props = {
  /** What it is called: a password, where it is none of a program. */
  label?: string;
  /** One is kept, which nobody is shown. */
  kept: boolean;
  /** What was typed; undefined leaves the kept one, empty takes it away. */
  value: string | undefined;
  onChange: (key: string | undefined) => void;
};

/** A key that is written and never read back: it is kept, replaced or cleared. */
export function KeyField({ label = 'Key', kept, value, onChange }: Props) {
  if (kept && value === undefined)
    return (
      <div>
        <p className="text-work leading-4 font-medium">{label}</p>
        <div className="mt-1.5 flex min-h-8 items-center gap-2 max-pane:min-h-11">
          <span className="text-ink-2">Kept, sealed</span>
          <Button aria-label={`Replace the ${label.toLowerCase()}`} onClick={() => onChange('')}>
            Replace
          </Button>
        </div>
      </div>
    );
  return (
    <Field
      label={label}
      type="password"
      autoComplete="off"
      spellCheck={false}
      maxLength={500}
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value)}
      help={
        kept
          ? `Saved empty, the kept ${label.toLowerCase()} is cleared.`
          : 'Kept sealed, and shown to nobody. Empty where the server takes none.'
      }
      {...(kept && {
        inside: (
          <Button look="plain" className="-mr-1 h-6 max-pane:h-9" onClick={() => onChange(undefined)}>
            Keep the old one
          </Button>
        ),
      })}
    />
  );
}
