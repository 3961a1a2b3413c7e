import type { Metadata } from 'next';
import { SearchDesk } from '@/components/search/search-desk';

export const metadata: Metadata = { title: 'Search' };

export default function SearchPage() {
  return <SearchDesk />;
}
