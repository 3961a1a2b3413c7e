'use client';

import { useQueryClient } from '@tanstack/react-query';
import { toast } from 'sonner';
import { solve } from '@/app/(workspace)/inbox/actions';
import { intend, Refused } from '../use-intentions';

/** Solves the open conversation and goes on at once; when the server does not agree it is said, and the way back is one key. */
export function useSolveNext(): (conversationId: string, next: () => void) => void {
  const client = useQueryClient();
  return (conversationId, next) => {
    const solved = intend(client, conversationId, {
      act: () => solve({ conversationId }),
      change: (view) => ({ ...view, conversation: { ...view.conversation, state: 'closed' } }),
      failed: 'It was not solved',
    });
    next();
    solved.then(
      () => toast.success('Solved'),
      (error: unknown) => {
        if (error instanceof Refused && error.code === 'conflict')
          toast.error('It was not solved', { description: error.message });
      },
    );
  };
}
