'use client';

import { Truck, X } from 'lucide-react';
import { BatonMark } from '@/components/ui/baton-mark';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { join } from '@/components/ui/join';
import { Menu, MenuGroup, MenuItem } from '@/components/ui/menu';
import type { DraftView, RejectReason } from '@/lib/conversations/conversation.schema';
import { SourceChips } from './source-chips';

type TabsProps = { drafts: DraftView[]; chosen: DraftView | null; onChoose: (draft: DraftView) => void };

/** The proposals by their keys; the chosen one carries the assistant's sign. */
export function DraftTabs({ drafts, chosen, onChoose }: TabsProps) {
  return drafts
    .filter(({ state }) => state === 'proposed')
    .slice(0, 3)
    .map((draft) => {
      const on = draft.id === chosen?.id;
      return (
        <button
          key={draft.id}
          type="button"
          aria-pressed={on}
          onClick={() => onChoose(draft)}
          className={join(
            'inline-flex h-6 min-w-0 items-center gap-1.5 rounded-corner px-2 text-meta font-medium text-assistant-text max-pane:h-11',
            on && 'bg-assistant-tint pl-1.5 shadow-[inset_0_0_0_1px_var(--assistant-line)]',
          )}
        >
          {on && <BatonMark size={12} />}
          <span className="font-text tabular-nums">
            <span className="sr-only">Draft </span>
            {draft.position}
          </span>{' '}
          <span className="truncate">{draft.label}</span>
        </button>
      );
    });
}

const reasons: [RejectReason, string][] = [
  ['wrong', 'It is wrong'],
  ['tone', 'The tone does not fit'],
  ['outdated', 'It is out of date'],
  ['not_needed', 'Not needed'],
  ['other', 'Something else'],
];

type Props = {
  draft: DraftView;
  onTake: (draft: DraftView) => void;
  onReject: (draft: DraftView, why: RejectReason) => void;
};

export function Proposal({ draft, onTake, onReject }: Props) {
  return (
    <section
      aria-label="Draft"
      className="border-y border-[color-mix(in_oklch,var(--assistant-line)_60%,transparent)] bg-assistant-tint"
    >
      <p
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long draft scrolls, also by keyboard
        tabIndex={0}
        className="focus-inside max-h-44 overflow-y-auto px-4 pt-2.5 pb-2 text-talk text-pretty whitespace-pre-wrap"
      >
        {draft.text}
      </p>
      <SourceChips
        sources={draft.sources.map((source) => ({ kind: 'article', internal: false, ...source }))}
        className="pb-1.5"
      />
      <div className="flex min-h-11 items-center gap-2 pr-2 pb-1 pl-4 text-meta text-ink-2">
        {draft.onSend && (
          <>
            <Truck size={14} strokeWidth={1.75} aria-hidden className="flex-none text-assistant-text" />
            <span className="min-w-0">
              <b className="text-ink-1">On send:</b> {draft.onSend}
            </span>
          </>
        )}
        <span className="flex-1" />
        <Menu side="top" trigger={<IconButton icon={X} label="Reject draft" />}>
          <MenuGroup label="Why not">
            {reasons.map(([why, says]) => (
              <MenuItem key={why} onChoose={() => onReject(draft, why)}>
                {says}
              </MenuItem>
            ))}
          </MenuGroup>
        </Menu>
        <Button look="filled" keys={[String(draft.position)]} onClick={() => onTake(draft)}>
          Take draft
        </Button>
      </div>
    </section>
  );
}
