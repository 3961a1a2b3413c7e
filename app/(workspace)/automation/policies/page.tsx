import type { Metadata } from 'next';
import { PoliciesDesk } from '@/components/policies/policies-desk';

export const metadata: Metadata = { title: 'Policies' };

export default function PoliciesPage() {
  return <PoliciesDesk />;
}
