import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AssistantPage } from '@/components/metrics/assistant-page';
import { may } from '@/lib/auth/permissions';
import { requirePerson } from '@/lib/auth/require-person';

export const metadata: Metadata = { title: 'Assistant' };

export default async function MetricsAssistantPage() {
  if (!may(await requirePerson(), 'metrics.read')) notFound();
  return <AssistantPage />;
}
