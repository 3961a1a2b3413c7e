import type { ReactNode } from 'react';

/** A part of the page, with what it shows above it. */
export function Shown({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <h2 className="mb-3 text-meta text-ink-3">{title}</h2>
      {children}
    </div>
  );
}
