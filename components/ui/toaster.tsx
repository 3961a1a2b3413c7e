'use client';

import { CircleAlert, CircleCheck } from 'lucide-react';
import { Toaster as Sonner } from 'sonner';

/** What just happened or failed, at the bottom left beside the list, where nothing is being written. */
export function Toaster() {
  return (
    <Sonner
      position="bottom-left"
      offset={{ bottom: 20, left: 280 }}
      mobileOffset={{ bottom: 80 }}
      gap={8}
      icons={{
        success: <CircleCheck size={16} strokeWidth={1.75} className="text-solved-text" />,
        error: <CircleAlert size={16} strokeWidth={1.75} className="text-danger-text" />,
      }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            'flex w-[308px] max-w-[calc(100vw-32px)] items-center gap-2.5 rounded-corner-float bg-raised px-4 py-3 font-sans text-work text-ink-1 shadow-float',
          content: 'min-w-0 flex-1',
          title: 'font-medium',
          description: 'text-meta text-ink-2',
          actionButton: 'h-7 flex-none rounded-corner px-2 font-medium text-ink-2 hover:bg-hover',
        },
      }}
    />
  );
}
