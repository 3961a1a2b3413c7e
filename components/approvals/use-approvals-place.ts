'use client';

import { moveTo, useAddress } from '@/components/shell/use-address';

export const approvalHref = (id: string | null): string => (id ? `/approvals/${id}` : '/approvals');

/** The action that is open, by the address. */
export function useApprovalsPlace(): string | null {
  const [, , id] = useAddress('/approvals').path.split('/');
  return id ?? null;
}

export function goToApproval(id: string | null): void {
  moveTo(approvalHref(id));
}

export function approvalPress(id: string | null) {
  return (event: React.MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    goToApproval(id);
  };
}
