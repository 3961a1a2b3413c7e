import type { ReactNode } from 'react';
import { CountingProvider } from '@/components/metrics/counting';
import { MetricsSide } from '@/components/metrics/metrics-side';
import { requirePerson } from '@/lib/auth/require-person';
import { readCounting } from '@/lib/metrics/read-counting';

/** Everybody has figures of their own; who may read those of others, each page asks for itself. */
export default async function MetricsLayout({ children }: { children: ReactNode }) {
  await requirePerson();
  return (
    <CountingProvider counting={await readCounting()}>
      <MetricsSide />
      {children}
    </CountingProvider>
  );
}
