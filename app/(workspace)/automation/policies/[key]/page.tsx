import type { Metadata } from 'next';
import { PolicyDesk } from '@/components/policies/policy-desk';

export const metadata: Metadata = { title: 'Policy' };

export default async function PolicyPage({ params }: { params: Promise<{ key: string }> }) {
  return <PolicyDesk policyKey={(await params).key} />;
}
