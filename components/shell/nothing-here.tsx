import { Lock } from 'lucide-react';
import { buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';

/** One page for what does not exist and what one may not see: the difference would tell too much. */
export function NothingHere() {
  return (
    <main id="main" className="flex-1 bg-surface">
      <EmptyState
        icon={Lock}
        title="There is nothing here for you"
        actions={
          <Link href="/inbox/needs-me" className={buttonClass('outlined')}>
            Back to the inbox
          </Link>
        }
      >
        It may not exist, or belong to another team. If you were sent this link, ask the sender for it.
      </EmptyState>
    </main>
  );
}
