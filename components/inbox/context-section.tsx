import type { ReactNode } from 'react';

type Props = {
  title: ReactNode;
  name: string;
  sign?: ReactNode;
  meta?: ReactNode;
  count?: number;
  children: ReactNode;
};

/** A part of the side column: header of 20 px, hairline below, no box. */
export function ContextSection({ title, name, sign, meta, count, children }: Props) {
  return (
    <section aria-label={name} className="border-b border-line px-4 pt-3 pb-3.5">
      <header className="mb-2 flex h-5 items-center gap-2">
        {sign}
        <h3 className="flex min-w-0 items-center gap-2 font-strong">{title}</h3>
        {count !== undefined && <span className="text-meta text-ink-3 tabular-nums">{count}</span>}
        <span className="flex-1" />
        {meta && <span className="text-meta whitespace-nowrap text-ink-3 tabular-nums">{meta}</span>}
      </header>
      {children}
    </section>
  );
}

/** Label and value, side by side; labels in a column of 56, or of 80 where they are longer. */
export function Facts({ wide, children }: { wide?: boolean; children: ReactNode }) {
  return (
    <dl className={`grid gap-x-3 ${wide ? 'grid-cols-[80px_1fr] gap-y-1' : 'grid-cols-[56px_1fr] gap-y-2'}`}>
      {children}
    </dl>
  );
}

export function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-meta leading-5 text-ink-3">{label}</dt>
      <dd className="min-w-0 text-pretty [overflow-wrap:anywhere]">{children}</dd>
    </>
  );
}
