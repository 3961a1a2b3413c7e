import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { join } from './join';

type Props = {
  icon: LucideIcon;
  title: string;
  children?: ReactNode;
  tone?: 'quiet' | 'danger';
  /** The one next step, and at most one beside it. */
  actions?: ReactNode;
  alert?: boolean;
};

export function EmptyState({ icon: Icon, title, children, tone = 'quiet', actions, alert }: Props) {
  return (
    <div role={alert ? 'alert' : undefined} className="grid h-full place-items-center p-6">
      <div className="flex max-w-[304px] flex-col items-center text-center">
        <span
          className={join(
            'mb-5 grid size-10 place-items-center rounded-[8px]',
            tone === 'danger' ? 'bg-danger-tint text-danger-text' : 'bg-fill text-ink-2',
          )}
        >
          <Icon size={20} strokeWidth={1.75} aria-hidden />
        </span>
        <h2 className="font-strong">{title}</h2>
        {children && <div className="mt-1 text-pretty text-ink-2">{children}</div>}
        {actions && <div className="mt-4 flex flex-wrap justify-center gap-2">{actions}</div>}
      </div>
    </div>
  );
}
