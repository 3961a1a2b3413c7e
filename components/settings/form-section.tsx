import type { ReactNode } from 'react';
import { useId } from 'react';

/** A part of a settings page: what it is about at the left, its fields at the right, a hairline before the next. */
export function FormSection({ title, says, children }: { title: string; says?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className="grid grid-cols-[200px_1fr] gap-x-8 gap-y-3 border-b border-line py-6 first:pt-0 last:border-b-0 max-pane:grid-cols-1"
    >
      <div>
        <h2 id={id} className="font-strong">
          {title}
        </h2>
        {says && <p className="mt-0.5 text-meta text-pretty text-ink-3">{says}</p>}
      </div>
      <div className="min-w-0">{children}</div>
    </section>
  );
}
