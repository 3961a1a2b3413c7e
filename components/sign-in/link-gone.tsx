import { buttonClass } from '@/components/ui/button';
import { Link } from '@/components/ui/link';

/** One page for a link that is wrong, used, withdrawn or too old: the difference would tell too much. */
export function LinkGone({ ask }: { ask: string }) {
  return (
    <div className="flex flex-col gap-5">
      <p className="-mt-3 text-pretty text-ink-2">It may have been used, withdrawn, or be too old. {ask}</p>
      <Link href="/sign-in" className={buttonClass('outlined', 'page')}>
        Go to sign-in
      </Link>
    </div>
  );
}
