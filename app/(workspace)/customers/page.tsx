import type { Metadata } from 'next';
import { CustomersDesk } from '@/components/customers/customers-desk';

export const metadata: Metadata = { title: 'Customers' };

export default function CustomersPage() {
  return <CustomersDesk />;
}
