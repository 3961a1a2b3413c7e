import { join } from './join';

/** A place in its final shape while what belongs there is read. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={join('skeleton block', className)} />;
}
