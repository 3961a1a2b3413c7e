'use client';

import type { z } from 'zod';
import { SelectField } from '@/components/ui/select-field';
import type { PlaybookAround, templateRowSchema } from '@/lib/governance/playbook-view.schema';

type Template = z.infer<typeof templateRowSchema>;

type Props = {
  templates: Template[] | undefined;
  chosen: string;
  /** The tool for each role, by the role's name. */
  tools: Record<string, string>;
  around: PlaybookAround | undefined;
  onChoose: (template: Template) => void;
  onTool: (role: string, tool: string) => void;
};

/** Which template, and which tool does what it needs one for. */
export function TemplateFields({ templates, chosen, tools, around, onChoose, onTool }: Props) {
  const open = templates?.find(({ key }) => key === chosen);
  return (
    <>
      <SelectField
        label="Template"
        value={chosen}
        help={open?.says}
        onChange={(event) => {
          const one = templates?.find(({ key }) => key === event.target.value);
          if (one) onChoose(one);
        }}
      >
        <option value="">Choose…</option>
        {templates?.map(({ key, name }) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </SelectField>
      {open?.roles.map(({ role, says, write }) => (
        <SelectField
          key={role}
          label={says}
          value={tools[role] ?? ''}
          onChange={(event) => event.target.value && onTool(role, event.target.value)}
        >
          <option value="">Choose a tool later</option>
          {around?.tools
            ?.filter((tool) => tool.write === write)
            .map(({ name, title }) => (
              <option key={name} value={name}>
                {title && title !== name ? `${title} (${name})` : name}
              </option>
            ))}
        </SelectField>
      ))}
    </>
  );
}
