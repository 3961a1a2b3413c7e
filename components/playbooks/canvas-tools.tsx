'use client';

import { useReactFlow, useViewport } from '@xyflow/react';
import { LayoutGrid, Maximize, Minus, MousePointer2, Plus, Redo2, Undo2 } from 'lucide-react';
import { IconButton } from '@/components/ui/icon-button';
import type { Place } from './edit-playbook';

type Props = {
  edits: boolean;
  undo: (() => void) | null;
  redo: (() => void) | null;
  /** Where it was pressed, on the screen. */
  onAdd: (client: Place) => void;
  onArrange: () => void;
  onFit: () => void;
};

/** What one does with the canvas as a whole, at its lower left. */
export function CanvasTools({ edits, undo, redo, onAdd, onArrange, onFit }: Props) {
  const flow = useReactFlow();
  const { zoom } = useViewport();
  return (
    <div
      role="toolbar"
      aria-label="Canvas"
      className="absolute bottom-4 left-4 z-10 flex items-center gap-0.5 rounded-[8px] bg-raised p-1 shadow-float"
    >
      <IconButton icon={MousePointer2} label="Select and move" pressed />
      {edits && (
        <>
          <IconButton
            icon={Plus}
            label="Add a step"
            onClick={(event) => {
              const box = event.currentTarget.getBoundingClientRect();
              onAdd({ x: box.left, y: box.top });
            }}
          />
          <IconButton icon={Undo2} label="Undo" keys={['⌘', 'Z']} disabled={!undo} onClick={() => undo?.()} />
          <IconButton icon={Redo2} label="Redo" keys={['⇧', '⌘', 'Z']} disabled={!redo} onClick={() => redo?.()} />
          <IconButton icon={LayoutGrid} label="Arrange by itself" onClick={onArrange} />
        </>
      )}
      <span aria-hidden className="mx-1 h-4 w-px bg-line" />
      <IconButton icon={Minus} label="Smaller" onClick={() => void flow.zoomOut()} />
      <button
        type="button"
        aria-label={`${Math.round(zoom * 100)}%, show at 100%`}
        onClick={() => void flow.zoomTo(1)}
        className="h-7 w-11 rounded-corner text-center text-work text-ink-2 tabular-nums hover:bg-hover"
      >
        {Math.round(zoom * 100)}%
      </button>
      <IconButton icon={Plus} label="Larger" onClick={() => void flow.zoomIn()} />
      <IconButton icon={Maximize} label="Show all of it" onClick={onFit} />
    </div>
  );
}
