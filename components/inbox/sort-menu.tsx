'use client';

import { ChevronDown } from 'lucide-react';
import { Menu, MenuItem } from '@/components/ui/menu';
import type { Sort } from '@/lib/conversations/conversation.schema';
import type { Desk } from './desk';
import { goTo } from './use-desk';
import { findView } from './views';

const names: Record<Sort, string> = { waiting: 'Longest waiting', due: 'Due next', newest: 'Latest first' };

/** In which order a list stands. What is solved has no clock: it is shown the latest first. */
export function SortMenu({ desk }: { desk: Desk }) {
  const usual = findView(desk.view)?.order ?? 'newest';
  const open = !['solved', 'all'].includes(desk.view) || isOpen(desk.query) || Boolean(desk.saved);
  const sort = open ? (desk.sort ?? usual) : 'newest';
  if (!open) return <span className="text-meta whitespace-nowrap text-ink-3 max-pane:hidden">{names.newest}</span>;
  return (
    <Menu
      trigger={
        <button
          type="button"
          className="-mr-1 flex h-7 flex-none items-center gap-1 rounded-corner px-1.5 text-meta whitespace-nowrap text-ink-2 hover:bg-hover max-pane:hidden"
        >
          <span className="sr-only">Order: </span>
          {names[sort]}
          <ChevronDown size={14} strokeWidth={1.75} aria-hidden className="text-ink-3" />
        </button>
      }
    >
      {(Object.keys(names) as Sort[]).map((key) => (
        <MenuItem key={key} chosen={key === sort} onChoose={() => goTo({ ...desk, sort: key === usual ? null : key })}>
          {names[key]}
        </MenuItem>
      ))}
    </Menu>
  );
}

const isOpen = (query: string | null | undefined): boolean =>
  /(?:^|\s)(?:is:(?:open|snoozed|unassigned|mine|approval)|due:late)(?:\s|$)/.test(query ?? '');
