'use client';

import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';

type Props = {
  label: string;
  /** One is kept, which nobody is shown. */
  kept: boolean;
  value: string | undefined;
  onChange: (secret: string | undefined) => void;
};

/** A secret that is written and never read back: it is kept, or typed anew. */
export function SecretField({ label, kept, value, onChange }: Props) {
  if (kept && value === undefined)
    return (
      <div>
        <p className="text-work leading-4 font-medium">{label}</p>
        <div className="mt-1.5 flex min-h-8 items-center gap-2 max-pane:min-h-11">
          <span className="text-ink-2">Kept, sealed</span>
          <Button aria-label={`Replace: ${label}`} onClick={() => onChange('')}>
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
      maxLength={4_000}
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value)}
      help="Kept sealed, shown to nobody, sent to this address alone."
    />
  );
}
