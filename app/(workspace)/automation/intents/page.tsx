import type { Metadata } from 'next';

export const metadata: Metadata = { title: 'Intents' };

/** The desk in the layout shows everything: this page is its address. */
export default function IntentsPage() {
  return null;
}
