'use client';

import { ListFilter } from 'lucide-react';
import { useState } from 'react';
import { join } from '@/components/ui/join';
import { Menu, MenuGroup, MenuItem } from '@/components/ui/menu';
import {
  type Filter,
  filterValues,
  parseQuery,
  printQuery,
  printTerm,
  type Term,
  toggleTerm,
} from '@/lib/conversations/query.schema';
import { useFilterNames } from './queries';

const stands: [says: string, filter: Filter, value: string][] = [
  ['Unread', 'is', 'unread'],
  ['Mine', 'is', 'mine'],
  ['Waits for approval', 'is', 'approval'],
  ['Overdue', 'due', 'late'],
  ['Promise broken in the last hour', 'due', 'just-broken'],
];
const channels: Record<string, string> = {
  chat: 'Web chat',
  email: 'Email',
  sms: 'SMS',
  voice: 'Phone',
  social: 'Social',
  api: 'API',
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

type Props = {
  query: string;
  onQuery: (query: string) => void;
  label?: string;
  /** Stands there before it is asked for. */
  closed?: boolean;
};

/** The usual filters, to press instead of typing them; those that hold are ticked. */
export function FilterMenu({ query, onQuery, label = 'Filter', closed = false }: Props) {
  // It is read when it is asked for, and then it is wanted open.
  const [open, setOpen] = useState(!closed);
  const { data: names } = useFilterNames(open);
  const parsed = parseQuery(query);
  const terms = parsed.ok ? parsed.terms : [];
  const held = new Set(terms.map(printTerm));
  const item = (says: string, filter: Filter, value: string) => {
    const term: Term = { kind: 'filter', filter, value, not: false };
    return (
      <MenuItem
        key={`${filter}:${value}`}
        chosen={held.has(printTerm(term))}
        onChoose={() => onQuery(printQuery(toggleTerm(terms, term)))}
      >
        {says}
      </MenuItem>
    );
  };
  const group = (title: string, items: React.ReactNode[]) =>
    items.length > 0 && <MenuGroup label={title}>{items}</MenuGroup>;
  return (
    <Menu
      open={open}
      onOpenChange={setOpen}
      trigger={
        <button
          type="button"
          aria-label={label}
          className={join(
            'grid size-7 flex-none place-items-center rounded-corner hover:bg-hover max-pane:size-11',
            terms.length > 0 ? 'bg-fill text-ink-1' : 'text-ink-3',
          )}
        >
          <ListFilter size={16} strokeWidth={1.75} aria-hidden />
        </button>
      }
    >
      {group(
        'Show only',
        stands.map(([says, filter, value]) => item(says, filter, value)),
      )}
      {group(
        'Priority',
        filterValues.priority.map((value) => item(capital(value), 'priority', value)),
      )}
      {group(
        'Label',
        (names?.label ?? []).map((name) => item(name, 'label', name)),
      )}
      {group(
        'Team',
        (names?.team ?? []).map((name) => item(name, 'team', name)),
      )}
      {group(
        'Channel',
        filterValues.channel.map((value) => item(channels[value] ?? value, 'channel', value)),
      )}
      {group(
        'Agent',
        (names?.agent ?? []).map((name) => item(name, 'agent', name)),
      )}
      {group(
        'Intent',
        (names?.intent ?? []).map((name) => item(name, 'intent', name)),
      )}
    </Menu>
  );
}
