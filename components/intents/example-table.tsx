'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowRight, FlaskConical } from 'lucide-react';
import { useRef, useState } from 'react';
import { editExamples } from '@/app/(workspace)/automation/actions';
import { Checkbox } from '@/components/ui/checkbox';
import { Confidence } from '@/components/ui/confidence';
import { join } from '@/components/ui/join';
import type { ExampleView, IntentRow, IntentView } from '@/lib/governance/intent-view.schema';
import { useIntentChange } from './queries';
import { SelectionBar } from './selection-bar';

type Props = { intent: IntentView; rows: ExampleView[]; empty: string; intents: IntentRow[]; edits: boolean };

const rowHeight = 35;

export function ExampleTable({ intent, rows, empty, intents, edits }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const chosen = rows.filter(({ id }) => picked.has(id));
  const change = useIntentChange(editExamples, 'The examples were not changed');
  const clear = () => setPicked(new Set());
  const pick = (id: string) => {
    const next = new Set(picked);
    if (!next.delete(id)) next.add(id);
    setPicked(next);
  };
  const run = (input: Parameters<typeof editExamples>[0]['change']) =>
    change.mutate({ ids: chosen.map(({ id }) => id), change: input }, { onSuccess: clear });
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  if (rows.length === 0) return <p className="px-6 py-8 text-ink-3 max-pane:px-4">{empty}</p>;
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <div ref={scroller} className="min-h-0 flex-1 overflow-y-auto px-6 pb-20 max-pane:px-4">
        <table className="w-full table-fixed border-separate border-spacing-0">
          <colgroup>
            {edits && <col className="w-7" />}
            <col />
            <col className="w-9 max-pane:hidden" />
            <col className="w-[124px] max-pane:w-24" />
            <col className="w-[64px]" />
          </colgroup>
          <thead>
            <tr className="text-left text-meta text-ink-3">
              {edits && (
                <th className="sticky top-0 z-10 h-8 border-b border-line bg-surface font-text">
                  <span className="sr-only">Chosen</span>
                </th>
              )}
              <th className="sticky top-0 z-10 h-8 border-b border-line bg-surface font-text">Example</th>
              <th className="sticky top-0 z-10 h-8 border-b border-line bg-surface font-text max-pane:hidden">
                <span className="sr-only">Language</span>
              </th>
              <th className="sticky top-0 z-10 h-8 border-b border-line bg-surface font-text">Understood as</th>
              <th className="sticky top-0 z-10 h-8 border-b border-line bg-surface text-right font-text">Sure</th>
            </tr>
          </thead>
          <tbody>
            <Gap height={virtual.getVirtualItems()[0]?.start ?? 0} />
            {virtual.getVirtualItems().map(({ index }) => {
              const row = rows[index]!;
              return (
                <Row
                  key={row.id}
                  row={row}
                  own={intent.key}
                  picked={picked.has(row.id)}
                  onPick={edits ? () => pick(row.id) : undefined}
                />
              );
            })}
            <Gap height={virtual.getTotalSize() - (virtual.getVirtualItems().at(-1)?.end ?? 0)} />
          </tbody>
        </table>
      </div>
      {chosen.length > 0 && (
        <SelectionBar
          count={chosen.length}
          intents={intents.filter(({ key }) => key !== intent.key)}
          test={chosen.every(({ use }) => use === 'test')}
          busy={change.isPending}
          onMove={(intentId) => run({ kind: 'move', intentId })}
          onUse={(use) => run({ kind: 'use', use })}
          onRemove={() => run({ kind: 'remove' })}
          onClear={clear}
        />
      )}
    </div>
  );
}

/** What is not drawn keeps its place. */
function Gap({ height }: { height: number }) {
  return height > 0 ? (
    <tr aria-hidden>
      <td style={{ height }} />
    </tr>
  ) : null;
}

type RowProps = { row: ExampleView; own: string; picked: boolean; onPick?: () => void };

function Row({ row: { text, language, use, taken }, own, picked, onPick }: RowProps) {
  const mistaken = taken !== null && taken.intent !== own;
  const cell = join('h-[35px] border-b border-line max-pane:h-11', picked && 'bg-selected');
  return (
    <tr>
      {onPick && (
        <td className={cell}>
          <Checkbox label={text} checked={picked} onChange={onPick} />
        </td>
      )}
      <td className={join(cell, 'truncate pr-3')} title={text}>
        {use === 'test' && (
          <FlaskConical size={12} strokeWidth={2} aria-label="kept as test" className="mr-1.5 inline text-ink-3" />
        )}
        {text}
      </td>
      <td className={join(cell, 'text-ink-3 max-pane:hidden')}>{language}</td>
      <td className={join(cell, 'truncate pr-2')}>
        {taken === null ? (
          <span className="text-ink-3">not trained yet</span>
        ) : mistaken ? (
          <span className="text-danger-text">
            <ArrowRight size={14} strokeWidth={2} aria-hidden className="mr-1 inline" />
            {taken.name}
          </span>
        ) : (
          <span className="text-ink-2">as meant</span>
        )}
      </td>
      <td className={join(cell, 'text-right')}>
        {taken && <Confidence value={taken.probability} className="align-middle" />}
      </td>
    </tr>
  );
}
