'use client';

import type { PolicyDefinition } from '@/lib/governance/policy.schema';
import { Part, type PartProps } from './part';
import { TextField } from './text-field';

/** What it is called, and what it is about. */
export function Words({ definition, edits, onChange }: PartProps) {
  if (!edits) return null;
  const set = (part: 'title' | 'description', text: string) =>
    onChange(({ [part]: _, ...rest }) => (text === '' ? rest : { ...rest, [part]: text }) as PolicyDefinition, part);
  return (
    <Part title="Its own words" says="What it is called, and what it is about.">
      <TextField label="Title" value={definition.title ?? ''} maxLength={120} onChange={(text) => set('title', text)} />
      <TextField
        label="Headline"
        placeholder="Who may be refunded, and who must ask first."
        value={definition.description ?? ''}
        maxLength={600}
        onChange={(text) => set('description', text)}
      />
    </Part>
  );
}
