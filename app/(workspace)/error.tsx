'use client';

import { CloudAlert, RotateCcw } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';

export default function WorkspaceError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main id="main" className="flex-1 bg-surface">
      <EmptyState
        alert
        tone="danger"
        icon={CloudAlert}
        title="This page did not load"
        actions={
          <Button look="filled" icon={RotateCcw} onClick={reset}>
            Try again
          </Button>
        }
      >
        Nothing you wrote is lost. {error.digest ? `The log has it under ${error.digest}.` : ''}
      </EmptyState>
    </main>
  );
}
