'use client';

import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { join } from '@/components/ui/join';
import type { Wording } from '@/lib/governance/playbook.schema';
import { type FieldsOf, LineField } from './fields';

type WordingProps = {
  label: string;
  field: string;
  value: Wording;
  of: FieldsOf;
  help?: string;
  onWrite: (value: Wording) => void;
};

/** What a customer reads, in one language or several: a tab each. */
export function WordingField({ label, field, value, of: { edits, wrong }, help, onWrite }: WordingProps) {
  const texts: Record<string, string> = typeof value === 'string' ? { en: value } : value;
  const languages = Object.keys(texts);
  const [chosen, setChosen] = useState('en');
  const [adding, setAdding] = useState<string | null>(null);
  const at = languages.includes(chosen) ? chosen : (languages[0] ?? 'en');
  const write = (next: Record<string, string>) => {
    const [only] = Object.keys(next);
    onWrite(Object.keys(next).length === 1 && only === 'en' ? next.en! : next);
  };
  const add = () => {
    const language = adding?.trim() ?? '';
    if (/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(language) && !languages.includes(language)) {
      write({ ...texts, [language]: texts.en ?? '' });
      setChosen(language);
    }
    setAdding(null);
  };
  const findings =
    typeof value === 'string' ? wrong(field) : [...wrong(`${field}.${at}`), ...(at === 'en' ? wrong(field) : [])];
  return (
    <div>
      <div className="mb-1 flex items-center gap-1">
        <span className="flex-1 text-meta text-ink-3">{label}</span>
        {languages.length > 1 &&
          languages.map((language) => (
            <button
              key={language}
              type="button"
              aria-pressed={language === at}
              onClick={() => setChosen(language)}
              className={join(
                'h-5 rounded-corner-small px-1.5 text-meta max-pane:h-9',
                language === at ? 'bg-fill font-medium text-ink-1' : 'text-ink-3 hover:bg-hover',
              )}
            >
              {language}
            </button>
          ))}
        {edits && languages.length > 1 && at !== 'en' && (
          <button
            type="button"
            aria-label={`Remove ${at}`}
            onClick={() => write(Object.fromEntries(Object.entries(texts).filter(([one]) => one !== at)))}
            className="grid size-5 place-items-center rounded-corner-small text-ink-3 hover:bg-hover"
          >
            <Trash2 size={12} strokeWidth={2} aria-hidden />
          </button>
        )}
        {edits &&
          (adding === null ? (
            <button
              type="button"
              onClick={() => setAdding('')}
              className="flex h-5 items-center gap-0.5 rounded-corner-small px-1 text-meta text-ink-3 hover:bg-hover max-pane:h-9"
            >
              <Plus size={12} strokeWidth={2} aria-hidden />
              language
            </button>
          ) : (
            <input
              // biome-ignore lint/a11y/noAutofocus: it opens because one wants to type in it
              autoFocus
              aria-label="Language, such as de or pt-BR"
              placeholder="de"
              value={adding}
              maxLength={12}
              onChange={(event) => setAdding(event.target.value)}
              onBlur={add}
              onKeyDown={(event) => {
                if (event.key === 'Enter') add();
                if (event.key === 'Escape') setAdding(null);
              }}
              className="h-5 w-14 rounded-corner-small border border-line-control bg-surface px-1 text-meta outline-none focus:border-focus"
            />
          ))}
      </div>
      <LineField
        quiet
        label={languages.length > 1 ? `${label} (${at})` : label}
        value={texts[at] ?? ''}
        rows={2}
        help={help}
        readOnly={!edits}
        findings={findings}
        onWrite={(text) => write({ ...texts, [at]: text })}
      />
    </div>
  );
}
