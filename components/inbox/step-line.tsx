import { ChevronRight } from 'lucide-react';
import { Link } from '@/components/ui/link';

/** What a turn did, on one line that leads to its trace. */
export function StepLine({ turnId, steps }: { turnId: string; steps: string[] }) {
  return (
    <Link
      href={`/inbox/turns/${turnId}`}
      className="mt-2.5 -mb-1.5 ml-9 flex h-5 items-center gap-1.5 overflow-hidden rounded-corner text-meta whitespace-nowrap text-ink-3 hover:text-ink-2"
    >
      <ChevronRight size={14} strokeWidth={2} aria-hidden className="-ml-0.5 flex-none" />
      <span className="truncate">
        {steps.map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps of a saved turn never change their order
          <span key={index}>
            {index > 0 && (
              <span aria-hidden className="mx-1.5 text-line-control">
                ·
              </span>
            )}
            {index > 0 ? step.charAt(0).toLowerCase() + step.slice(1) : step}
          </span>
        ))}
      </span>
    </Link>
  );
}
