import { join } from './join';

/** Green from 0.90, amber from 0.70, red below; the number always stands beside the bar. */
export function confidenceTone(value: number): string {
  if (value >= 0.9) return 'bg-solved';
  return value >= 0.7 ? 'bg-attention' : 'bg-danger';
}

export function Confidence({ value, className }: { value: number; className?: string }) {
  return (
    <span className={join('inline-flex items-center gap-1.5 text-meta text-ink-2 tabular-nums', className)}>
      <Track value={value} className="h-1 w-6" />
      <span>
        <span className="sr-only">Confidence </span>
        {value.toFixed(2)}
      </span>
    </span>
  );
}

export function Track({ value, className }: { value: number; className?: string }) {
  const percent = Math.round(Math.min(1, Math.max(0, value)) * 100);
  return (
    <span aria-hidden className={join('block overflow-hidden rounded-[2px] bg-track', className)}>
      <span className={join('block h-full', confidenceTone(value))} style={{ width: `${percent}%` }} />
    </span>
  );
}
