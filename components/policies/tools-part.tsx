'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { FindingList } from './cel-field';
import { Part, type PartProps, under } from './part';
import { useToolNames } from './queries';
import { TextField } from './text-field';

/** What it decides on. */
export function Tools({ definition, findings, edits, onChange }: PartProps) {
  const [text, setText] = useState('');
  const names = useToolNames().data?.tools.filter(({ write }) => write) ?? [];
  const set = (tools: string[]) => onChange((before) => ({ ...before, tools }));
  const { tools } = definition;
  const add = () => {
    const name = text.trim();
    if (name !== '' && !tools.includes(name)) set([...tools, name]);
    setText('');
  };
  return (
    <Part title="Tools" says="What it decides on. One policy decides on a tool.">
      <div className="flex flex-wrap gap-1.5">
        {tools.map((tool) => (
          <Chip
            key={tool}
            removing={`Remove ${tool}`}
            onRemove={edits && tools.length > 1 ? () => set(tools.filter((one) => one !== tool)) : undefined}
          >
            {tool}
          </Chip>
        ))}
      </div>
      <FindingList findings={under(findings, 'tools')} />
      {edits && (
        <form
          className="flex gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            add();
          }}
        >
          <TextField
            quiet
            label="Another tool"
            placeholder="Another tool"
            value={text}
            maxLength={120}
            options={names.map(({ name }) => name).filter((name) => !tools.includes(name))}
            onChange={setText}
            className="w-64 max-pane:flex-1"
          />
          <Button type="submit" size="form" disabled={text.trim() === ''}>
            Add
          </Button>
        </form>
      )}
    </Part>
  );
}
