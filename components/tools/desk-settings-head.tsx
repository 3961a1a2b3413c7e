import { ChevronRight } from 'lucide-react';
import { Link } from '@/components/ui/link';

/** The way back, and what this page is for. */
export function DeskSettingsHead() {
  return (
    <header className="max-w-[760px] border-b border-line py-5">
      <p className="flex flex-wrap items-center gap-x-1.5 gap-y-1 text-meta text-ink-3">
        <Link href="/automation/tools" className="font-medium hover:text-ink-1">
          Tools
        </Link>
        <ChevronRight size={12} aria-hidden />
        What the desk shows
      </p>
      <p className="mt-2 max-w-[720px] text-pretty">
        What your systems tell of a customer beside each conversation, and where the names of your products come from.
        Saved, it is in force with the next customer somebody looks at.
      </p>
    </header>
  );
}
