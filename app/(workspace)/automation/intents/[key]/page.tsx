import type { Metadata } from 'next';

export const metadata: Metadata = { title: 'Intents' };

/** The desk in the layout shows everything: this page is the address of one intent. */
export default function IntentPage() {
  return null;
}
