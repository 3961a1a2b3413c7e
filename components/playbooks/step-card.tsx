'use client';

import { Handle, Position } from '@xyflow/react';
import { CircleAlert, type LucideIcon, TriangleAlert } from 'lucide-react';
import { join } from '@/components/ui/join';

/** What one step shows at a distance. */
export type StepFace = {
  name: string;
  kind: string;
  title: string;
  sign: LucideIcon;
  /** The names of its ways out, in order, with the words on them. */
  ways: { by: string; word: string }[];
  /** Come to in the simulation: violet. */
  lit: boolean;
  /** What the simulation brought here: "214 ms", "yes", "ask". */
  badge: string | null;
  wrong: { severity: 'error' | 'warning' | 'hint'; says: string } | null;
  /** How customers fared here, where that is looked at. */
  fared: { entered: number; waiting: number; handedOver: number; left: number; heat: number } | null;
  /** The step whose form is open. */
  open: boolean;
  edits: boolean;
};

const handleClass =
  '!pointer-events-auto !size-2.5 !min-h-0 !min-w-0 !rounded-full !border-2 !border-surface !bg-accent opacity-0 transition-opacity duration-(--quick) group-hover:opacity-100 group-focus-within:opacity-100';

/** A card on the canvas. Its button has the keyboard; ways are drawn out of the dots on its lower edge. */
export function StepCard({ data, selected }: { data: StepFace; selected?: boolean }) {
  const { name, kind, title, sign: Sign, lit, badge, wrong, fared, open, edits } = data;
  return (
    <div className="group relative">
      <Handle
        type="target"
        id="in"
        position={Position.Top}
        isConnectableStart={false}
        className="!inset-0 !h-full !w-full !translate-x-0 !translate-y-0 !rounded-[8px] !border-0 !bg-transparent !opacity-0"
      />
      <button
        type="button"
        data-step={name}
        aria-pressed={open}
        className={join(
          'relative flex h-16 w-[212px] items-center gap-2.5 rounded-[8px] border bg-surface pr-3 pl-2.5 text-left outline-none',
          lit ? 'border-assistant shadow-[0_0_0_0.5px_var(--assistant)]' : 'border-line-strong',
          wrong?.severity === 'error' && !lit && 'border-danger',
          (selected || open) && 'shadow-[0_0_0_2px_var(--surface),0_0_0_4px_var(--focus)]',
          'focus-visible:shadow-[0_0_0_2px_var(--surface),0_0_0_4px_var(--focus)]',
        )}
      >
        <span
          className={join(
            'grid size-8 flex-none place-items-center rounded-corner',
            lit ? 'bg-assistant-tint text-assistant-text' : 'bg-fill text-ink-2',
          )}
        >
          <Sign size={16} strokeWidth={1.75} aria-hidden />
        </span>
        <span className="min-w-0 flex-1">
          <span className="block pr-14 text-work text-ink-3">{kind}</span>
          <span className="block truncate font-medium text-ink-1">{title}</span>
        </span>
        {badge && <span className="absolute top-2 right-2.5 text-meta text-assistant-text">{badge}</span>}
        {!badge && wrong && <Sign2 severity={wrong.severity} says={wrong.says} />}
        {fared && <Fared fared={fared} />}
      </button>
      {data.ways.map(({ by, word }, at) => (
        <Handle
          key={by}
          type="source"
          id={by}
          position={Position.Bottom}
          isConnectableEnd={false}
          isConnectable={edits}
          title={word ? `Connect “${word}”` : 'Connect'}
          style={{ left: `${((at + 1) * 100) / (data.ways.length + 1)}%` }}
          className={join(handleClass, !edits && '!hidden')}
        />
      ))}
    </div>
  );
}

function Sign2({ severity, says }: { severity: 'error' | 'warning' | 'hint'; says: string }) {
  if (severity === 'hint') return null;
  const Icon = severity === 'error' ? CircleAlert : TriangleAlert;
  return (
    <span
      title={says}
      className={join('absolute top-2 right-2.5', severity === 'error' ? 'text-danger-text' : 'text-attention-text')}
    >
      <Icon size={14} strokeWidth={2} aria-hidden />
      <span className="sr-only">{says}</span>
    </span>
  );
}

function Fared({ fared: { entered, waiting, handedOver, left, heat } }: { fared: NonNullable<StepFace['fared']> }) {
  return (
    <>
      <span className="absolute top-2 right-2.5 flex gap-1.5 text-meta text-ink-2 tabular-nums">
        <span title={`${entered} came here`}>{entered}</span>
        {waiting > 0 && (
          <span title={`${waiting} wait here`} className="text-attention-text">
            {waiting} wait
          </span>
        )}
        {handedOver + left > 0 && (
          <span title={`${handedOver} handed over, ${left} left`} className="text-danger-text">
            −{handedOver + left}
          </span>
        )}
      </span>
      <span aria-hidden className="absolute inset-x-2.5 bottom-1 h-[3px] overflow-hidden rounded-full bg-fill">
        <span className="block h-full rounded-full bg-danger" style={{ width: `${Math.round(heat * 100)}%` }} />
      </span>
    </>
  );
}
