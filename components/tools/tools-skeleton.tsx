import { Skeleton } from '@/components/ui/skeleton';

export function ToolsSkeleton() {
  return (
    <div role="status" aria-label="Reading the tools" className="pt-6">
      <Skeleton className="h-4 w-56 max-w-full" />
      <Skeleton className="mt-3 mb-5 h-2.5 w-80 max-w-full" />
      {['w-40', 'w-52', 'w-36', 'w-44', 'w-48', 'w-32', 'w-56', 'w-60'].map((width) => (
        <div key={width} className="flex h-11 items-center justify-between border-t border-line">
          <Skeleton className={`h-2.5 ${width}`} />
          <Skeleton className="h-2.5 w-24" />
        </div>
      ))}
    </div>
  );
}
