import { Skeleton } from '@/components/ui/skeleton';

export function ModelsSkeleton() {
  return (
    <div role="status" aria-label="Reading the models">
      <Skeleton className="h-4 w-80 max-w-full" />
      <Skeleton className="mt-4 mb-6 h-2.5 w-[560px] max-w-full" />
      {[1, 2].map((row) => (
        <div key={row} className="flex h-18 flex-col justify-center gap-2.5 border-t border-line">
          <Skeleton className="h-2.5 w-40" />
          <Skeleton className="h-2 w-72 max-w-full" />
        </div>
      ))}
      <div className="border-t border-line pt-8">
        <Skeleton className="h-4 w-56" />
        <Skeleton className="mt-6 h-20 w-full" />
      </div>
    </div>
  );
}
