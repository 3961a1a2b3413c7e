'use client';

import dynamic from 'next/dynamic';
import { type ReactNode, useState } from 'react';
import { useMay } from '@/components/shell/me';
import { pageAt } from '@/lib/format/figure-pages';
import { useMetricsPlace } from '../use-metrics-place';
import type { Opened } from './report-dialog';
import { viewOf } from './report-draft';

const ReportDialog = dynamic(() => import('./report-dialog').then((one) => one.ReportDialog));

/** Keeps what this page is asked for, as it is when `open` is called; null where nothing can be kept. */
export function useSaveView(): { open: () => void; dialog: ReactNode } | null {
  const reads = useMay('metrics.read');
  const place = useMetricsPlace();
  const [opened, setOpened] = useState<Opened | null>(null);
  const page = pageAt(place.path);
  if (!reads || !page) return null;
  return {
    open: () => setOpened({ page, view: viewOf(place) }),
    dialog: opened && <ReportDialog opened={opened} onClose={() => setOpened(null)} />,
  };
}
