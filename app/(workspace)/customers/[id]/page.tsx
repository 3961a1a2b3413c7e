import type { Metadata } from 'next';
import { CustomerDesk } from '@/components/customers/customer-desk';

export const metadata: Metadata = { title: 'Customer' };

export default async function CustomerPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return <CustomerDesk key={id} customerId={id} />;
}
