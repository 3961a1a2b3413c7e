'use client';

import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';

type Props = {
  /** One is kept, which nobody is shown. */
  kept: boolean;
  /** What was typed; undefined leaves the kept one, empty takes it away. */
  value: string | undefined;
  onChange: (key: string | undefined) => void;
};

/** A key that is written and never read back: it is kept, replaced or cleared. */
export function KeyField({ kept, value, onChange }: Props) {
  if (kept && value === undefined)
    return (
      <div>
        <p className="text-work leading-4 font-medium">Key</p>
        <div className="mt-1.5 flex min-h-8 items-center gap-2 max-pane:min-h-11">
          <span className="text-ink-2">Kept, sealed</span>
          <Button aria-label="Replace the key" onClick={() => onChange('')}>
            Replace
          </Button>
        </div>
      </div>
    );
  return (
    <Field
      label="Key"
      type="password"
      autoComplete="off"
      spellCheck={false}
      maxLength={500}
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value)}
      help={
        kept
          ? 'Saved empty, the kept key is cleared.'
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
