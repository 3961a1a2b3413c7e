import type { Metadata } from 'next';
import { PolicyHistory } from '@/components/policies/policy-history';

export const metadata: Metadata = { title: 'History of a policy' };

export default async function PolicyHistoryPage({ params }: { params: Promise<{ key: string }> }) {
  return <PolicyHistory policyKey={(await params).key} />;
}
