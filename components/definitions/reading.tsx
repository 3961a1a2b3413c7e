import { Skeleton } from '@/components/ui/skeleton';

/** Holds the place of what is read. */
export function Reading({ what }: { what: string }) {
  return (
    <div role="status" aria-label={`Reading the ${what}`} className="flex flex-col gap-5 px-6 pt-6 max-pane:px-4">
      {['w-1/2', 'w-2/3', 'w-1/3'].map((width) => (
        <Skeleton key={width} className={`h-3 ${width}`} />
      ))}
    </div>
  );
}
