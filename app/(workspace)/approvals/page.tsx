import type { Metadata } from 'next';

export const metadata: Metadata = { title: 'Approvals' };

/** The desk in the layout shows everything: this page is its address. */
export default function ApprovalsPage() {
  return null;
}
