import type { Metadata } from 'next';
import { BehindPage } from '@/components/metrics/behind-page';

export const metadata: Metadata = { title: 'Behind a number' };

/** Everybody may look behind their own figures; the list asks who may see what. */
export default function MetricsBehindPage() {
  return <BehindPage />;
}
