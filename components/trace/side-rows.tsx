import type { ReactNode } from 'react';

/** Labels at the left, what belongs to them at the right. */
export function Rows({ children }: { children: ReactNode }) {
  return <dl className="grid grid-cols-[72px_1fr] gap-x-3 gap-y-1">{children}</dl>;
}

export function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-meta leading-5 text-ink-3">{label}</dt>
      <dd className="min-w-0 [overflow-wrap:anywhere]">{children}</dd>
    </>
  );
}
