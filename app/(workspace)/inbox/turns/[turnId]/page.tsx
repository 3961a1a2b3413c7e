import type { Metadata } from 'next';
import { TracePage } from '@/components/trace/trace-page';

export const metadata: Metadata = { title: 'Trace of a turn' };

export default async function TurnPage({ params }: { params: Promise<{ turnId: string }> }) {
  return <TracePage turnId={(await params).turnId} />;
}
