import type { Metadata } from 'next';

export const metadata: Metadata = { title: 'Action ledger' };

/** The desk in the layout shows everything: this page is its address. */
export default function ActionPage() {
  return null;
}
